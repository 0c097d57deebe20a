using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Compare;
using WebQA.Storage;

namespace WebQA.LabelingUi.Tests.Compare;

/// <summary>The state of the Compare screen, over the real store.</summary>
public sealed class CompareSessionTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("webqa-compare-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services;

    public CompareSessionTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging();
        services.AddStorage(new DataFolder(_folder), static options => options.MinFreeBytes = 0);
        _services = services.BuildServiceProvider();
    }

    private ITaskQueue Queue => _services.GetRequiredService<ITaskQueue>();

    private IDraftStore Drafts => _services.GetRequiredService<IDraftStore>();

    private IFeedbackStore Store => _services.GetRequiredService<IFeedbackStore>();

    [Fact]
    public async Task What_was_rated_marked_and_trusted_is_handed_in_with_the_time_it_took()
    {
        var session = await SessionAsync(new FeedbackProject { Name = "crows", FullShare = 1 });
        Assert.Equal(7, CompareStep.Of(session.Comparison!, session.Work).Count);
        var missing = session.Missing;
        Assert.Equal([AnnotationPart.Trust, AnnotationPart.Claims, AnnotationPart.Claims, AnnotationPart.Unsupported, AnnotationPart.Irrelevant, AnnotationPart.Usefulness, AnnotationPart.Coherence, AnnotationPart.Overall], missing.Select(static part => part.Part));

        var cited = missing[0].Side!.Value;
        session.Change(work => work.WithTrust(cited, 1, "neutral"));
        while (!session.Current!.IsRated)
        {
            session.Label("strong", null, movesOn: true);
            session.Label(null, "core", movesOn: true);
            if (session.Current.IsRated)
            {
                session.Step(1);
            }
        }
        _clock.Advance(TimeSpan.FromSeconds(30));
        foreach (var part in session.Comparison!.Parts.Where(static part => part.IsRating))
        {
            session.Change(work => work.WithRating(part.Part, Preference.ABetter));
        }
        _clock.Advance(TimeSpan.FromMinutes(3));
        await SaveAsync(session);

        Assert.Empty(await session.SubmitAsync());

        var stored = Assert.Single(await Store.ReadAsync("crows").ToListAsync());
        Assert.Equal((90_000L, 120_000L), (stored.Annotation.Work.ActiveMilliseconds, stored.Annotation.Work.IdleMilliseconds));
        Assert.Equal(session.Work.Claims.Count, stored.Annotation.Claims.Count);
        Assert.All(stored.Annotation.Claims, static claim => Assert.Equal(("strong", "core"), (claim.Support, claim.Relevance)));
        Assert.Equal("neutral", Assert.Single(stored.Annotation.Trust).Trust);
        Assert.Null(await Drafts.FindAsync("ann", new DraftKey(DraftKey.Comparison, stored.TaskId)));
        Assert.False(await session.NextAsync());
    }

    [Fact]
    public async Task Every_change_can_be_taken_back_and_made_again()
    {
        var session = await SessionAsync(new FeedbackProject { Name = "crows", FullShare = 0 });
        for (var i = 0; i < 200; i++)
        {
            session.Change(work => work.WithRating(AnnotationPart.Overall, (Preference)((i % 5) - 2)));
        }
        while (session.CanUndo)
        {
            session.Undo();
        }

        Assert.Null(session.Work.Rating(AnnotationPart.Overall));
        session.Redo();
        Assert.Equal(Preference.BMuchBetter, session.Work.Rating(AnnotationPart.Overall));
        Assert.Equal((201, 200), (session.Work.Edits, session.Work.Undos));
        session.Change(static work => work with { Difficult = true });
        Assert.False(session.CanRedo);
    }

    [Fact]
    public async Task A_draft_is_there_when_the_task_is_opened_again_and_what_does_not_fit_is_left_out()
    {
        var session = await SessionAsync(new FeedbackProject { Name = "crows", FullShare = 0 });
        session.Change(static work => work.WithRating(AnnotationPart.Overall, Preference.ABetter) with { Justification = "<b>1</b> 😀 \u202E" });
        await SaveAsync(session);

        var again = new CompareSession(Queue, Drafts, _clock, "crows", new Labeler("ann"));
        await again.NextAsync();
        Assert.Equal((Preference.ABetter, "<b>1</b> 😀 \u202E", 1L), (again.Work.Rating(AnnotationPart.Overall), again.Work.Justification, again.DraftVersion));

        var forged = ComparisonWork.Parse(
            """{"ratings":{"Overall":9,"Nonsense":1,"Coherence":-1},"trust":{"A7":"x","C1":"x","A1":""},"claims":[{"side":0,"start":2147483647,"length":2147483647},{"side":5,"start":0,"length":1},{"side":0,"start":-1,"length":1}],"activeMilliseconds":-5}""",
            again.Comparison!)!;
        Assert.Equal((1, 0, 0, 0L), (forged.Ratings.Count, forged.Trust.Count, forged.Claims.Count, forged.ActiveMilliseconds));
        Assert.Null(ComparisonWork.Parse("[1]", again.Comparison!));
        Assert.Null(ComparisonWork.Parse("""{"ratings":null}""", again.Comparison!));
    }

    [Fact]
    public async Task Nothing_is_handed_in_while_a_required_part_is_missing_and_the_first_is_named()
    {
        var session = await SessionAsync(new FeedbackProject { Name = "crows", FullShare = 0 });
        session.Change(static work => work.WithRating(AnnotationPart.Unsupported, Preference.ABetter));
        await SaveAsync(session);

        var missing = await session.SubmitAsync();

        Assert.Equal([(AnnotationPart.Coherence, "rate-Coherence-0"), (AnnotationPart.Overall, "rate-Overall-0")], missing.Select(static part => (part.Part, part.Focus)));
        Assert.Empty(await Store.ReadAsync("crows").ToListAsync());
        session.Change(static work => work with { BadQuestion = true });
        Assert.Empty(session.Missing);
    }

    [Fact]
    public async Task A_task_is_held_while_the_person_works_and_warned_of_when_they_do_not()
    {
        var session = await SessionAsync(new FeedbackProject { Name = "crows", FullShare = 0, Lease = TimeSpan.FromMinutes(10) });
        for (var i = 0; i < 60; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            session.Time.Touch();
            await session.HeartbeatAsync();
        }
        Assert.Equal(TimeSpan.FromMinutes(10), session.LeaseLeft);

        for (var i = 0; i < 17; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            await session.HeartbeatAsync();
        }
        Assert.True(session.LeaseLeft > TimeSpan.Zero && session.LeaseLeft <= CompareSession.Warning, $"{session.LeaseLeft}");

        _clock.Advance(TimeSpan.FromHours(1));
        var other = new CompareSession(Queue, Drafts, _clock, "crows", new Labeler("ben"));
        Assert.True(await other.NextAsync());
        session.Time.Touch();
        Assert.Equal(FeedbackRefusal.Ended, (await Assert.ThrowsAsync<FeedbackRefusedException>(() => session.HeartbeatAsync())).Refusal);
    }

    [Fact]
    public async Task Claims_are_marked_moved_by_words_and_never_overlap()
    {
        var session = await SessionAsync(new FeedbackProject { Name = "crows", FullShare = 0 });
        var side = session.Comparison!.A.References.Count > 0 ? AnswerSide.A : AnswerSide.B;

        Assert.Null(session.Mark(side, 0, 9));
        Assert.Equal(new ClaimMark(side, 0, 9), session.Current);
        session.Label("weak", null, movesOn: true);
        Assert.Equal(ClaimFault.Overlaps, session.Mark(side, 5, 14));
        Assert.Null(session.Resize(1, 1));
        Assert.Equal("were fed [1].".Replace(" [1].", string.Empty, StringComparison.Ordinal), session.Answer(side).Text.Substring(session.Current!.Start, session.Current.Length));
        Assert.Equal("weak", session.Current.Support);
        Assert.Equal(ClaimFault.NoWords, session.Mark(side, 3, 3));
        session.Unmark();
        Assert.Empty(session.Work.Claims);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<CompareSession> SessionAsync(FeedbackProject project)
    {
        await Store.CreateProjectAsync(project);
        await Store.AddTasksAsync(project.Name,
        [
            new ComparisonTask(
                new("q1", "Why do crows bring gifts?"), new ComparedAnswer("They were fed [1]. They play.", [new("Crows (birds.example)", "Crows fed by people may bring gifts.")]), new ComparedAnswer("It is trade. It is not.", [])),
        ]);
        var session = new CompareSession(Queue, Drafts, _clock, project.Name, new Labeler("ann"));
        Assert.True(await session.NextAsync());
        return session;
    }

    private Task<DraftOutcome> SaveAsync(CompareSession session) =>
        Drafts.SaveAsync("ann", new DraftKey(DraftKey.Comparison, session.Comparison!.TaskId), new DraftChange(session.DraftVersion, "tab", 1, session.Work.ToJson()));
}
