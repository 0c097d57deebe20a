using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WebQA.EndToEnd.Tests.Doubles;

/// <summary>A SearXNG on loopback: as it comes, which answers programs with 403, and with JSON switched on.</summary>
internal sealed class FakeSearxng : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSearxng(WebApplication app) => _app = app;

    /// <summary>Whether <c>json</c> is among its formats.</summary>
    public bool AnswersJson { get; set; }

    /// <summary>Everything that came in: address and headers.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public string Origin => _app.Urls.Single();

    public static async Task<FakeSearxng> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var searxng = new FakeSearxng(builder.Build());
        searxng._app.Run(searxng.AnswerAsync);
        await searxng._app.StartAsync();
        return searxng;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Path}{context.Request.QueryString} {string.Join(' ', context.Request.Headers.Select(h => h.Value))}");
        if (!AnswersJson)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<!doctype html><title>403 Forbidden</title>");
            return;
        }
        await context.Response.WriteAsJsonAsync(new
        {
            query = "history",
            results = new[]
            {
                new { url = "https://birds.example/crows", title = "Crows", content = "Crows remember faces." },
                new { url = "https://rooks.example/", title = "Rooks", content = "Rooks are corvids." },
            },
        });
    }
}
