using WebQA.Core.Feedback;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>Skips in the database: leases that ended so.</summary>
internal sealed class SkipLog(Database database) : ISkipLog
{
    public Task<IReadOnlyList<SkippedTask>> ListAsync(string project, MadeBy madeBy = MadeBy.People, CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<SkippedTask>>(() => database.Guarded(() =>
        {
            using var statements = new Statements(database.Open(Durability.Normal));
            return statements.Query(
                """
                select t.id, l.person_id, l.state, coalesce(l.reason, '') from feedback_lease l join feedback_task t on t.number = l.task
                where l.project = @project and l.state in (4, 5, 6) and (@madeBy = 2 or l.is_simulated = @madeBy) order by l.task, l.person_id
                """,
                static row => new SkippedTask(row.GetString(0), row.GetString(1), Route((LeaseState)row.GetInt32(2)), row.GetString(3)),
                ("@project", ProjectRows.Find(statements, project).Number), ("@madeBy", (int)madeBy));
        }), cancellationToken);

    private static SkipRoute Route(LeaseState state) => state switch
    {
        LeaseState.Later => SkipRoute.AgainForMeLater,
        LeaseState.ForOthers => SkipRoute.ForOthers,
        _ => SkipRoute.Drop,
    };
}
