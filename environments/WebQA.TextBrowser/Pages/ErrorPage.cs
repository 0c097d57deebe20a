using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages;

/// <summary>A message in place of a page that could not be read; the episode goes on with it.</summary>
public static class ErrorPage
{
    /// <summary>Makes an error page.</summary>
    /// <param name="url">What was asked for; may be empty.</param>
    /// <param name="title">One line, for example <c>Page not found</c>.</param>
    /// <param name="message">What happened and what can be done.</param>
    /// <param name="time">When.</param>
    public static TextPage Create(string url, string title, string message, DateTimeOffset time) =>
        new(
            new PageContent
            {
                Kind = PageKind.Error,
                Url = url,
                RequestedUrl = url,
                Domain = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? PageDomain.Of(uri) : string.Empty,
                Title = PageTitle.OneLine(title),
                Text = PageCharacters.Lines(message),
            },
            time);
}
