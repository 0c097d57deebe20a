using System.Diagnostics;
using System.Text.Json;

namespace WebQA.TextBrowser.Checks.Injection;

/// <summary>
/// Plays attacks in which a page has taken the policy over altogether: it gives any command and any answer. What must hold is what no model
/// is a part of. Each case has its own scene; a case without one is played by its words.
/// </summary>
/// <param name="doors">Where text of pages goes beyond the text browser.</param>
public sealed class InjectionCheck(ProductDoors doors)
{
    private static readonly Dictionary<string, Func<Attack, Task<string>>> Scenes = new(StringComparer.Ordinal)
    {
        ["INJ-01"] = LinkAttacks.UrlWithoutProvenance,
        ["INJ-02"] = LinkAttacks.SearchQuery,
        ["INJ-03"] = RecordAttacks.MarkdownImage,
        ["INJ-05"] = LinkAttacks.ForgedMarker,
        ["INJ-06"] = LinkAttacks.StaleId,
        ["INJ-07"] = LinkAttacks.AbsurdIds,
        ["INJ-09"] = RecordAttacks.OwnBudget,
        ["INJ-10"] = TextAttacks.QuoteOfFakeSentence,
        ["INJ-11"] = TextAttacks.ForeignSource,
        ["INJ-13"] = TextAttacks.EveryCarrier,
        ["INJ-14"] = TextAttacks.FormatTokens,
        ["INJ-15"] = TextAttacks.GuessedMarker,
        ["INJ-17"] = TextAttacks.InvisibleText,
        ["INJ-18"] = RecordAttacks.OtherSession,
        ["INJ-19"] = RecordAttacks.PoisonedExport,
        ["INJ-21"] = LinkAttacks.PrivateResult,
        ["INJ-22"] = LinkAttacks.FormSubmission,
        ["INJ-23"] = LinkAttacks.Download,
        ["INJ-25"] = TextAttacks.AdvisoryFlag,
    };

    /// <summary>Runs the cases of a file, in order.</summary>
    public async IAsyncEnumerable<CheckResult> RunAllAsync(string path)
    {
        foreach (var testCase in CaseFile.Read(path))
        {
            yield return await RunAsync(testCase, CaseFile.FolderOf(path));
        }
    }

    private async Task<CheckResult> RunAsync(JsonElement testCase, string folder)
    {
        var id = CaseFile.Text(testCase, "id") ?? string.Empty;
        var watch = Stopwatch.StartNew();
        using var attack = new Attack(testCase, doors) { Folder = folder };
        var outcome = await Scenes.GetValueOrDefault(id, RecordAttacks.Any)(attack);
        var faults = attack.Faults.Distinct(StringComparer.Ordinal).ToList();
        return new CheckResult(id, CaseFile.Text(testCase, "expected") ?? string.Empty, faults.Count == 0 ? outcome : string.Join("; ", faults), faults.Count == 0, watch.ElapsedMilliseconds);
    }
}
