using WebQA.Core.Rewards;

namespace WebQA.Core.Tests.Rewards;

public sealed class RewardTests
{
    [Fact]
    public void One_more_in_log_odds_is_preferred_73_percent_of_the_time() => Assert.Equal(0.7310586, new Reward(2.5).PreferenceOver(new Reward(1.5)), 1e-7);

    [Fact]
    public void Equal_rewards_are_a_coin() => Assert.Equal(0.5, new Reward(-40).PreferenceOver(new Reward(-40)));

    [Fact]
    public void An_ensemble_has_a_mean_a_minimum_and_a_population_spread()
    {
        var reward = new EnsembleReward([1, 2, 6]);

        Assert.Equal((3, 1), (reward.Mean.LogOdds, reward.Minimum.LogOdds));
        Assert.Equal(Math.Sqrt(14 / 3.0), reward.Spread, 1e-12);
    }
}
