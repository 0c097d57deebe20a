using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Tests.Doubles;

namespace WebQA.LabelingUi.Tests.Episodes;

public class StoredPageViewTests
{
    private readonly World _world = new();

    [Fact]
    public async Task The_quotes_of_a_page_are_marked_where_they_stand()
    {
        var state = (await _world.EndedAsync()).State!;

        var view = new StoredPageView(_world.Web.Gifts, state, Quote: 1);

        var mark = Assert.Single(view.Marks);
        Assert.Equal(state.References[0].Extract, _world.Web.Gifts.PlainText.Substring(mark.Span.Start, mark.Span.Length));
        Assert.Empty(view.Unverified);
        Assert.Equal(11, view.TargetLine);
    }

    [Fact]
    public async Task A_quote_that_the_page_does_not_hold_is_not_marked_and_is_named()
    {
        var state = (await _world.EndedAsync()).State!;
        var forged = state.References[0] with { Extract = "Crows love people more than anything else there is in all the world." };

        var view = new StoredPageView(_world.Web.Gifts, state with { References = [forged] }, Quote: 1);

        Assert.Empty(view.Marks);
        Assert.Equal([1], view.Unverified.Select(r => r.Id));
    }

    [Fact]
    public void Without_an_episode_nothing_is_marked()
    {
        var view = new StoredPageView(_world.Web.Gifts, Episode: null, Quote: 3);

        Assert.Empty(view.Marks);
        Assert.Null(view.Current);
        Assert.Null(view.TargetLine);
    }
}
