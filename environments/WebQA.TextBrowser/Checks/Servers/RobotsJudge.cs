using WebQA.TextBrowser.Fetching.Robots;

namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>What a crawler may read where <c>robots.txt</c> does not come as it should.</summary>
internal static class RobotsJudge
{
    /// <summary>Tries a case.</summary>
    public static async Task<FetchJudge.Verdict> JudgeAsync(string id, FetchTrial trial)
    {
        var files = new RobotsFiles(trial.Fetcher, "WebQA", TimeProvider.System);
        var first = await AllowsAsync(files, "first.example");
        var second = await AllowsAsync(files, "second.example");
        return id switch
        {
            "FETCH-033" when await AllowsAsync(files, "third.example") is var third => new(
                $"500: {Word(first)}, 503: {Word(second)}, no answer: {Word(third)}", !first && !second && !third),
            "FETCH-034" => new($"404: {Word(first)}, 403: {Word(second)}", first && second),
            "FETCH-035" => new($"5 redirects: {Word(first)} as the file says, 6 redirects: {Word(second)}", !first && second),
            _ => new("no rule for this case", false),
        };
    }

    private static async Task<bool> AllowsAsync(RobotsFiles files, string host)
    {
        var page = new Uri($"http://{host}/page");
        return (await files.RulesAsync(page)).Allows(page);
    }

    private static string Word(bool allows) => allows ? "allow-all" : "disallow-all";
}
