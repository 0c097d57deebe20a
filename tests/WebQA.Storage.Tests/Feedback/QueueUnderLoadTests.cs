using System.Collections.Concurrent;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>The rules of the queue while many people take from it at once, some of whom vanish.</summary>
public sealed class QueueUnderLoadTests
{
    private const int People = 50, TasksCount = 10_000, Overlap = 3, Vanishing = 5;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _holders = [];
    private int _mostHolders;

    [Fact]
    public async Task Fifty_people_share_ten_thousand_tasks_three_people_each_nobody_twice_and_none_is_left()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(Overlap), TasksCount);

        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(() => WorkAsync(store, person, person < Vanishing ? 100 : int.MaxValue))));

        // Five tasks are still held by people who will not come back.
        Assert.Equal((long)(TasksCount * Overlap) - Vanishing, store.Scalar("select count(*) from feedback_annotation"));
        store.Clock.Advance(TimeSpan.FromMinutes(11));
        for (var person = 0; person < Vanishing; person++)
        {
            Forget($"person-{person}");
        }
        await Task.WhenAll(Enumerable.Range(Vanishing, People - Vanishing).Select(person => Task.Run(() => WorkAsync(store, person, int.MaxValue))));

        Assert.Equal(Overlap, _mostHolders);
        Assert.Equal((long)TasksCount * Overlap, store.Scalar("select count(*) from feedback_annotation"));
        Assert.Equal(0L, store.Scalar("select count(*) from (select task from feedback_annotation group by task having count(*) <> 3 or count(distinct owner_id) <> 3)"));
        Assert.Equal(0L, store.Scalar("select count(*) from feedback_task where taken <> 3"));
    }

    private async Task WorkAsync(TestStore store, int person, int tasks)
    {
        var (queue, labeler, random) = (store.Get<ITaskQueue>(), new Labeler($"person-{person}"), new Random(person));
        for (var done = 0; await queue.ClaimAsync("crows", labeler) is { } claimed; done++)
        {
            Hold(claimed.Lease);
            if (done == tasks)
            {
                return;
            }
            switch (random.Next(50))
            {
                case 0:
                    LetGo(claimed.Lease);
                    await queue.ReleaseAsync(claimed.Lease);
                    break;
                case 1:
                    LetGo(claimed.Lease);
                    await queue.SkipAsync(claimed.Lease, SkipRoute.AgainForMeLater, "tired");
                    break;
                case 2:
                    await queue.SubmitAsync(await queue.RenewAsync(claimed.Lease), Tasks.Rated());
                    break;
                default:
                    await queue.SubmitAsync(claimed.Lease, Tasks.Rated());
                    break;
            }
        }
    }

    /// <summary>Noted after the store has given a task and before it takes one back, so that this count is never above the store's.</summary>
    private void Hold(TaskLease lease)
    {
        var holders = _holders.GetOrAdd(lease.TaskId, static _ => []);
        Assert.True(holders.TryAdd(lease.PersonId, true), $"{lease.PersonId} has {lease.TaskId} twice.");
        InterlockedMax(ref _mostHolders, holders.Count);
    }

    private void LetGo(TaskLease lease) => _holders[lease.TaskId].TryRemove(lease.PersonId, out _);

    /// <summary>What they handed in keeps its place; what they still held does not.</summary>
    private void Forget(string person)
    {
        foreach (var holders in _holders.Values)
        {
            holders.TryRemove(person, out _);
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
