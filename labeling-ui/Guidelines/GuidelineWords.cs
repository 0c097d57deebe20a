using WebQA.Core.Guidelines;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Guidelines;

/// <summary>What guidelines and a person's reading of them are called.</summary>
internal static class GuidelineWords
{
    public static string Kind(string kind) => kind switch
    {
        "comparison" => GuidelinesStrings.KindComparison,
        "minimal-comparison" => GuidelinesStrings.KindMinimalComparison,
        "absolute-rating" => GuidelinesStrings.KindAbsoluteRating,
        "demonstration" => GuidelinesStrings.KindDemonstration,
        GuidelineKinds.FactCheck => GuidelinesStrings.KindFactCheck,
        _ => kind,
    };

    /// <summary>Version and reading in one line: <c>Version 1, read 20 Nov 2026</c>.</summary>
    public static string Reading(string version, GuidelineReading? reading, TimeProvider clock) => reading is null
        ? Say.With(GuidelinesStrings.VersionNotRead, version)
        : Say.With(GuidelinesStrings.VersionRead, version, Day(reading.ReadAt, clock));

    public static string Quiz(GuidelineReading? reading, TimeProvider clock) => reading switch
    {
        { QuizPassedAt: { } passed } => Say.With(GuidelinesStrings.QuizPassedOn, Day(passed, clock)),
        { QuizAttempts: > 0 } => GuidelinesStrings.QuizNotPassed,
        _ => GuidelinesStrings.QuizNotTaken,
    };

    private static string Day(DateTimeOffset at, TimeProvider clock) => Say.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).DateTime));
}
