using WebQA.Core.Episodes;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>Citations that people call wrong.</summary>
public sealed class IncidentStoreTests
{
    private static readonly CitationReport Report = new("run.e1", 2, CitationProblem.DoesNotSayIt, "It says <b>nothing</b> 😀 \u202E of the kind.");

    [Fact]
    public async Task A_report_is_open_until_it_is_settled_and_is_settled_once()
    {
        await using var store = await StoreAsync();
        var incidents = store.Get<IIncidentStore>();

        var id = await incidents.ReportAsync(Report, "ann");

        var open = Assert.Single(await incidents.ListAsync(isOpen: true));
        Assert.Equal(new CitationIncident(id, Report, "ann", TestStore.Noon, null), open);
        await incidents.SettleAsync(id, IncidentVerdict.Accepted, " The quote is of crows. ", "ben");
        Assert.Empty(await incidents.ListAsync(isOpen: true));
        Assert.Equal(0, await incidents.CountOpenAsync());
        Assert.Equal(new IncidentSettlement(IncidentVerdict.Accepted, "The quote is of crows.", "ben", TestStore.Noon), Assert.Single(await incidents.ListAsync(isOpen: false)).Settlement);
        Assert.Equal(
            $"Incident {id} was settled before. It stays as it was decided then.",
            await Tasks.RefusalAsync(FeedbackRefusal.AlreadySubmitted, () => incidents.SettleAsync(id, IncidentVerdict.Rejected, "No.", "cleo")));
    }

    [Fact]
    public async Task One_persons_second_report_of_a_reference_replaces_the_first_and_anothers_does_not()
    {
        await using var store = await StoreAsync();
        var incidents = store.Get<IIncidentStore>();
        var first = await incidents.ReportAsync(Report, "ann");

        Assert.Equal(first, await incidents.ReportAsync(Report with { Problem = CitationProblem.OutOfDate }, "ann"));
        await incidents.ReportAsync(Report, "ben");

        Assert.Equal(2, await incidents.CountOpenAsync());
        Assert.Equal([("ann", CitationProblem.OutOfDate), ("ben", CitationProblem.DoesNotSayIt)], (await incidents.ListAsync(null)).Select(static i => (i.PersonId, i.Report.Problem)));
        Assert.Equal("ben", Assert.Single(await incidents.ListAsync(null, count: 1, skip: 1)).PersonId);
    }

    [Fact]
    public async Task What_cannot_be_reported_or_settled_says_why()
    {
        await using var store = await StoreAsync();
        var incidents = store.Get<IIncidentStore>();

        Assert.Equal("There is no answer nope. It may have been deleted.", await Tasks.RefusalAsync(FeedbackRefusal.Unknown, () => incidents.ReportAsync(Report with { EpisodeId = "nope" }, "ann")));
        Assert.Equal("There is no reference [0]; references begin at 1.", await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => incidents.ReportAsync(Report with { Reference = 0 }, "ann")));
        Assert.Equal(
            "Say in a few words what is wrong with the citation.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => incidents.ReportAsync(Report with { Problem = CitationProblem.Other, Note = "\0 " }, "ann")));
        Assert.Equal(
            "The note has 1000000 characters; at most 4000 are kept. Shorten it.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => incidents.ReportAsync(Report with { Note = new string('x', 1_000_000) }, "ann")));
        Assert.Equal("There is no incident 1.", await Tasks.RefusalAsync(FeedbackRefusal.Unknown, () => incidents.SettleAsync("1", IncidentVerdict.Fixed, "x", "ben")));
        Assert.Equal(0, await incidents.CountOpenAsync());
    }

    private static async Task<TestStore> StoreAsync()
    {
        var store = new TestStore();
        await store.Episodes.CreateAsync(TestStore.Setup("run.e1"), "test", HostedBy.Command);
        return store;
    }
}
