using Microsoft.Data.Sqlite;
using WebQA.Core.Feedback;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>Annotations in the database, their sides as the task has them.</summary>
internal static class AnnotationRows
{
    /// <summary>Stores what a person handed in.</summary>
    /// <returns>Its id.</returns>
    public static string Insert(Statements statements, HeldTask held, TaskLease lease, ComparisonAnnotation annotation, DateTimeOffset now)
    {
        var stored = new StoredComparison(
            $"{lease.TaskId}-{Guid.NewGuid():N}"[..28], lease.TaskId, null!, annotation, lease.PersonId, held.IsSwapped, held.IsSimulated, IsImported: false, held.GuidelineVersion, now);
        Insert(statements, held.Project, held.Number, stored);
        return stored.Id;
    }

    /// <param name="statements">The connection.</param>
    /// <param name="project">The project's number.</param>
    /// <param name="task">The task's number.</param>
    /// <param name="comparison">What was said.</param>
    /// <param name="table">The table, or one with its columns.</param>
    /// <param name="number">Its place; null for the next.</param>
    public static void Insert(Statements statements, long project, long task, StoredComparison comparison, string table = "feedback_annotation", long? number = null) => statements.Execute(
        $"""
        insert into {table} (number, id, project, task, owner_id, rating, body, is_swapped, guideline_version, submitted_at, is_simulated, is_imported)
        values (@number, @id, @project, @task, @owner, @rating, @body, @swapped, @guideline, @at, @simulated, @imported)
        """,
        ("@number", number), ("@id", comparison.Id), ("@project", project), ("@task", task), ("@owner", comparison.PersonId), ("@rating", (int)comparison.Annotation.Rating),
        ("@body", FeedbackJson.Write(comparison.Annotation)), ("@swapped", comparison.IsSwapped), ("@guideline", comparison.GuidelineVersion),
        ("@at", comparison.SubmittedAt.UtcTicks), ("@simulated", comparison.IsSimulated), ("@imported", comparison.IsImported));

    private const string Select =
        $"""
        select {TaskRows.Columns}, t.id, a.number, a.id, a.body, a.owner_id, a.is_swapped, a.is_simulated, a.is_imported, a.guideline_version, a.submitted_at
        from feedback_annotation a join feedback_task t on t.number = a.task
        """;

    /// <summary>A page of a project's annotations after a number, in order.</summary>
    public static List<(long Number, StoredComparison Comparison)> Page(Statements statements, long project, MadeBy madeBy, long after, int count) => statements.Query(
        $"""
        {Select} where a.project = @project and a.number > @after and (@madeBy = 2 or a.is_simulated = @madeBy) order by a.number limit @count
        """,
        Read, ("@project", project), ("@after", after), ("@madeBy", (int)madeBy), ("@count", count));

    /// <summary>An annotation of a project, or null.</summary>
    public static StoredComparison? Find(Statements statements, long project, string id) =>
        statements.Query($"{Select} where a.project = @project and a.id = @id", Read, ("@project", project), ("@id", id)) is [var found] ? found.Comparison : null;

    /// <summary>What people said of a task, in order.</summary>
    public static IReadOnlyList<StoredComparison> OfTask(Statements statements, string task) =>
        [.. statements.Query($"{Select} where t.id = @task and a.is_simulated = 0 order by a.number", Read, ("@task", task)).Select(static found => found.Comparison)];

    private static (long Number, StoredComparison Comparison) Read(SqliteDataReader row)
    {
        const int At = TaskRows.Count;
        return (row.GetInt64(At + 1), new StoredComparison(
            row.GetString(At + 2), row.GetString(At), TaskRows.Read(row), FeedbackJson.Read<ComparisonAnnotation>(row.GetString(At + 3)), row.IsDBNull(At + 4) ? null : row.GetString(At + 4),
            row.GetBoolean(At + 5), row.GetBoolean(At + 6), row.GetBoolean(At + 7), row.GetString(At + 8), new DateTimeOffset(row.GetInt64(At + 9), TimeSpan.Zero)));
    }
}
