using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Tests.Doubles;
using WebQA.Policies.Tests.Doubles;

namespace WebQA.Policies.Tests.Ranking;

public sealed class RankingPolicyTests
{
    [Fact]
    public async Task It_searches_opens_results_and_a_link_reads_quotes_and_ends()
    {
        var episode = await Episodes.RunAsync(CrowWeb.Create());

        var commands = episode.Commands();
        Assert.Equal($"Search {CrowWeb.Question}", commands[0]);
        Assert.Equal("Clicked on link 0", commands[1]);
        Assert.Equal("End: Answer", commands[^1]);
        Assert.Contains(CrowWeb.Faces, episode.State.Steps.Select(s => s.Page?.Url));
        Assert.All(episode.State.Steps, s => Assert.Equal(StepResult.Ok, s.Result));
        Assert.Contains(episode.State.References, r => r.Extract.Contains("because dropped things were followed by food", StringComparison.Ordinal));
        Assert.Contains(episode.State.References, r => r.Extract.Contains("remember human faces for years", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_answer_is_made_of_sentences_of_the_quotes_each_cited()
    {
        var episode = await Episodes.RunAsync(CrowWeb.Create());

        Assert.Equal(Outcome.Answered, episode.State.Ended!.Outcome);
        var answer = episode.State.Composed!.Answer!;
        Assert.True(answer.IsAssembledFromQuotes);
        Assert.Empty(answer.Errors);
        Assert.All(answer.Citations, citation =>
        {
            var sentence = answer.Text.Substring(citation.Start, citation.Length);
            var reference = episode.State.References[citation.References[0] - 1];
            Assert.Contains(sentence.TrimEnd('.'), string.Join(' ', reference.Extract.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_episode_and_other_seeds_give_others()
    {
        var first = await Episodes.RunAsync(CrowWeb.Create(), seed: 5, temperature: 0.8);
        var again = await Episodes.RunAsync(CrowWeb.Create(), seed: 5, temperature: 0.8);
        var courses = new HashSet<string>();
        for (var seed = 0; seed < 8; seed++)
        {
            courses.Add(string.Join('\n', (await Episodes.RunAsync(CrowWeb.Create(), seed: seed, temperature: 2)).Commands()));
        }

        Assert.Equal(first.Commands(), again.Commands());
        Assert.Equal(first.State.Composed!.Answer!.Text, again.State.Composed!.Answer!.Text);
        Assert.True(courses.Count >= 3, $"Eight seeds gave {courses.Count} different courses.");
    }

    [Fact]
    public async Task An_episode_resumed_after_any_step_goes_on_as_it_would_have()
    {
        var journal = new ListJournal();
        var web = CrowWeb.Create();
        var whole = await Episodes.RunAsync(web, seed: 3, temperature: 0.8, journal: journal);
        var setup = new EpisodeStarted(Episodes.Setup(CrowWeb.Question));
        for (var steps = 1; steps < whole.State.Steps.Count; steps += 3)
        {
            var restored = await Episode.RestoreAsync([setup, .. journal.Events.Take(steps)], web, new ListJournal(), TimeProvider.System);
            var policy = Episodes.Policy(3, 0.8);

            var decision = await policy.ActAsync(restored.Observation);

            Assert.Equal(whole.State.Steps[steps].Event.Command, decision.Text);
        }
    }

    [Fact]
    public async Task After_an_undo_it_chooses_the_same_command_again()
    {
        var policy = Episodes.Policy();
        var episode = Episodes.Begin(CrowWeb.Create());
        for (var i = 0; i < 3; i++)
        {
            await episode.ApplyAsync(await policy.ActAsync(episode.Observation));
        }
        var taken = episode.State.Steps[^1].Event.Command;

        await episode.UndoAsync();

        Assert.Equal(taken, (await policy.ActAsync(episode.Observation)).Text);
    }

    [Fact]
    public async Task Few_actions_and_few_words_are_kept_to()
    {
        var episode = await Episodes.RunAsync(CrowWeb.Create(), limits: new EpisodeLimits { MaxActions = 4, ReferenceWords = 40, QuoteWords = 20 });

        Assert.InRange(episode.State.References.Count, 1, 2);
        Assert.True(episode.State.WordsUsed <= 40);
        Assert.All(episode.State.Steps, s => Assert.Equal(StepResult.Ok, s.Result));
        Assert.Equal(Outcome.Answered, episode.State.Ended!.Outcome);
    }

    [Fact]
    public async Task A_web_about_something_else_gives_an_honest_no()
    {
        const string question = "Which violin did the composer prefer for his late quartets?";

        var episode = await Episodes.RunAsync(CrowWeb.Create(question), question);

        Assert.Equal(Outcome.NotEnoughEvidence, episode.State.Ended!.Outcome);
        Assert.StartsWith("2 pages were read. The closest is “", episode.State.Ended.Reason, StringComparison.Ordinal);
        Assert.EndsWith($"Nothing that was read comes close to “{question}”.", episode.State.Ended.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_result_other_queries_are_tried_and_then_it_ends()
    {
        var episode = await Episodes.RunAsync(new FakeEnvironment());

        Assert.Equal(
            [$"Search {CrowWeb.Question}", "Search Why do crows bring gifts to people", "Search do they remember human faces?", "End: Answer"], episode.Commands());
        Assert.Equal(Outcome.NotEnoughEvidence, episode.State.Ended!.Outcome);
    }

    [Fact]
    public async Task A_dead_result_costs_a_step_back_and_no_more()
    {
        var web = CrowWeb.Create();
        web.Pages.Remove(CrowWeb.Bread);

        var episode = await Episodes.RunAsync(web);

        Assert.Single(episode.State.Steps, s => s.Result == StepResult.Failed);
        Assert.Equal(Outcome.Answered, episode.State.Ended!.Outcome);
    }

    [Theory]
    [InlineData("crows")]
    [InlineData("🐦‍⬛ 1")]
    [InlineData("לָמָּה עוֹרְבִים מְבִיאִים מַתָּנוֹת?")]
    [InlineData("カラスはなぜ贈り物を持ってくるのですか？")]
    [InlineData("a,, ,b;; ?? — and and and how")]
    [InlineData("First line\nsecond line, and why\nthird")]
    public async Task Odd_questions_run_to_their_end(string question)
    {
        var episode = await Episodes.RunAsync(CrowWeb.Create(string.Join(' ', question.Split('\n'))), question);

        Assert.NotNull(episode.State.Ended);
        Assert.Equal("End: Answer", episode.Commands()[^1]);
        Assert.DoesNotContain(episode.State.Steps, s => s.Result == StepResult.Invalid);
    }

    [Fact]
    public async Task A_follow_up_begins_with_the_quotes_at_hand_and_can_answer_from_them_at_once()
    {
        var before = await Episodes.RunAsync(CrowWeb.Create());
        var follow = Episodes.Begin(CrowWeb.Create(), references: before.State.References);
        var policy = Episodes.Policy();

        await follow.AnswerNowAsync();
        await follow.ComposeAnswerAsync(policy);

        Assert.Contains("gifts", follow.State.Composed!.Answer!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_has_a_log_probability_of_at_most_0()
    {
        var episode = await Episodes.RunAsync(CrowWeb.Create(), seed: 1, temperature: 0.8);

        Assert.All(episode.State.Steps, s => Assert.InRange(s.Event.LogProbability!.Value, -50, 0));
        Assert.Contains(episode.State.Steps, s => s.Event.LogProbability < 0);
    }

    [Fact]
    public async Task Only_what_was_read_is_embedded()
    {
        var embedder = new WordEmbedder();
        var policy = Episodes.Policy(embedder: embedder);
        var episode = Episodes.Begin(CrowWeb.Create());
        await episode.ApplyAsync(await policy.ActAsync(episode.Observation));
        await episode.ApplyAsync(await policy.ActAsync(episode.Observation));
        await policy.ActAsync(episode.Observation);

        Assert.Contains("It may be chance.", embedder.Embedded);
        Assert.DoesNotContain(embedder.Embedded, t => t.Contains("yeast", StringComparison.Ordinal));
        Assert.Equal(embedder.Embedded.Count, embedder.Embedded.Distinct().Count());
    }

    [Fact]
    public void An_unknown_policy_is_refused_with_the_names_there_are() =>
        Assert.Equal(
            "There is no policy 'gpt'. There is: ranking.",
            Assert.Throws<UnknownNameException>(() => new PolicyCatalog(new WordEmbedder()).Create("gpt", 0, 0)).Message);
}
