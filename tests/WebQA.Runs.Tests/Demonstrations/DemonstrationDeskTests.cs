using WebQA.Core.Answers;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Runs.Demonstrations;
using WebQA.Runs.Tests.Hosting;

namespace WebQA.Runs.Tests.Demonstrations;

public class DemonstrationDeskTests
{
    private const string Person = "person-1";

    private static readonly string[] Browsing = ["Search about crows", "Clicked on link 0", "Quote: Sentence 3 of the page of crows.", "End: Answer"];

    [Fact]
    public async Task A_demonstration_goes_from_question_to_answer_and_is_listed_with_its_undos_and_for_nobody_in_the_history()
    {
        await using var host = new TestHost();
        var desk = host.Get<DemonstrationDesk>();
        var id = await desk.BeginAsync(Person, "Why do crows bring gifts?");
        await using (var open = await OpenAsync(desk, id))
        {
            await DoAsync(open.Live, "Search about gulls");
            await open.Live.UndoAsync(open.Live.Version);
            await DoAsync(open.Live, "Search about cranes", "Clicked on link 0");
            await open.Live.ResetAsync(open.Live.Version);
            await DoAsync(open.Live, Browsing);
            await open.Live.SubmitAsync("It is sentence 3 [1].", open.Live.Version);
        }
        var made = Assert.Single(await ListAsync(host, new DemonstrationQuery(Person)));
        Assert.Equal((id, 1, 1, Outcome.Answered), (made.EpisodeId, made.Undos, made.Resets, made.Outcome));
        var summary = await host.Store.FindAsync(id);
        Assert.Equal((4, 1, "person", Person), (summary!.Steps, summary.References, summary.Policy, summary.OwnerId));
        Assert.Empty(await host.Store.ListAsync(new EpisodeQuery()));
        Assert.Empty(await ListAsync(host, new DemonstrationQuery("somebody else")));
        Assert.Null(await desk.OpenAsync(id, Person));
    }

    [Fact]
    public async Task Another_process_goes_on_exactly_where_the_person_was_and_the_former_one_is_told()
    {
        await using var host = new TestHost();
        var desk = host.Get<DemonstrationDesk>();
        var id = await desk.BeginAsync(Person, "Why do crows bring gifts?");
        await using var former = await OpenAsync(desk, id);
        await DoAsync(former.Live, "Search about crows", "Clicked on link 0", "Scrolled down 1");

        await using var second = new TestHost(host.Folder);
        await using var open = await OpenAsync(second.Get<DemonstrationDesk>(), id);
        Assert.Equal(former.Live.State.Observe().Text, open.Live.State.Observe().Text);
        await DoAsync(open.Live, "Top");

        var refused = await Assert.ThrowsAsync<DemonstrationRefusedException>(() => former.Live.ApplyAsync("Back", former.Live.Version));
        Assert.Equal("This demonstration goes on in another window of WebQA. Load the page again to go on here; nothing is lost.", refused.Message);
        Assert.Equal(4, (await host.Store.FindAsync(id))!.Steps);
    }

