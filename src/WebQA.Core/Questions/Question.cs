namespace WebQA.Core.Questions;

/// <summary>A question to be answered by browsing.</summary>
/// <param name="Id">Stable within its data set; for an asked question derived from its text.</param>
/// <param name="Text">One line or several, as the asker wrote it, with reserved characters replaced.</param>
/// <param name="Dataset">Where it comes from: <c>asked</c>, <c>mini-web</c>, <c>eli5</c>, ...</param>
public sealed record Question(string Id, string Text, string Dataset = "asked");
