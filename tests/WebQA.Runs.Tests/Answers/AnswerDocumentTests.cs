using System.Text.Json.Nodes;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Runs.Answers;

namespace WebQA.Runs.Tests.Answers;

public sealed class AnswerDocumentTests
{
    private const string Url = "https://birds.example/crows";
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly TextPage Results = new(
        new PageContent
        {
            Kind = PageKind.SearchResults,
            RequestedUrl = "crows gifts",
            Title = "Search results for: crows gifts",
            Text = "【0†Crows — a field guide†birds.example】\nCrows remember faces.",
            Links = [new PageLink(0, "Crows — a field guide", Url, "birds.example")],
        },
        Noon);

    private static readonly TextPage Page = new(
        new PageContent
        {
            Kind = PageKind.Web,
            Url = Url,
            RequestedUrl = Url,
            Domain = "birds.example",
            Title = "Crows — a field guide",
            Text = "Crows remember 【0†faces†birds.example】 for years.\n\nThey may leave small things, “gifts”, where they are fed.",
            Links = [new PageLink(0, "faces", "https://birds.example/faces", "birds.example")],
            SnapshotSha256 = new string('c', 64),
        },
        Noon.AddSeconds(1));

    private static async Task<EpisodeState> StateAsync(params EpisodeEvent[] last)
    {
        const string First = "Crows remember faces for years.", Second = "They may leave small things, “gifts”, where they are fed.";
        var setup = new EpisodeSetup
        {
            Id = "0123456789abcdef",
            Question = new Question("crow-gifts", "Why do crows bring people gifts?", "mini-web"),
            Environment = "mini-web",
            EnvironmentHash = new string('e', 64),
            Policy = "ranking",
            PolicyHash = new string('b', 64),
            Seed = 7,
        };
        EpisodeEvent[] events =
        [
            new EpisodeStarted(setup),
            Step(1, "Search crows gifts", Results) with { Opened = true },
            Step(2, "Clicked on link 0", Page) with { Opened = true },
            Step(3, "Fly away", Page) with { Result = StepResult.Invalid, Message = "That is not a command of the text browser." },
            Step(4, $"Quote: {First}", Page) with { QuoteStart = 0, QuoteLength = First.Length },
            Step(5, $"Quote: {Second}", Page) with { QuoteStart = Page.PlainText.IndexOf(Second, StringComparison.Ordinal), QuoteLength = Second.Length },
            .. last,
        ];
        return await EpisodeReplay.FoldAsync(events, (key, _) => Task.FromResult(key == Page.PageSha256 ? Page : Results));
    }

    private static StepTaken Step(int number, string command, TextPage page) => new()
    {
        Number = number,
        Command = command,
        Result = StepResult.Ok,
        ObservationSha256 = new string((char)('0' + number), 64),
        PageSha256 = page.PageSha256,
        Milliseconds = 10 * number,
    };

    private static EpisodeSummary Summary(EpisodeState state, DateTimeOffset? end) => new(
        state.Setup.Id, state.Setup.Question.Text, "mini-web", "ranking", 7, end is null ? EpisodePhase.Running : EpisodePhase.Ended,
        state.Ended?.Outcome, state.Ended?.Reason, state.Steps.Count, state.References.Count, Noon, end, null, null, null);

    private static async Task<AnswerDocument> AnsweredAsync()
    {
        const string Text = "Crows remember faces for years [1]. They may leave “gifts” where they are fed [1, 2].";
        var (citations, _) = CitationParser.Parse(Text, 2);
        var state = await StateAsync(
            Step(6, "End: Answer", Page), new AnswerComposed(new Answer { Text = Text, Citations = citations }, null), new EpisodeEnded(Outcome.Answered, null));
        return AnswerDocument.Of(state, Summary(state, Noon.AddSeconds(3)));
    }

    [Fact]
    public async Task The_document_is_the_golden_file_and_keeps_to_the_schema()
    {
        var json = (await AnsweredAsync()).ToJson(indented: true) + "\n";

        Contracts.Validate("answer.schema.json", json);
        Contracts.MatchGolden("answer.json", json);
    }

    [Fact]
    public async Task The_schema_describes_every_field_of_the_document()
    {
        var schema = JsonNode.Parse(Contracts.Schema("answer.schema.json"))!.AsObject();
        var written = (await AnsweredAsync() with { Samples = [new("a", 1, Outcome.Failed, null)] }).ToJson();

        Assert.Equal([], Contracts.Paths(JsonNode.Parse(written)).Distinct().Where(path => !Describes(schema, path)));

        static bool Describes(JsonObject schema, string path)
        {
            JsonNode? at = schema;
            foreach (var name in path[1..].Split('/'))
            {
                at = at?["$ref"] is { } reference ? schema["$defs"]![reference.GetValue<string>().Split('/')[^1]] : at;
                at = (at?["items"] ?? at)?["properties"]?[name];
            }
            return at is not null;
        }
    }

    [Fact]
    public async Task Citations_cover_the_sentence_and_references_lie_in_the_plain_text()
    {
        var document = await AnsweredAsync();

        Assert.Equal(["Crows remember faces for years", "They may leave “gifts” where they are fed"], document.Citations.Select(c => document.Answer!.Substring(c.Start, c.Length)));
        Assert.All(document.References, r => Assert.Equal(r.Extract, Page.PlainText.Substring(r.Start, r.Length)));
        Assert.All(document.References, r => Assert.Equal(Page.TextSha256, r.TextSha256));
    }

    [Fact]
    public async Task Reading_what_was_written_gives_the_same_document()
    {
        var json = (await AnsweredAsync()).ToJson();

        Assert.Equal(json, AnswerDocument.FromJson(json).ToJson());
        Assert.DoesNotContain('\n', json);
    }

    [Fact]
    public async Task Without_times_nothing_is_left_that_two_equal_runs_differ_in()
    {
        var json = (await AnsweredAsync()).WithoutTimes().ToJson();

        Contracts.Validate("answer.schema.json", json);
        Assert.DoesNotContain(Contracts.Paths(JsonNode.Parse(json)), path => path.Split('/') is [.., "ms" or "fetched_at"] or ["", "timings", ..]);
    }

    [Fact]
    public async Task An_episode_that_goes_on_has_no_outcome_yet()
    {
        var state = await StateAsync();

        var document = AnswerDocument.Of(state, Summary(state, end: null));

        Contracts.Validate("answer.schema.json", document.ToJson());
        Assert.Null(document.Outcome);
        Assert.Null(document.Answer);
        Assert.Equal(2, document.References.Count);
        Assert.Equal(new AnswerTimings(Noon, null, null), document.Timings);
    }

    [Fact]
    public async Task An_abstention_carries_its_reason()
    {
        var state = await StateAsync(Step(6, "End: Answer", Page), new AnswerComposed(null, "The quotes do not say why."), new EpisodeEnded(Outcome.NotEnoughEvidence, "The quotes do not say why."));

        var json = AnswerDocument.Of(state, Summary(state, Noon)).ToJson();

        Contracts.Validate("answer.schema.json", json);
        Assert.Contains("\"outcome\":\"not_enough_evidence\",\"reason\":\"The quotes do not say why.\",\"answer\":null,\"citations\":[]", json);
    }
}
