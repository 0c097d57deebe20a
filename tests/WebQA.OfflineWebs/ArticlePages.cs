using System.Net;

namespace WebQA.OfflineWebs;

/// <summary>Articles as pages.</summary>
internal static class ArticlePages
{
    /// <summary>A grey square of 48 by 48: every ZIM file has a picture.</summary>
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAAAAAByaaZbAAAAIElEQVR42mNoIBEwjGoY1TCqYVTDqIZRDaMaRjWMLA0AP1OAPa8cPpEAAAAASUVORK5CYII=";

    /// <summary>Writes a file for each article, <c>index.html</c> with links to all, and <c>picture.png</c>: what zimwriterfs needs.</summary>
    public static void WriteTo(this IReadOnlyList<Article> articles, string folder)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < articles.Count; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"{i}.html"), Page(articles[i].Title, Body(articles[i])));
        }
        var links = articles.Select((a, i) => $"<li><a href=\"{i}.html\">{WebUtility.HtmlEncode(a.Title)}</a></li>");
        File.WriteAllText(Path.Combine(folder, "index.html"), Page("All articles", $"<ul>{string.Concat(links)}</ul>"));
        File.WriteAllBytes(Path.Combine(folder, "picture.png"), Convert.FromBase64String(Picture));
    }

    /// <summary>A page in the shape of MediaWiki's: the article between navigation and footer.</summary>
    public static string OfWiki(Article article) => $"""
        <!DOCTYPE html>
        <html class="client-nojs" lang="en" dir="ltr"><head><meta charset="UTF-8"><title>{WebUtility.HtmlEncode(article.Title)} - Wikipedia</title></head>
        <body class="mediawiki ltr sitedir-ltr ns-0 ns-subject skin-vector">
        <div class="vector-header-container"><nav class="vector-main-menu"><ul><li><a href="/wiki/Main_Page">Main page</a></li><li><a href="/wiki/Special:Random">Random article</a></li></ul></nav></div>
        <div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">{WebUtility.HtmlEncode(article.Title)}</span></h1>
        <div id="bodyContent"><div id="siteSub">From Wikipedia, the free encyclopedia</div>
        <div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">{Body(article)}</div></div></div></div>
        <footer id="footer" class="mw-footer"><ul><li>Text is available under the Creative Commons Attribution-ShareAlike License.</li><li><a href="/wiki/Wikipedia:About">About Wikipedia</a></li></ul></footer>
        </body></html>
        """;

    private static string Body(Article article) => string.Concat(article.Paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>\n"));

    private static string Page(string title, string body) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title></head><body><main><h1>{WebUtility.HtmlEncode(title)}</h1>\n{body}</main></body></html>";
}
