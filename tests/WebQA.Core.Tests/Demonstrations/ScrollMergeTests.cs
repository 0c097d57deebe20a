using WebQA.Core.Demonstrations;

namespace WebQA.Core.Tests.Demonstrations;

public class ScrollMergeTests
{
    [Fact]
    public void Single_scrolls_in_a_row_become_scrolls_of_three_and_what_is_left() => Assert.Equal(
        ["Search crows", "Scrolled down 3", "Scrolled down 2", "Find in page: gifts", "Scrolled down 1"],
        ScrollMerge.Merge(
            ["Search crows", "Scrolled down 1", "Scrolled down 1", "Scrolled down 1", "Scrolled down 1", "Scrolled down 1", "Find in page: gifts", "Scrolled down 1"]));

    [Fact]
    public void Scrolls_in_opposite_directions_are_not_merged() =>
        Assert.Equal(["Scrolled down 2", "Scrolled up 1", "Scrolled down 1"], ScrollMerge.Merge(["Scrolled down 1", "Scrolled down 1", "Scrolled up 1", "Scrolled down 1"]));

    [Fact]
    public void Other_commands_stay_as_they_are() =>
        Assert.Equal(["Top", "Top", "Serach", "Quote: Scrolled down 1"], ScrollMerge.Merge(["Top", "Top", "Serach", "Quote: Scrolled down 1"]));
}
