using System.Runtime.CompilerServices;
using WebQA.Core.Feedback;
using WebQA.Core.Feedback.Webhooks;
using WebQA.Storage.Connections;
using WebQA.Storage.Personal;
using WebQA.Storage.Webhooks;

namespace WebQA.Storage.Feedback;

/// <summary>Projects in the database.</summary>
internal sealed class FeedbackStore(Database database, PersonalWriter writer, TimeProvider clock) : IFeedbackStore
{
    private const int PageSize = 500;

    public Task CreateProjectAsync(FeedbackProject project, CancellationToken cancellationToken = default)
    {
        var wanted = project.Checked();
        return writer.WriteAsync(statements => ProjectRows.Insert(statements, wanted, clock.GetUtcNow()), cancellationToken);
    }

    public Task<IReadOnlyList<ProjectProgress>> ListProjectsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ProjectProgress>>(Read(statements => ProjectRows.Progress(statements, clock.GetUtcNow())));

    public Task<int> AddTasksAsync(string project, IReadOnlyCollection<ComparisonTask> tasks, CancellationToken cancellationToken = default) =>
        Task.FromResult(PersonalWrite.Run(database, statements => Add(statements, project, tasks, cancellationToken)));

    public Task<int> AddTasksAsync(FeedbackProject project, IReadOnlyCollection<ComparisonTask> tasks, CancellationToken cancellationToken = default)
    {
        var wanted = project.Checked();
        return Task.FromResult(PersonalWrite.Run(database, statements =>
        {
            if (statements.Scalar("select 1 from feedback_project where name = @name", ("@name", wanted.Name)) is null)
            {
                ProjectRows.Insert(statements, wanted, clock.GetUtcNow());
            }
            return Add(statements, wanted.Name, tasks, cancellationToken);
        }));
    }

    public Task SetPoolAsync(string pool, IReadOnlyCollection<string> people, CancellationToken cancellationToken = default) => writer.WriteAsync(
        statements =>
        {
            statements.Execute("delete from feedback_pool where pool = @pool", ("@pool", pool));
            return people.Distinct(StringComparer.Ordinal)
                .Sum(person => statements.Execute("insert into feedback_pool (pool, person_id) values (@pool, @person)", ("@pool", pool), ("@person", person)));
        },
        cancellationToken);

    public async IAsyncEnumerable<StoredComparison> ReadAsync(
        string project, MadeBy madeBy = MadeBy.People, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var number = Read(statements => ProjectRows.Find(statements, project).Number);
        var after = 0L;
        while (await Task.Run(() => Read(statements => AnnotationRows.Page(statements, number, madeBy, after, PageSize)), cancellationToken) is { Count: > 0 } page)
        {
            foreach (var (place, comparison) in page)
            {
                after = place;
                yield return comparison;
            }
        }
    }

    public async IAsyncEnumerable<ComparisonTask> ReadTasksAsync(string project, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var number = Read(statements => ProjectRows.Find(statements, project).Number);
        var after = 0L;
        while (await Task.Run(() => Read(statements => TaskRows.Page(statements, number, after, PageSize)), cancellationToken) is { Count: > 0 } page)
        {
            foreach (var (place, task) in page)
            {
                after = place;
                yield return task;
            }
        }
    }

    /// <remarks>In a transaction of its own, since a large one would keep people who save in the same moment waiting for its commit.</remarks>
    private int Add(Statements statements, string project, IReadOnlyCollection<ComparisonTask> tasks, CancellationToken cancellationToken)
    {
        var (number, rules) = ProjectRows.Find(statements, project);
        var added = 0;
        foreach (var task in tasks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            added += TaskRows.Add(statements, number, rules, task, clock.GetUtcNow()).IsNew ? 1 : 0;
        }
        if (added > 0)
        {
            WebhookOutbox.Add(statements, clock.GetUtcNow(), WebhookEvents.TasksCreated, new { Project = project, Count = added });
        }
        return added;
    }

    private T Read<T>(Func<Statements, T> read) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return read(statements);
    });
}
