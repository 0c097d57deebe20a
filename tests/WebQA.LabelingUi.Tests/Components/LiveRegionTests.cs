using Bunit;
using WebQA.LabelingUi.Components.Shared;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class LiveRegionTests : UiTest
{
    [Fact]
    public void It_speaks_at_most_once_in_three_seconds_and_then_says_the_newest()
    {
        var region = Context.Render<LiveRegion>(p => p.Add(r => r.Text, "Step 1"));
        Assert.Equal("Step 1", region.Find("[role=status]").TextContent);

        region.Render(p => p.Add(r => r.Text, "Step 2"));
        region.Render(p => p.Add(r => r.Text, "Step 3"));
        Clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal("Step 1", region.Find("[role=status]").TextContent);

        Clock.Advance(TimeSpan.FromSeconds(0.2));
        region.WaitForAssertion(() => Assert.Equal("Step 3", region.Find("[role=status]").TextContent));
    }
}
