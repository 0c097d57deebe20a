using System.Text.Json;
using AngleSharp.Html.Parser;

namespace WebQA.OfflineWebs;

/// <summary>Judges an answer document from outside: each citation names quotes that are there, and each quote stands in its page as its site sends it now.</summary>
internal static class AnswerJudge
{
    /// <summary>Prints the figures as one JSON object.</summary>
    /// <returns>Whether the question was answered, with citations, and every one of them holds.</returns>
    public static async Task<bool> RunAsync(string file, TextWriter output)
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var answer = json.RootElement;
        var quotes = answer.GetProperty("references").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetInt32());
        var citations = answer.GetProperty("citations").EnumerateArray().ToArray();
        var cited = citations.SelectMany(c => c.GetProperty("references").EnumerateArray().Select(i => i.GetInt32())).ToHashSet();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Add("User-Agent", "AnswerJudge/1.0");
        var verified = new HashSet<int>();
        foreach (var (id, quote) in quotes)
        {
            var page = await client.GetStringAsync(new Uri(quote.GetProperty("final_url").GetString()!));
            if (Letters(new HtmlParser().ParseDocument(page).Body!.TextContent).Contains(Letters(quote.GetProperty("extract").GetString()!), StringComparison.Ordinal))
            {
                verified.Add(id);
            }
        }
        var outcome = answer.GetProperty("outcome").GetString();
        var holds = outcome == "answered" && cited.Count > 0 && verified.Count == quotes.Count && cited.IsSubsetOf(verified);
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            question = answer.GetProperty("question").GetProperty("text").GetString(),
            outcome,
            words = answer.GetProperty("answer").GetString()?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0,
            citations = citations.Length,
            quotes = quotes.Count,
            quotes_in_their_pages = verified.Count,
            pages = quotes.Values.Select(q => q.GetProperty("final_url").GetString()).Distinct().Count(),
            verified = holds,
        }));
        return holds;
    }

    /// <summary>Letters and digits alone, so that neither spaces nor the marks of page text matter.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
