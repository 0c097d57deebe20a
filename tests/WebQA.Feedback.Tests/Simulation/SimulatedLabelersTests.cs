using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Feedback.Measures;
using WebQA.Feedback.Simulation;
using WebQA.Storage;

namespace WebQA.Feedback.Tests.Simulation;

/// <summary>Simulated labelers like what they say, agree as often as people do, and are never taken for people.</summary>
public sealed class SimulatedLabelersTests : IAsyncDisposable
{
    private const string Evidence = "Crows remember faces.";

    private static readonly AnswerUtility Utility = new(Enumerable.Range(0, 400).ToDictionary(static i => $"Why {i}?", static _ => (IReadOnlyList<string>)[Evidence]));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-simulation-");
    private readonly ServiceProvider _services;

    public SimulatedLabelersTests()
    {
        var services = new ServiceCollection();
        services.AddStorage(new DataFolder(_folder.FullName), options => options.MinFreeBytes = 0);
        _services = services.BuildServiceProvider();
    }

    [Fact]
    public async Task They_agree_on_73_percent_like_the_better_answer_and_are_marked_as_simulated()
    {
        await ProjectAsync("crows", i => (i % 4) * 3);

        var done = await SimulateAsync("crows", Utility);
        var made = await Store.ReadAsync("crows", MadeBy.Simulated).ToListAsync();
        var measures = ProjectMeasures.Of("crows", made);

        Assert.Equal((400, 1_200, 0.73), (done.Tasks, done.Comparisons, Math.Round(done.Noise.Agreement, 4)));
        Assert.InRange(measures.Agreement.NeutralHalf.Estimate, 0.70, 0.76);
        Assert.Equal(3, measures.Labelers);
        Assert.InRange(measures.TieShare.Estimate, 0.02, 0.25);
        var better = Effect.Of(made, static c => c.Task.A.References.Count - c.Task.B.References.Count);
        Assert.True(better.DecidedRate.Low > 0.7, $"The better answer wins {better.DecidedRate}.");
        Assert.InRange(measures.First.Rate.Estimate, 0.45, 0.55);
        Assert.Empty(await Store.ReadAsync("crows").ToListAsync());
        Assert.All(made, static c => Assert.True(c.IsSimulated && c.PersonId!.StartsWith("simulated/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ratings_and_another_gives_others()
    {
        await ProjectAsync("one", i => i % 3);
        await ProjectAsync("two", i => i % 3);

        var seeds = new[] { ("one", 5), ("two", 5) };
        foreach (var (project, seed) in seeds)
        {
            await SimulateAsync(project, Utility, seed);
        }

        // A task's id is its project's, and the chance hangs on it: the ratings of two projects differ, those of the same one repeat.
        var first = await RatingsAsync("one");
        Assert.Equal(1_200, first.Count);
        Assert.NotEqual(first.Select(static r => r.Rating), (await RatingsAsync("two")).Select(static r => r.Rating));
        Assert.Equal(0, (await SimulateAsync("one", Utility, 5)).Comparisons);
    }

    [Fact]
    public async Task A_length_bias_shows_as_a_length_effect()
    {
        await ProjectAsync("crows", static _ => 0);

        await SimulateAsync("crows", Utility with { LengthBias = 2 });

        var measures = ProjectMeasures.Of("crows", await Store.ReadAsync("crows", MadeBy.Simulated).ToListAsync());
        Assert.True(measures.LongerByWords.Rate.Low > 0.6, $"The longer answer wins {measures.LongerByWords.Rate}.");
    }

    [Fact]
    public void The_utility_counts_claims_found_and_references_cited()
    {
        var answer = new ComparedAnswer("They do [1], [2, 3] and again [1].", [new ComparedReference("T", "Crows  remember\nfaces. And more.")]);

        Assert.Equal(1 + (3 * 0.25), Utility.Of(new Question("q", "Why 1?"), answer));
        Assert.Equal(3 * 0.25, Utility.Of(new Question("q", "Something else?"), answer));
        Assert.Equal(
            "1 for each claim whose evidence a reference holds + 0.25 for each reference cited + 0.5 for each doubling of the words", (Utility with { LengthBias = 0.5 }).Statement);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private IFeedbackStore Store => _services.GetRequiredService<IFeedbackStore>();

    private Task<SimulationOutcome> SimulateAsync(string project, AnswerUtility utility, int seed = 1) =>
        new SimulatedLabelers(Store, _services.GetRequiredService<ITaskQueue>()).RunAsync(project, 3, seed, utility);

    private async Task<List<(string Task, string? Person, Preference Rating)>> RatingsAsync(string project) =>
        [.. (await Store.ReadAsync(project, MadeBy.Simulated).Select(static c => (c.Task.Question.Id, c.PersonId, c.Annotation.Rating)).ToListAsync()).Order()];

    /// <summary>400 tasks whose better answer has the evidence and cites so many references more.</summary>
    private async Task ProjectAsync(string name, Func<int, int> lead)
    {
        await Store.CreateProjectAsync(new FeedbackProject { Name = name, Overlap = 3 });
        await Store.AddTasksAsync(name, [.. Enumerable.Range(0, 400).Select(i => Task(i, lead(i)))]);
    }

    private static ComparisonTask Task(int number, int lead)
    {
        var markers = string.Concat(Enumerable.Range(1, lead).Select(static n => $" [{n}]"));
        var better = new ComparedAnswer($"They do{markers}.", lead == 0 ? [] : [new ComparedReference("T", Evidence)]);
        var other = new ComparedAnswer($"Nobody knows why {string.Concat(Enumerable.Repeat("they do ", number % 30))}", []);
        var question = new Question($"q{number:000}", $"Why {number}?");
        return number % 2 == 0 ? new ComparisonTask(question, better, other) : new ComparisonTask(question, other, better);
    }
}
