using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Tests.Hosting;

/// <summary>Two hosts on one data folder: each has its own connections, caches and owner name, as two processes have.</summary>
public sealed class LeaseTests
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task A_watcher_sees_what_another_process_stores()
    {
        await using var one = new TestHost(pause: Slow);
        await using var other = new TestHost(one.Folder);
        var id = await one.Host.StartAsync(new EpisodeRequest { Question = "Why?" });

        var events = await other.EndOfAsync(id);

        Assert.Equal(Outcome.Answered, Assert.IsType<EpisodeEnded>(events[^1].Event).Outcome);
        Assert.Equal(Enumerable.Range(0, events.Count), events.Select(e => e.Sequence));
    }

    [Fact]
    public async Task Stop_reaches_an_episode_that_another_process_runs()
    {
        await using var one = new TestHost(pause: TimeSpan.FromMinutes(1));
        await using var other = new TestHost(one.Folder);
        var id = await one.Host.StartAsync(new EpisodeRequest { Question = "Why?" });

        await other.Host.StopAsync(id);

        Assert.Equal(Outcome.Stopped, Assert.IsType<EpisodeEnded>((await other.EndOfAsync(id))[^1].Event).Outcome);
    }

    [Fact]
    public async Task A_host_that_shuts_down_hands_its_episodes_over_at_once()
    {
        await using var keeper = new TestHost();
        await using var one = new TestHost(keeper.Folder, pause: Slow);
        var id = await one.Host.StartAsync(new EpisodeRequest { Question = "Why?" });
        await one.Host.LeaveAsync();

        Assert.Equal(EpisodePhase.Interrupted, (await keeper.Store.FindAsync(id))!.Phase);
        Assert.True(await keeper.Host.ContinueAsync(id));
        var events = await keeper.EndOfAsync(id);

        Assert.Equal(Outcome.Answered, Assert.IsType<EpisodeEnded>(events[^1].Event).Outcome);
        Assert.Equal(6, events.Count(e => e.Event is StepTaken));
    }

    [Fact]
    public async Task A_running_episode_is_not_taken_over_however_long_a_step_lasts()
    {
        await using var one = new TestHost(pause: TimeSpan.FromSeconds(2));
        await using var other = new TestHost(one.Folder);
        var id = await one.Host.StartAsync(new EpisodeRequest { Question = "Why?" });
        await Task.Delay(TimeSpan.FromSeconds(1));

        await other.Host.ReapAsync(default);

        Assert.Equal(0, other.Host.HeldCount);
        Assert.Equal(EpisodePhase.Running, (await other.Store.FindAsync(id))!.Phase);
        Assert.False(await other.Host.ContinueAsync(id));
    }

    [Fact]
    public async Task An_interrupted_episode_of_a_command_waits_for_continue()
    {
        await using var keeper = new TestHost();
        await using (var command = new TestHost(keeper.Folder, HostedBy.Command, pause: TimeSpan.FromMinutes(1)))
        {
            await command.Host.StartAsync(new EpisodeRequest { Question = "Why?" });
        }

        await keeper.Host.ReapAsync(default);
        var left = Assert.Single(await keeper.Store.ListAsync(new EpisodeQuery()));
        Assert.Equal(EpisodePhase.Interrupted, left.Phase);
        Assert.True(await keeper.Host.ContinueAsync(left.Id));
        await keeper.EndOfAsync(left.Id);

        Assert.Equal(Outcome.Answered, (await keeper.Store.FindAsync(left.Id))!.Outcome);
    }

    [Fact]
    public async Task Stopping_an_interrupted_episode_ends_it()
    {
        await using var keeper = new TestHost();
        await using (var command = new TestHost(keeper.Folder, HostedBy.Command, pause: TimeSpan.FromMinutes(1)))
        {
            await command.Host.StartAsync(new EpisodeRequest { Question = "Why?" });
        }
        var id = Assert.Single(await keeper.Store.ListAsync(new EpisodeQuery())).Id;

        await keeper.Host.StopAsync(id);

        Assert.Equal(Outcome.Stopped, Assert.IsType<EpisodeEnded>((await keeper.EndOfAsync(id))[^1].Event).Outcome);
    }

    [Fact]
    public async Task What_cannot_be_resumed_three_times_ends_as_failed_with_the_reason()
    {
        await using var keeper = new TestHost();
        string id;
        await using (var one = new TestHost(keeper.Folder, pause: Slow))
        {
            id = await one.Host.StartAsync(new EpisodeRequest { Question = "Why?" });
            await foreach (var stored in one.Host.WatchAsync(id))
            {
                if (stored.Event is StepTaken)
                {
                    break;
                }
            }
        }
        await using var without = new TestHost(keeper.Folder, services: s => s.AddSingleton<IEnvironmentCatalog>(new NoEnvironments()));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await without.Store.FindAsync(id) is { Phase: not EpisodePhase.Ended })
        {
            await without.Host.ReapAsync(stop.Token);
            await Task.Delay(100, stop.Token);
        }

        var summary = await without.Store.FindAsync(id);
        Assert.Equal(Outcome.Failed, summary!.Outcome);
        Assert.Equal("Going on with it failed three times: There is no environment 'scripted-web'. There is: .", summary.Reason);
    }

    private sealed class NoEnvironments : IEnvironmentCatalog
    {
        public IReadOnlyList<Core.Browsing.EnvironmentInfo> Environments => [];

        public Core.Browsing.IEnvironment Get(string name) => throw new UnknownNameException("environment", name, []);
    }
}
