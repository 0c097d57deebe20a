using Microsoft.Extensions.Time.Testing;
using WebQA.TextBrowser.Environments.Creation.Sites;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

public class HostSpacingTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Requests_to_a_host_are_apart_and_to_others_are_not()
    {
        var spacing = new HostSpacing(TimeSpan.FromSeconds(1), _clock);
        await spacing.WaitAsync(new Uri("https://a.example/1"), TestContext.Current.CancellationToken);
        await spacing.WaitAsync(new Uri("https://b.example/1"), TestContext.Current.CancellationToken);

        var second = spacing.WaitAsync(new Uri("https://a.example/2"), TestContext.Current.CancellationToken);
        var third = spacing.WaitAsync(new Uri("https://a.example/3"), TestContext.Current.CancellationToken);

        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await second;
        Assert.False(third.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await third;
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(0.1, 1)]
    public void The_longer_of_both_delays_is_kept(double own, double kept)
    {
        var spacing = new HostSpacing(TimeSpan.FromSeconds(1), _clock);

        spacing.Ask(new Uri("https://a.example/robots.txt"), TimeSpan.FromSeconds(own));

        Assert.Equal(TimeSpan.FromSeconds(kept), spacing.Of(new Uri("https://a.example/x")));
    }
}
