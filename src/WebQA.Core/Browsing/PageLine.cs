namespace WebQA.Core.Browsing;

/// <summary>A line of the window.</summary>
/// <param name="Number">Its number among the page's wrapped lines, from 0.</param>
/// <param name="Text">As shown, link marks included.</param>
/// <param name="PlainText">With links reduced to their words.</param>
/// <param name="PlainStart">Where it begins in the page's plain text, UTF-16 units.</param>
/// <param name="IsContinuation">Whether it goes on a paragraph that was wrapped.</param>
public sealed record PageLine(int Number, string Text, string PlainText, int PlainStart, bool IsContinuation);

/// <summary>A link that the window shows.</summary>
/// <param name="Id">What <c>Clicked on link</c> takes.</param>
/// <param name="Text">Its words.</param>
/// <param name="Domain">Where it leads.</param>
public sealed record ShownLink(int Id, string Text, string Domain);
