using System.Diagnostics;
using WebQA.Core.Episodes;

namespace WebQA.Storage.Tests.Episodes;

public sealed class ThroughputTests(ITestOutputHelper output)
{
    /// <summary>The figure asked for is 1,500 steps a second; a test on a shared machine allows a fifth. Printed, and taken at full size by <c>.ci/long</c>.</summary>
    [Fact]
    public async Task Sixty_four_episodes_store_their_steps_fast_enough()
    {
        const int Episodes = 64, Steps = 50;
        await using var test = new TestStore(clock: TimeProvider.System);
        var leases = await Task.WhenAll(Enumerable.Range(0, Episodes).Select(i => test.Episodes.CreateAsync(TestStore.Setup($"e{i}"), "me", HostedBy.Service)));

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(leases.Select(async lease =>
        {
            for (var step = 1; step <= Steps; step++)
            {
                await test.Episodes.AppendAsync(lease, step, TestStore.Step(step));
            }
        }));
        var rate = Episodes * Steps / Stopwatch.GetElapsedTime(started).TotalSeconds;

        output.WriteLine($"{rate:F0} steps a second with {Episodes} concurrent episodes");
        Assert.Equal((long)Episodes * (Steps + 1), test.Scalar("select count(*) from event"));
        Assert.True(rate >= 300, $"Only {rate:F0} steps a second.");
    }
}
