using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Evaluation.Baselines;
using WebQA.Evaluation.Metrics;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>Measures a policy on the mini web: what it quotes, when it abstains, how fast it is, beside baselines at the same budgets.</summary>
/// <param name="environment">The mini web.</param>
/// <param name="policies">Where the policy comes from.</param>
/// <param name="clock">Times the episodes.</param>
public sealed class MiniWebEvaluation(IEnvironment environment, IPolicyCatalog policies, TimeProvider clock)
{
    private const int SmallBudget = 400;
    private const int LargeBudget = 750;

    private readonly EpisodeBatch _batch = new(policies, clock);

    /// <summary>Runs all parts one after the other.</summary>
    /// <param name="options">What is measured.</param>
    /// <param name="progress">Told after every episode.</param>
    /// <param name="cancellationToken">Stops the measurement; nothing is kept.</param>
    public async Task<MiniWebResult> RunAsync(MiniWebOptions options, IProgress<MiniWebProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var asked = options.Questions;
        var claims = asked.Where(q => q.HasClaims).ToList();
        var greedy = await RunAsync("greedy", [.. asked, .. options.Untuned], _ => environment, Greedy(options, SmallBudget), progress, cancellationToken);
        var started = clock.GetTimestamp();
        await RunAsync("greedy again, warm", asked, _ => environment, Greedy(options, SmallBudget), progress, cancellationToken);
        var warm = asked.Count / clock.GetElapsedTime(started).TotalSeconds;
        var large = options.WithLargeBudget
            ? await RunAsync("greedy, 750 words", claims, _ => environment, Greedy(options, LargeBudget), progress, cancellationToken)
            : [];
        var sampled = options.Samples > 0
            ? await RunAsync("sampled", claims, _ => environment, Sampled(options), progress, cancellationToken)
            : [];
        var removed = options.WithRemovedSources
            ? await RunAsync("sources removed", claims, Removed, Greedy(options, SmallBudget), progress, cancellationToken)
            : [];
        var baselines = await BaselinesAsync(claims, cancellationToken);
        var verified = await VerifyAsync([.. greedy, .. large, .. sampled], cancellationToken);
        var metrics = new MiniWebSummary(options, claims).Make(greedy, large, sampled, removed, baselines, verified) with
        {
            MedianSeconds = Median(greedy.Select(s => s.Seconds)),
            WarmEpisodesPerSecond = warm,
        };
        return new MiniWebResult(metrics, greedy, large, sampled, removed);
    }

    private async Task<IReadOnlyList<EpisodeSample>> RunAsync(
        string part,
        IReadOnlyList<MiniWebQuestion> questions,
        Func<MiniWebQuestion, IEnvironment> environmentOf,
        EpisodeBatchOptions options,
        IProgress<MiniWebProgress>? progress,
        CancellationToken cancellationToken)
    {
        var done = 0;
        return await _batch.RunAsync(
            questions, environmentOf, options,
            _ => progress?.Report(new MiniWebProgress(part, Interlocked.Increment(ref done), questions.Count * options.Samples)),
            cancellationToken);
    }

    private WithoutPages Removed(MiniWebQuestion question) =>
        new(environment, question.Sources.Concat(question.Claims.SelectMany(c => c.Also.Prepend(c)).Select(s => s.Url)), clock);

    private async Task<IReadOnlyList<(string System, MiniWebQuestion Question, IReadOnlyList<QuotedSpan> Quotes)>> BaselinesAsync(
        List<MiniWebQuestion> questions, CancellationToken cancellationToken)
    {
        var rows = new List<(string, MiniWebQuestion, IReadOnlyList<QuotedSpan>)>();
        foreach (var question in questions)
        {
            var pages = await Baseline.TopPagesAsync(environment, question.Text, cancellationToken);
            rows.AddRange(Baseline.All.Select(b => (b.Name, question, b.Quote(question.Text, pages))));
        }
        return rows;
    }

    /// <summary>Counts the references whose words stand in the stored page where they say.</summary>
    private async Task<int> VerifyAsync(IReadOnlyList<EpisodeSample> samples, CancellationToken cancellationToken)
    {
        var verified = 0;
        foreach (var reference in samples.SelectMany(s => s.References))
        {
            verified += await IsVerifiedAsync(reference, cancellationToken) ? 1 : 0;
        }
        return verified;
    }

    private async Task<bool> IsVerifiedAsync(Reference reference, CancellationToken cancellationToken)
    {
        var page = await environment.ReadAsync(reference.PageSha256, cancellationToken);
        return page.TextSha256 == reference.TextSha256
            && reference.Start + reference.Length <= page.PlainText.Length
            && page.PlainText.AsSpan(reference.Start, reference.Length).SequenceEqual(reference.Extract);
    }

    private static EpisodeBatchOptions Greedy(MiniWebOptions options, int words) =>
        new() { Policy = options.Policy, Seed = options.Seed, ReferenceWords = words, Parallel = options.Parallel };

    private static EpisodeBatchOptions Sampled(MiniWebOptions options) =>
        Greedy(options, SmallBudget) with { Temperature = options.Temperature, Samples = options.Samples };

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>A measurement with the episodes behind it.</summary>
public sealed record MiniWebResult(
    MiniWebMetrics Metrics,
    IReadOnlyList<EpisodeSample> Greedy,
    IReadOnlyList<EpisodeSample> LargeBudget,
    IReadOnlyList<EpisodeSample> Sampled,
    IReadOnlyList<EpisodeSample> RemovedSources);