    [Fact]
    public async Task Tabs_share_the_work_and_what_a_tab_asks_from_an_older_state_is_refused()
    {
        await using var host = new TestHost();
        var desk = host.Get<DemonstrationDesk>();
        var id = await desk.BeginAsync(Person, "Why do crows bring gifts?");
        await using var one = await OpenAsync(desk, id);
        await using var other = await OpenAsync(desk, id);
        var seen = other.Live.Version;
        await DoAsync(one.Live, "Search about crows");
        var refused = await Assert.ThrowsAsync<DemonstrationRefusedException>(() => other.Live.ApplyAsync("Search about gulls", seen));
        Assert.StartsWith("This demonstration went on in another tab meanwhile, so this was not done.", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DemonstrationRefusedException>(() => other.Live.UndoAsync(seen));
        Assert.Equal(["Search about crows"], other.Live.State.Steps.Select(s => s.Event.Command));
        await one.DisposeAsync();
        await DoAsync(other.Live, "Clicked on link 0");
    }

    [Fact]
    public async Task Nobody_else_opens_it()
    {
        await using var host = new TestHost();
        var desk = host.Get<DemonstrationDesk>();
        var id = await desk.BeginAsync(Person, "Why do crows bring gifts?");
        Assert.Null(await desk.OpenAsync(id, "somebody else"));
        await using var open = await OpenAsync(desk, id);
        Assert.Null(await desk.OpenAsync(id, "somebody else"));
        Assert.Null(await desk.OpenAsync("no-such-episode", Person));
    }

    [Theory]
    [InlineData("", "The answer is empty. Write it, or say that the quotes are not enough.")]
    [InlineData("It is so [2].", "[2] has no quote: the only quote is [1].")]
    [InlineData("It is so.", "The answer cites no quote. Cite the quote that each sentence rests on, for example [1].")]
    public async Task A_faulty_answer_is_given_back_and_nothing_is_stored_of_it(string answer, string message)
    {
        await using var host = new TestHost();
        var desk = host.Get<DemonstrationDesk>();
        await using var open = await OpenAsync(desk, await desk.BeginAsync(Person, "Why do crows bring gifts?"));
        await DoAsync(open.Live, Browsing);
        var version = open.Live.Version;
        Assert.Equal(message, (await Assert.ThrowsAsync<DemonstrationRefusedException>(() => open.Live.SubmitAsync(answer, version))).Message);
        Assert.Equal(version, open.Live.Version);
        await open.Live.SubmitAsync("It is so [1].", version);
    }

    [Fact]
    public async Task Quotes_that_are_not_enough_need_a_reason_and_so_does_skipping()
    {
        await using var host = new TestHost();
        var desk = host.Get<DemonstrationDesk>();
        await using var open = await OpenAsync(desk, await desk.BeginAsync(Person, "Why do crows bring gifts?"));
        await DoAsync(open.Live, Browsing);
        await Assert.ThrowsAsync<DemonstrationRefusedException>(() => open.Live.SubmitWithoutAnswerAsync(" ", open.Live.Version));
        await Assert.ThrowsAsync<DemonstrationRefusedException>(() => open.Live.SkipAsync("", open.Live.Version));
        await open.Live.SubmitWithoutAnswerAsync("Only one page speaks of crows.", open.Live.Version);
        Assert.Equal((Outcome.NotEnoughEvidence, "Only one page speaks of crows."), (open.Live.State.Ended!.Outcome, open.Live.State.Ended.Reason));

        var skipped = await desk.BeginAsync(Person, "What is it?");
        await using var second = await OpenAsync(desk, skipped);
        await second.Live.SkipAsync("Nobody can know what it is.", second.Live.Version);
        var found = Assert.Single(await ListAsync(host, new DemonstrationQuery(Person, State: DemonstrationState.Skipped)));
        Assert.Equal((skipped, "Nobody can know what it is."), (found.EpisodeId, found.SkipReason));
    }

    [Fact]
    public async Task The_draft_goes_when_the_answer_is_handed_in()
    {
        await using var host = new TestHost();
        var (desk, drafts) = (host.Get<DemonstrationDesk>(), host.Get<IDraftStore>());
        var id = await desk.BeginAsync(Person, "Why do crows bring gifts?");
        await drafts.SaveAsync(Person, new DraftKey(Demonstration.DraftKind, id), new DraftChange(0, "tab", 1, "{}"));
        await using var open = await OpenAsync(desk, id);
        await DoAsync(open.Live, Browsing);
        await open.Live.SubmitAsync("It is so [1].", open.Live.Version);
        Assert.Null(await drafts.FindAsync(Person, new DraftKey(Demonstration.DraftKind, id)));
    }

    [Fact]
    public async Task A_question_that_cannot_be_asked_begins_nothing()
    {
        await using var host = new TestHost();
        await Assert.ThrowsAsync<InvalidQuestionException>(() => host.Get<DemonstrationDesk>().BeginAsync(Person, " "));
        Assert.Empty(await ListAsync(host, new DemonstrationQuery(State: DemonstrationState.All)));
    }

    private static async Task<OpenDemonstration> OpenAsync(DemonstrationDesk desk, string id) =>
        await desk.OpenAsync(id, Person) ?? throw new InvalidOperationException("It does not open.");

    private static async Task DoAsync(LiveDemonstration live, params string[] commands)
    {
        foreach (var command in commands)
        {
            Assert.Equal(StepResult.Ok, (await live.ApplyAsync(command, live.Version)).Result);
        }
    }

    private static async Task<List<Demonstration>> ListAsync(TestHost host, DemonstrationQuery query)
    {
        var all = new List<Demonstration>();
        await foreach (var demonstration in host.Get<IDemonstrationStore>().ReadAsync(query))
        {
            all.Add(demonstration);
        }
        return all;
    }
}
