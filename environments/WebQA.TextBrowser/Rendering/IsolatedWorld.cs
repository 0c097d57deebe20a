using System.Text.Json;
using Microsoft.Playwright;

namespace WebQA.TextBrowser.Rendering;

/// <summary>Runs our scripts on a page's DOM where the page's own scripts cannot reach them: what the page redefines is not what they call.</summary>
/// <param name="session">The page's.</param>
/// <param name="time">Measures patience.</param>
internal sealed class IsolatedWorld(ICDPSession session, TimeProvider time)
{
    private int? _context;

    /// <summary>Evaluates an expression, waits for its promise and returns its value; a navigation in between makes a new world.</summary>
    /// <param name="expression">What is evaluated.</param>
    /// <param name="patience">How long an answer is waited for: one that a world takes with it as it goes never comes.</param>
    /// <exception cref="PlaywrightException">The page went away, has navigated meanwhile, or did not answer.</exception>
    public async Task<JsonElement> EvaluateAsync(string expression, TimeSpan patience)
    {
        try
        {
            return await EvaluateAsync(expression).WaitAsync(patience, time);
        }
        catch (TimeoutException e)
        {
            _context = null;
            throw new PlaywrightException($"The page did not answer within {patience.TotalSeconds:0} seconds.", e);
        }
    }

    /// <summary>The same, however long it takes.</summary>
    /// <exception cref="PlaywrightException">The page went away, or has navigated meanwhile.</exception>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        try
        {
            _context ??= await CreateAsync();
            var answer = await session.SendAsync("Runtime.evaluate", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["expression"] = expression,
                ["contextId"] = _context.Value,
                ["awaitPromise"] = true,
                ["returnByValue"] = true,
            });
            if (answer!.Value.TryGetProperty("exceptionDetails", out var details))
            {
                throw new PlaywrightException($"A script of the renderer failed: {details.GetRawText()}");
            }
            return answer.Value.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
        }
        catch (PlaywrightException)
        {
            _context = null;
            throw;
        }
    }

    private async Task<int> CreateAsync()
    {
        var tree = await session.SendAsync("Page.getFrameTree");
        var world = await session.SendAsync("Page.createIsolatedWorld", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["frameId"] = tree!.Value.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!,
            ["worldName"] = "webqa",
        });
        return world!.Value.GetProperty("executionContextId").GetInt32();
    }
}
