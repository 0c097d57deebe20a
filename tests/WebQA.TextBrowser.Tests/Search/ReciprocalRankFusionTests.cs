using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Tests.Search;

public class ReciprocalRankFusionTests
{
    [Fact]
    public void A_page_in_both_rankings_stands_above_the_first_of_the_weightier_one() =>
        Assert.Equal([5, 7, 9], ReciprocalRankFusion.Fuse(([5, 9], 1), ([7, 5], 2)));

    [Fact]
    public void Scores_are_weight_over_ten_plus_rank()
    {
        // Page 1: 1/11 + 2/13 = .2448; page 2: 2/11 = .1818; page 3: 1/12 + 2/12 = .25.
        Assert.Equal([3, 1, 2], ReciprocalRankFusion.Fuse(([1, 3], 1), ([2, 3, 1], 2)));
    }

    [Fact]
    public void Equal_scores_are_ordered_by_page() =>
        Assert.Equal([2, 4], ReciprocalRankFusion.Fuse(([4], 1), ([2], 1)));
}
