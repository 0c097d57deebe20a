using WebQA.Core.Feedback;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Feedback;

/// <summary>A comparison of a file as a project keeps it.</summary>
internal static class ImportedComparison
{
    /// <exception cref="FeedbackRefusedException">It cannot be kept; names it.</exception>
    public static StoredComparison Check(Comparison comparison, long place, DateTimeOffset now)
    {
        if (comparison.Id.Length is 0 or > Labeler.MaxIdLength || comparison.Id.Any(char.IsControl) || comparison.Labeler?.Length > Labeler.MaxIdLength || comparison.Labeler?.Any(char.IsControl) == true)
        {
            throw Refused(place, comparison.Id, FeedbackRefusal.Invalid, $"its id and its labeler have at most {Labeler.MaxIdLength} characters, none of them a control character");
        }
        var annotation = (comparison.Annotation ?? new ComparisonAnnotation { Rating = comparison.Preference }) with
        {
            Rating = comparison.Preference, Justification = comparison.Justification, OtherFields = comparison.OtherFields,
        };
        // Which ratings are required was the other project's rule; that places and references are true is everybody's.
        var shown = new PresentedComparison(string.Empty, comparison.Question, comparison.A, comparison.B, RequiresAllParts: false, string.Empty);
        if (AnnotationRules.Faults(shown, annotation with { QuestionIsBad = true }) is [var fault, ..])
        {
            throw Refused(place, comparison.Id, FeedbackRefusal.Invalid, fault.TrimEnd('.'));
        }
        var prefix = comparison.IsSimulated ? Labeler.SimulatedPrefix : ProjectImport.LabelerPrefix;
        return new StoredComparison(
            comparison.Id, string.Empty, null!, annotation, comparison.Labeler is { } labeler ? prefix + labeler : null, comparison.IsSwapped, comparison.IsSimulated,
            IsImported: true, comparison.GuidelineVersion ?? string.Empty, comparison.SubmittedAt ?? now);
    }

    /// <summary>Says which comparison of the file was refused, and why.</summary>
    public static FeedbackRefusedException Refused(long place, string id, FeedbackRefusal refusal, string why) =>
        new(refusal, $"Comparison {place} of the file, '{id.ReplaceLineEndings(" ")}': {why}. Nothing was imported.");
}
