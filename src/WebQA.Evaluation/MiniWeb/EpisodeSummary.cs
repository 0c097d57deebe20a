using WebQA.Core.Answers;
using WebQA.Evaluation.Metrics;
using WebQA.Statistics;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>What a group of episodes did.</summary>
internal static class EpisodeSummary
{
    public static EpisodeRow Row(string group, IReadOnlyList<EpisodeSample> samples)
    {
        var withMyth = samples.Where(s => s.Question.Myths.Count > 0).ToList();
        var answers = samples.Where(s => s.Answer is not null).ToList();
        return new EpisodeRow(
            group,
            samples.Count,
            Wilson.Of(samples.Count(s => s.Outcome == Outcome.Answered), samples.Count),
            Mean(samples, SourcesOpened),
            Mean(samples, s => s.Quotes.Select(q => ScoredText.Page(q.FinalUrl)).Distinct().Count() >= 2 ? 1 : 0),
            withMyth.Count == 0 ? null : Wilson.Of(withMyth.Count(s => MythCheck.QuotesMythPage(s.Question, s.Quotes)), withMyth.Count),
            samples.Sum(s => MythCheck.Asserted(s.Question, s.Answer)),
            Mean(samples, s => Redundancy.Of(s.Quotes)),
            Mean(samples, s => StepKinds.Browsing(s.Steps)),
            Mean(samples, s => s.Steps.Count),
            Mean(answers, s => ScoredText.Words(s.Answer!).Length),
            Kinds(samples));
    }

    private static double SourcesOpened(EpisodeSample sample)
    {
        var opened = sample.Opened.Select(ScoredText.Page).ToHashSet();
        return sample.Question.Sources.Count == 0 ? 1 : (double)sample.Question.Sources.Count(s => opened.Contains(ScoredText.Page(s))) / sample.Question.Sources.Count;
    }

    private static SortedDictionary<string, double> Kinds(IReadOnlyList<EpisodeSample> samples)
    {
        var kinds = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (kind, count) in samples.SelectMany(s => StepKinds.Count(s.Steps)))
        {
            kinds[kind] = kinds.GetValueOrDefault(kind) + ((double)count / samples.Count);
        }
        return kinds;
    }

    private static double Mean(IReadOnlyList<EpisodeSample> samples, Func<EpisodeSample, double> value) =>
        samples.Count == 0 ? double.NaN : samples.Average(value);
}
