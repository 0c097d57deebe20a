using WebQA.Core.Feedback;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>Comparisons in the database, page by page.</summary>
internal sealed class ComparisonBrowser(Database database) : IComparisonBrowser
{
    /// <summary>The words of the question and of both answers; references are not searched.</summary>
    private const string Matching =
        """
        from feedback_annotation a join feedback_task t on t.number = a.task
        where a.project = @project and (@text is null or t.question like @text escape '\'
          or json_extract(t.answer_a, '$.text') like @text escape '\' or json_extract(t.answer_b, '$.text') like @text escape '\')
        """;

    public Task<ComparisonPage> ListAsync(string project, string? text, int skip, int count, CancellationToken cancellationToken = default) => ReadAsync(
        statements =>
        {
            var number = ProjectRows.Find(statements, project).Number;
            var pattern = text is null ? null : $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            var rows = statements.Query(
                $"""
                select a.id, t.question, t.dataset, a.rating, coalesce(json_array_length(t.answer_a, '$.references'), 0) + coalesce(json_array_length(t.answer_b, '$.references'), 0),
                  a.owner_id, a.is_simulated, a.submitted_at
                {Matching} order by a.number limit @count offset @skip
                """,
                static row => new ComparisonSummary(
                    row.GetString(0), row.GetString(1), row.GetString(2), (Preference)row.GetInt32(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5), row.GetBoolean(6),
                    new DateTimeOffset(row.GetInt64(7), TimeSpan.Zero)),
                ("@project", number), ("@text", pattern), ("@count", count), ("@skip", skip));
            return new ComparisonPage(rows, (int)(long)statements.Scalar($"select count(*) {Matching}", ("@project", number), ("@text", pattern))!);
        },
        cancellationToken);

    public Task<StoredComparison?> FindAsync(string project, string id, CancellationToken cancellationToken = default) =>
        ReadAsync(statements => AnnotationRows.Find(statements, ProjectRows.Find(statements, project).Number, id), cancellationToken);

    private Task<T> ReadAsync<T>(Func<Statements, T> read, CancellationToken cancellationToken) => Task.Run(
        () => database.Guarded(() =>
        {
            using var statements = new Statements(database.Open(Durability.Normal));
            return read(statements);
        }),
        cancellationToken);
}
