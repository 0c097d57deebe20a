using WebQA.Core.Browsing;
using WebQA.Core.Feedback;
using WebQA.Statistics;

namespace WebQA.Feedback.Measures;

/// <summary>What the comparisons of a project, or of one data set in it, look like.</summary>
/// <param name="Name">The data set; the project for all of it.</param>
/// <param name="Comparisons">Comparisons.</param>
/// <param name="Questions">Distinct questions.</param>
/// <param name="Labelers">Named people or programs.</param>
/// <param name="WithReferences">Comparisons in which an answer has references.</param>
/// <param name="Decided">Comparisons with a preferred answer.</param>
/// <param name="Ties">Those without.</param>
/// <param name="TieShare">Share of ties with its Wilson interval.</param>
/// <param name="First">The answer shown first. Of an imported comparison that does not say, A counts as such.</param>
/// <param name="LongerByCharacters">The answer with more characters.</param>
/// <param name="LongerByWords">The answer with more words.</param>
/// <param name="Agreement">How far people agree.</param>
public sealed record ProjectMeasures(
    string Name, int Comparisons, int Questions, int Labelers, int WithReferences, int Decided, int Ties, Interval TieShare,
    Effect First, Effect LongerByCharacters, Effect LongerByWords, AgreementMeasures Agreement)
{
    /// <summary>Measures comparisons; those whose question makes no sense to their labeler are left out.</summary>
    public static ProjectMeasures Of(string name, IEnumerable<StoredComparison> comparisons)
    {
        List<StoredComparison> rated = [.. comparisons.Where(static c => !c.Annotation.QuestionIsBad)];
        var ties = rated.Count(static c => c.Annotation.Rating == Preference.EquallyGood);
        return new ProjectMeasures(
            name,
            rated.Count,
            rated.Select(static c => (c.Task.Question.Dataset, c.Task.Question.Text)).Distinct().Count(),
            rated.Select(static c => c.PersonId).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            rated.Count(static c => c.Task.A.References.Count + c.Task.B.References.Count > 0),
            rated.Count - ties,
            ties,
            Wilson.Of(ties, rated.Count),
            Effect.Of(rated, static c => c.IsSwapped ? -1 : 1),
            Effect.Of(rated, static c => c.Task.A.Text.Length - c.Task.B.Text.Length),
            Effect.Of(rated, static c => WordCount.Of(c.Task.A.Text) - WordCount.Of(c.Task.B.Text)),
            AgreementMeasures.Of(rated));
    }

    /// <summary>All comparisons first, then each data set where there are several.</summary>
    public static IReadOnlyList<ProjectMeasures> BySet(string project, IReadOnlyCollection<StoredComparison> comparisons)
    {
        var sets = comparisons.GroupBy(static c => c.Task.Question.Dataset, StringComparer.Ordinal).OrderBy(static set => set.Key, StringComparer.Ordinal).ToList();
        return [Of(project, comparisons), .. sets.Count < 2 ? [] : sets.Select(static set => Of(set.Key, set))];
    }
}
