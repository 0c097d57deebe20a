using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Storage.Connections;
using WebQA.Storage.Episodes;

namespace WebQA.Storage.Demonstrations;

/// <summary>Demonstrations in the database: episodes like any other, but each event is on the disk before the person sees what came of it.</summary>
internal sealed class DemonstrationStore(
    Database database, PersonalWriter writer, EpisodeChanges changes, IOptions<StorageOptions> options, TimeProvider clock, FreeSpace free) : IDemonstrationStore
{
    private const int PageSize = 200;

    public Task<EpisodeLease> CreateAsync(EpisodeSetup setup, DemonstrationTask? task, string owner, CancellationToken cancellationToken = default)
    {
        database.Prepare();
        free.Demand();
        return writer.WriteAsync(
            statements =>
            {
                var lease = EpisodeWrites.Create(statements, setup, owner, HostedBy.Command, clock.GetUtcNow(), options.Value.Lease);
                DemonstrationRows.Insert(statements, setup, task);
                return lease;
            },
            cancellationToken);
    }

    public async Task<EpisodeLease?> TakeOverAsync(string episodeId, string personId, string owner, CancellationToken cancellationToken = default)
    {
        var fence = await writer.WriteAsync(
            statements => (long?)statements.Scalar(
                """
                update episode set lease_owner = @owner, lease_until = @until, fence = fence + 1
                where id = @id and ended_at is null and number in (select episode from demonstration where owner_id = @person)
                returning fence
                """,
                ("@owner", owner), ("@until", (clock.GetUtcNow() + options.Value.Lease).UtcTicks), ("@id", episodeId), ("@person", personId)),
            cancellationToken);
        return fence is { } newest ? new EpisodeLease(episodeId, owner, newest) : null;
    }

    public Task AppendAsync(EpisodeLease lease, int sequence, EpisodeEvent episodeEvent, DemonstrationProgress progress, CancellationToken cancellationToken = default) =>
        AppendAsync(lease, sequence, episodeEvent, progress, skipReason: null, cancellationToken);

    public Task SkipAsync(EpisodeLease lease, int sequence, EpisodeEnded ended, DemonstrationProgress progress, string reason, CancellationToken cancellationToken = default) =>
        AppendAsync(lease, sequence, ended, progress, reason, cancellationToken);

    public Task SaveTimeAsync(EpisodeLease lease, WorkTime time, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(statements => DemonstrationRows.SaveTime(statements, lease, time), cancellationToken);

    public Task SetTaskAsync(string episodeId, DemonstrationTask task, CancellationToken cancellationToken = default) => writer.WriteAsync(
        statements => statements.Execute(
            """
            update demonstration set project = @project, task_id = @task, fence = @fence, guideline_version = @guideline
            where episode = (select number from episode where id = @id and ended_at is null)
            """,
            ("@project", task.Project), ("@task", task.TaskId), ("@fence", task.Fence), ("@guideline", task.GuidelineVersion), ("@id", episodeId)),
        cancellationToken);

    public Task<Demonstration?> FindAsync(string episodeId, CancellationToken cancellationToken = default) =>
        Task.FromResult(Read(statements => DemonstrationRows.Find(statements, episodeId)));

    public async IAsyncEnumerable<Demonstration> ReadAsync(DemonstrationQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var after = 0L;
        while (await Task.Run(() => Read(statements => DemonstrationRows.Page(statements, query, after, PageSize)), cancellationToken) is { Count: > 0 } page)
        {
            foreach (var (place, demonstration) in page)
            {
                after = place;
                yield return demonstration;
            }
        }
    }

    private async Task AppendAsync(
        EpisodeLease lease, int sequence, EpisodeEvent episodeEvent, DemonstrationProgress progress, string? skipReason, CancellationToken cancellationToken)
    {
        var body = episodeEvent.ToJson();
        await writer.WriteAsync(
            statements =>
            {
                var episode = EpisodeWrites.Append(statements, lease, sequence, episodeEvent, body, clock.GetUtcNow(), (progress.Steps, progress.References));
                DemonstrationRows.Follow(statements, episode, episodeEvent, progress.Time);
                if (episodeEvent is EpisodeEnded)
                {
                    FinishedWork.Close(statements, lease.EpisodeId, episode, skipReason, clock.GetUtcNow());
                }
                return true;
            },
            cancellationToken);
        changes.Signal(lease.EpisodeId);
    }

    private T Read<T>(Func<Statements, T> read) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return read(statements);
    });
}
