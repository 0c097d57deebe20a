using WebQA.Core.Answers;
using WebQA.Core.BestOfN;
using WebQA.Core.Rewards;

namespace WebQA.Core.Tests.BestOfN;

public sealed class AnswerSelectorTests
{
    private static readonly Candidate None = new("Why?", null, ["Crows remember faces."]);

    [Theory]
    [InlineData(SelectionStrategy.Reward, 1, "Sample 2 has the highest reward, 3.00, of 3 answered, of 4 samples.")]
    [InlineData(SelectionStrategy.RewardMin, 2, "Sample 3 has the highest lowest reward over the networks, 1.50, of 3 answered, of 4 samples.")]
    [InlineData(SelectionStrategy.Citation, 0, "Sample 1 has the highest share of words that its cited quotes hold, 1.00, of 3 answered, of 4 samples.")]
    [InlineData(SelectionStrategy.GateReward, 2, "Sample 3 has the highest reward, 2.00, of 3 answered and 2 that cite a quote in every sentence, of 4 samples.")]
    public async Task Each_strategy_chooses_by_its_own_measure_and_says_why(SelectionStrategy strategy, int winner, string reason)
    {
        var selector = new AnswerSelector(new TableModel(new()
        {
            ["Crows remember faces [1]."] = [1, 1],
            ["Crows remember faces [1]. They also bring many gifts."] = [0.5, 5.5],
            ["Crows remember birthdays [1]."] = [1.5, 2.5],
        }));

        var selection = await selector.SelectAsync(
            [
                Answered("Crows remember faces [1]."),
                Answered("Crows remember faces [1]. They also bring many gifts."),
                Answered("Crows remember birthdays [1]."),
                None,
            ],
            strategy, TestContext.Current.CancellationToken);

        Assert.Equal((winner, reason), (selection.Winner, selection.Reason));
        Assert.Equal(strategy == SelectionStrategy.Citation ? null : "table", selection.Chooser);
        Assert.Equal(new SampleScore(null, null, false), selection.Samples[3]);
    }

    [Fact]
    public async Task An_answer_goes_before_none_whatever_its_reward_and_among_equals_the_earlier_wins()
    {
        var selector = new AnswerSelector(new TableModel(new() { ["Crows [1]."] = [-9] }));

        var selection = await selector.SelectAsync([None, Answered("Crows [1]."), Answered("Crows [1].")], SelectionStrategy.Reward, TestContext.Current.CancellationToken);

        Assert.Equal(1, selection.Winner);
    }

    [Fact]
    public async Task Without_any_answer_the_first_sample_stands_for_all_and_no_model_is_asked_about_nothing()
    {
        var selection = await new AnswerSelector(new TableModel([])).SelectAsync([None, None], SelectionStrategy.GateReward, TestContext.Current.CancellationToken);

        Assert.Equal((0, "None of 2 samples has an answer, so the first stands for all."), (selection.Winner, selection.Reason));
    }

    [Fact]
    public async Task Nothing_to_choose_from_is_an_error_that_says_so()
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(
            () => new AnswerSelector(new TableModel([])).SelectAsync([], SelectionStrategy.Reward, TestContext.Current.CancellationToken));

        Assert.StartsWith("There is nothing to choose from: no sample was given.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_without_a_citation_covers_no_words_and_a_wrong_number_is_no_citation()
    {
        var half = CitationQuality.Of(Answered("Crows remember faces [1]. Crows remember faces."));
        var wrong = CitationQuality.Of(Answered("Crows remember faces [1] [7]."));

        Assert.Equal(new CitationQuality(0.5, false), half);
        Assert.Equal(new CitationQuality(1, false), wrong);
        Assert.Equal(default, CitationQuality.Of(None));
    }

    [Theory]
    [InlineData("reward", SelectionStrategy.Reward)]
    [InlineData("reward-min", SelectionStrategy.RewardMin)]
    [InlineData("citation", SelectionStrategy.Citation)]
    [InlineData("gate+reward", SelectionStrategy.GateReward)]
    public void Every_strategy_has_a_name(string name, SelectionStrategy strategy)
    {
        Assert.Equal(strategy, SelectionStrategies.Parse(name));
        Assert.Equal(name, SelectionStrategies.NameOf(strategy));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_those_there_are() => Assert.StartsWith(
        "There is no way to choose named 'luck'. There is: reward, reward-min, citation, gate+reward.",
        Assert.Throws<ArgumentException>(() => SelectionStrategies.Parse("luck")).Message, StringComparison.Ordinal);

    private static Candidate Answered(string text)
    {
        var (citations, errors) = CitationParser.Parse(text, 1);
        return new Candidate("Why?", new Answer { Text = text, Citations = citations, Errors = errors }, ["Crows remember faces."]);
    }

    /// <summary>Rewards by the answer's text.</summary>
    private sealed class TableModel(Dictionary<string, double[]> rewards) : IRewardModel
    {
        public string Name => "table";

        public Task<IReadOnlyList<EnsembleReward>> ScoreAsync(IReadOnlyList<RewardInput> answers, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<EnsembleReward>>([.. answers.Select(a => new EnsembleReward(rewards[a.Answer]))]);
    }
}
