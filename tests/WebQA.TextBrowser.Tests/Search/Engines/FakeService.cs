using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WebQA.TextBrowser.Tests.Search.Engines;

/// <summary>A search service on loopback that answers as it is told, and keeps what it was asked.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeService(WebApplication app) => _app = app;

    /// <summary>What came in: <c>GET /search?q=crows</c>, headers by name, body.</summary>
    public sealed record Asked(string Line, IReadOnlyDictionary<string, string> Headers, string Body);

    public ConcurrentQueue<Asked> Requests { get; } = [];

    public string Origin => _app.Urls.Single();

    public Uri Url => new(Origin);

    /// <summary>What is answered next; may be exchanged at any time.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    public static async Task<FakeService> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var service = new FakeService(builder.Build());
        service.Answer = answer ?? service.Answer;
        service._app.Run(service.HandleAsync);
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    /// <summary>Answers with a status, a type, a body, and headers.</summary>
    public static Func<HttpContext, Task> Sends(string body, int status = 200, string type = "application/json", params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }
        await context.Response.WriteAsync(body, context.RequestAborted);
    };

    /// <summary>Answers after the client has lost its patience.</summary>
    public static Func<HttpContext, Task> Sleeps() => static context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        Requests.Enqueue(new Asked(
            $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}",
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync(context.RequestAborted)));
        await Answer(context);
    }
}
