using WebQA.Core.Feedback;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>Votes of askers in the database: comparisons of a project that nobody is given tasks of.</summary>
internal sealed class AskerVotes(Database database, PersonalWriter writer, TimeProvider clock) : IAskerVotes
{
    public Task VoteAsync(ComparisonTask pair, Preference rating, bool isSwapped, string personId, CancellationToken cancellationToken = default)
    {
        if (!Enum.IsDefined(rating))
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The rating is {(int)rating}; it is from -2 (B is much better) to 2 (A is much better).");
        }
        return writer.WriteAsync(
            statements =>
            {
                var now = clock.GetUtcNow();
                if (statements.Scalar("select 1 from feedback_project where name = @name", ("@name", FeedbackProject.AskerVotes)) is null)
                {
                    ProjectRows.Insert(statements, new FeedbackProject { Name = FeedbackProject.AskerVotes, FullShare = 0, Pool = FeedbackProject.AskerVotes }, now);
                }
                var (project, rules) = ProjectRows.Find(statements, FeedbackProject.AskerVotes);
                var (task, _) = TaskRows.Add(statements, project, rules, pair, now);
                if (statements.Execute("delete from feedback_annotation where task = @task and owner_id = @person", ("@task", task), ("@person", personId)) == 0)
                {
                    TaskClaims.Take(statements, task, isSimulated: false, 1);
                }
                AnnotationRows.Insert(statements, project, task, new StoredComparison(
                    Guid.NewGuid().ToString("N"), string.Empty, pair, new ComparisonAnnotation { Rating = rating }, personId, isSwapped, IsSimulated: false, IsImported: false, string.Empty, now));
                return true;
            },
            cancellationToken);
    }

    public Task<Preference?> FindAsync(ComparisonTask pair, string personId, CancellationToken cancellationToken = default) => Task.FromResult(database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return statements.Scalar(
            """
            select a.rating from feedback_annotation a join feedback_task t on t.number = a.task join feedback_project p on p.number = t.project
            where p.name = @name and t.content_key = @key and a.owner_id = @person
            """,
            ("@name", FeedbackProject.AskerVotes), ("@key", pair.ContentKey()), ("@person", personId)) is long rating ? (Preference)rating : (Preference?)null;
    }));
}
