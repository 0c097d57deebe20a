using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WebQA.TextBrowser.Tests.Fetching.Http;

/// <summary>Answers requests one after another as a test says, the last answer again and again, and notes when each was asked.</summary>
internal sealed class ScriptedTransport(TimeProvider clock, params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();

    public List<(string Url, double Seconds)> Asked { get; } = [];

    public IEnumerable<double> Times => Asked.Select(a => a.Seconds);

    public static HttpResponseMessage Page(string text = "A page.") =>
        new(HttpStatusCode.OK) { Content = new StringContent($"<p>{text}</p>", Encoding.UTF8, "text/html") };

    public static HttpResponseMessage Status(int status, TimeSpan? pause = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.RetryAfter = pause is { } time ? new RetryConditionHeaderValue(time) : null;
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add((request.RequestUri!.AbsoluteUri, Math.Round((clock.GetUtcNow() - _start).TotalSeconds, 2)));
        try
        {
            return Task.FromResult(answers[Math.Min(Asked.Count, answers.Length) - 1]());
        }
        catch (Exception e)
        {
            return Task.FromException<HttpResponseMessage>(e);
        }
    }
}
