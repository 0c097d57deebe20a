using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WebQA.OfflineWebs;

/// <summary>A wiki on loopback that answers as MediaWiki does: <c>/w/api.php</c> and <c>/wiki/Title</c>.</summary>
internal sealed class WikiSite(IReadOnlyList<Article> articles)
{
    private readonly WikiSearch _search = new(articles);

    /// <summary>Serves the articles until the process ends; the address is printed first.</summary>
    public static async Task RunAsync(IReadOnlyList<Article> articles)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(new WikiSite(articles).AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        // Wikimedia's rule for programs.
        _ when context.Request.Headers.UserAgent.Count == 0 => SendAsync(context, 403, "text/plain", "Please set a user-agent and respect our robot policy https://w.wiki/4wJS."),
        "/w/api.php" => ApiAsync(context),
        var path when path?.StartsWith("/wiki/", StringComparison.Ordinal) == true => PageAsync(context, path["/wiki/".Length..].Replace('_', ' ')),
        _ => SendAsync(context, 404, "text/html; charset=UTF-8", "<!DOCTYPE html><title>Not Found</title>"),
    };

    private Task PageAsync(HttpContext context, string title) => articles.FirstOrDefault(a => a.Title == title) is { } article
        ? SendAsync(context, 200, "text/html; charset=UTF-8", ArticlePages.OfWiki(article))
        : SendAsync(context, 404, "text/html; charset=UTF-8", "<!DOCTYPE html><title>Wikipedia does not have an article with this exact name</title>");

    private Task ApiAsync(HttpContext context)
    {
        var asked = context.Request.Query;
        if (asked["action"] != "query" || asked["list"] != "search" || asked["format"] != "json" || asked["srsearch"].Count == 0)
        {
            context.Response.Headers["MediaWiki-API-Error"] = "missingparam";
            return context.Response.WriteAsJsonAsync(new { error = new { code = "missingparam", info = "The \"srsearch\" parameter must be set.", docref = "See /w/api.php for API usage." }, servedby = "mw1" });
        }
        var query = asked["srsearch"].ToString();
        var found = _search.Find(query);
        var limit = int.TryParse(asked["srlimit"], out var wanted) ? Math.Clamp(wanted, 1, 500) : 10;
        var general = asked["meta"] == "siteinfo"
            ? new { mainpage = "Main Page", sitename = "Wikipedia", generator = "MediaWiki 1.46.0", server = $"//{context.Request.Host}", articlepath = "/wiki/$1", lang = "en" }
            : null;
        var search = found.Take(limit).Select(i => new
        {
            ns = 0, title = articles[i].Title, pageid = i + 1, size = articles[i].Paragraphs.Sum(p => p.Length), snippet = _search.Snippet(i, query), timestamp = "2026-11-01T00:00:00Z",
        });
        return context.Response.WriteAsJsonAsync(new { batchcomplete = true, query = new { general, searchinfo = new { totalhits = found.Count }, search } });
    }

    private static Task SendAsync(HttpContext context, int status, string type, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }
}
