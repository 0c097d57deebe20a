using WebQA.TextBrowser.Checks;
using WebQA.TextBrowser.Tests.Pages;

namespace WebQA.TextBrowser.Tests.Checks;

public sealed class HostilePageTests
{
    /// <summary>Absolute times are judged in the long runs; a busy machine gets five times as much.</summary>
    private const double TimeFactor = 5;

    [Fact]
    public void Every_hostile_page_has_its_safe_outcome() => AllPass("html.json", path => HtmlCheck.RunAll(path, TimeFactor));

    [Fact]
    public void Every_encoding_is_read_as_browsers_read_it() => AllPass("encoding.json", EncodingCheck.RunAll);

    [Fact]
    public void Every_citation_is_judged_by_the_stored_page() => AllPass("citation.json", path => CitationCheck.RunAll(path, TimeFactor));

    [Fact]
    public async Task Nothing_that_is_not_on_the_public_web_is_ever_dialled() => AllPass("ssrf.json", await SsrfResultsAsync());

    [Fact]
    public async Task No_server_can_hold_up_flood_or_deceive_the_fetcher()
    {
        MiniWeb.SkipUnlessThere();

        AllPass("fetch.json", await FetchCheck.RunAllAsync(Path.Combine(MiniWeb.Shared, "reference", "hostile", "fetch.json"), judgesMemory: false).ToListAsync());
    }

    private static async Task<IReadOnlyList<CheckResult>> SsrfResultsAsync()
    {
        MiniWeb.SkipUnlessThere();
        return await SsrfCheck.RunAllAsync(Path.Combine(MiniWeb.Shared, "reference", "hostile", "ssrf.json")).ToListAsync();
    }

    private static void AllPass(string file, Func<string, IEnumerable<CheckResult>> run)
    {
        MiniWeb.SkipUnlessThere();

        AllPass(file, [.. run(Path.Combine(MiniWeb.Shared, "reference", "hostile", file))]);
    }

    private static void AllPass(string file, IReadOnlyList<CheckResult> results)
    {
        Assert.True(results.Count > 0, $"{file} has no cases.");
        Assert.DoesNotContain(results, r => !r.Pass);
    }
}
