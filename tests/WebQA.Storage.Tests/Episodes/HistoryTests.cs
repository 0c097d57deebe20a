using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Storage.Tests.Episodes;

public sealed class HistoryTests
{
    [Fact]
    public async Task The_newest_comes_first_and_pages_follow_each_other()
    {
        await using var test = new TestStore();
        for (var i = 0; i < 5; i++)
        {
            await test.Episodes.CreateAsync(TestStore.Setup($"e{i}"), "me", HostedBy.Service);
            test.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await test.Episodes.ListAsync(new EpisodeQuery(Count: 2));
        var second = await test.Episodes.ListAsync(new EpisodeQuery(Before: first[^1].StartedAt, Count: 2));

        Assert.Equal(["e4", "e3"], first.Select(e => e.Id));
        Assert.Equal(["e2", "e1"], second.Select(e => e.Id));
    }

    [Theory]
    [InlineData("crow gift", "crows")]
    [InlineData("CORVIDS", "crows")]
    [InlineData("zürich", "zurich")]
    [InlineData("Zurich", "zurich")]
    [InlineData("crow zurich", "")]
    [InlineData("\"gifts\" OR AND (", "")]
    [InlineData("  ?!  ", "")]
    public async Task Words_are_found_in_question_and_answer(string text, string expected)
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("crows"), "me", HostedBy.Service);
        await test.Episodes.AppendAsync(lease, 1, new AnswerComposed(new Answer { Text = "Corvids remember people [1]." }, null));
        await test.Episodes.CreateAsync(TestStore.Setup("zurich", "Why is Zürich dear?"), "me", HostedBy.Service);

        var found = await test.Episodes.ListAsync(new EpisodeQuery(text));

        Assert.Equal(expected.Length == 0 ? [] : [expected], found.Select(e => e.Id));
    }

    [Fact]
    public async Task Episodes_of_a_batch_stand_apart_and_are_found_by_the_id_that_answers_name()
    {
        await using var test = new TestStore();
        await test.Episodes.CreateAsync(TestStore.Setup("asked"), "me", HostedBy.Service);
        await test.Episodes.CreateAsync(TestStore.Setup("run1.abc") with { RunId = "run1" }, "me", HostedBy.Command);
        await test.Episodes.CreateAsync(TestStore.Setup("run2.abc") with { RunId = "run2" }, "me", HostedBy.Command);

        Assert.Equal(["asked"], (await test.Episodes.ListAsync(new EpisodeQuery())).Select(e => e.Id));
        Assert.Equal(["run1.abc"], (await test.Episodes.ListAsync(new EpisodeQuery(RunId: "run1"))).Select(e => e.Id));
        Assert.Equal("run2.abc", (await test.Episodes.FindAsync("abc"))!.Id);
        Assert.Equal("run1.abc", (await test.Episodes.FindAsync("run1.abc"))!.Id);
        Assert.Single(await test.Episodes.ReadAsync("abc"));
    }
}
