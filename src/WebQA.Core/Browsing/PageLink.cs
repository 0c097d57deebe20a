namespace WebQA.Core.Browsing;

/// <summary>A link that a page shows as <c>【id†text†domain】</c>.</summary>
/// <param name="Id">Counts from 0 in page order; the same absolute URL on a page keeps one id.</param>
/// <param name="Text">The link's words, reserved characters replaced.</param>
/// <param name="Url">Absolute, http or https, without a fragment.</param>
/// <param name="Domain">The host as in the URL, Unicode form.</param>
public sealed record PageLink(int Id, string Text, string Url, string Domain);
