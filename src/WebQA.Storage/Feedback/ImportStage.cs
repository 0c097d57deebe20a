using WebQA.Core.Feedback;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>Comparisons of a file on their way into a project: gathered and checked in tables that this connection alone sees, then moved in one short transaction.</summary>
/// <remarks>While they gather, people who work wait for nothing, and a process that dies leaves nothing behind.</remarks>
internal sealed class ImportStage : IDisposable
{
    private const string Tasks = "temp.import_task", Annotations = "temp.import_annotation";

    private readonly Statements _statements;
    private readonly FeedbackProject _rules;
    private readonly DateTimeOffset _now;

    public ImportStage(Statements statements, FeedbackProject rules, DateTimeOffset now)
    {
        (_statements, _rules, _now) = (statements, rules, now);
        Drop();
        statements.Execute("create temp table import_task as select * from feedback_task where 0");
        statements.Execute("create unique index temp.import_task_key on import_task (content_key)");
        statements.Execute("create temp table import_annotation as select * from feedback_annotation where 0");
        statements.Execute("create unique index temp.import_annotation_id on import_annotation (id)");
        statements.Execute("create index temp.import_annotation_person on import_annotation (task, owner_id)");
        statements.Execute("begin");
    }

    /// <summary>Comparisons seen.</summary>
    public int Comparisons { get; private set; }

    /// <summary>Takes a comparison of the file.</summary>
    /// <exception cref="FeedbackRefusedException">It cannot be taken; names it.</exception>
    public void Add(Comparison comparison)
    {
        Comparisons++;
        var stored = ImportedComparison.Check(comparison, Comparisons, _now);
        var task = Task(comparison);
        if (IsThere(comparison, task, stored))
        {
            return;
        }
        if (stored.PersonId is { } person && _statements.Scalar(
            $"select id from {Annotations} where task = @task and owner_id = @person", ("@task", task), ("@person", person)) is string other)
        {
            throw Judged(Comparisons, comparison.Id, other);
        }
        AnnotationRows.Insert(_statements, 0, task, stored, Annotations, Comparisons);
    }

    /// <summary>The file is whole: what follows is one transaction of the database.</summary>
    public void Close() => _statements.Execute("commit");

    /// <summary>Moves everything into a project, within a transaction.</summary>
    /// <returns>Comparisons and pairs of answers that the project did not have.</returns>
    /// <exception cref="FeedbackRefusedException">One cannot be taken; names it.</exception>
    public (int Added, int Tasks) MoveTo(long project)
    {
        RefuseChanged(project);
        _statements.Execute($"delete from {Annotations} where id in (select id from feedback_annotation where project = @project)", ("@project", project));
        RefuseJudged(project);
        var tasks = _statements.Execute(
            $"""
            insert into feedback_task (id, project, content_key, dataset, question_id, question, answer_a, answer_b, author_a, author_b,
              is_swapped, requires_all, gold, places, taken, taken_simulated, is_dropped, created_at)
            select id, @project, content_key, dataset, question_id, question, answer_a, answer_b, author_a, author_b,
              is_swapped, requires_all, gold, places, 0, 0, 0, created_at
            from {Tasks} s where content_key not in (select content_key from feedback_task where project = @project) order by s.rowid
            """,
            ("@project", project));
        var added = _statements.Execute(
            $"""
            insert into feedback_annotation (id, project, task, owner_id, rating, body, is_swapped, guideline_version, submitted_at, is_simulated, is_imported)
            select i.id, @project, t.number, i.owner_id, i.rating, i.body, i.is_swapped, i.guideline_version, i.submitted_at, i.is_simulated, i.is_imported
            from {Annotations} i join {Tasks} s on s.rowid = i.task join feedback_task t on t.project = @project and t.content_key = s.content_key order by i.number
            """,
            ("@project", project));
        _statements.Execute(
            $"""
            update feedback_task set taken = taken + n.people, taken_simulated = taken_simulated + n.programs
            from (select s.content_key as content_key, sum(i.is_simulated = 0) as people, sum(i.is_simulated) as programs
              from {Annotations} i join {Tasks} s on s.rowid = i.task group by s.content_key) n
            where feedback_task.project = @project and feedback_task.content_key = n.content_key
            """,
            ("@project", project));
        return (added, tasks);
    }

    /// <summary>Drops the tables, since the connection is used again.</summary>
    public void Dispose() => Drop();

    private void Drop()
    {
        _statements.Execute("drop table if exists temp.import_annotation");
        _statements.Execute("drop table if exists temp.import_task");
    }

    private long Task(Comparison comparison)
    {
        try
        {
            return TaskRows.Add(_statements, 0, _rules, new ComparisonTask(comparison.Question, comparison.A, comparison.B), _now, Tasks).Number;
        }
        catch (FeedbackRefusedException refused)
        {
            throw ImportedComparison.Refused(Comparisons, comparison.Id, refused.Refusal, refused.Message.TrimEnd('.'));
        }
    }

    /// <summary>Whether it stood further up in the file.</summary>
    private bool IsThere(Comparison comparison, long task, StoredComparison wanted)
    {
        if (_statements.Query(
            $"select task, owner_id, rating, body from {Annotations} where id = @id",
            static row => (Task: row.GetInt64(0), Person: row.IsDBNull(1) ? null : row.GetString(1), Rating: row.GetInt32(2), Body: row.GetString(3)),
            ("@id", comparison.Id)) is not [var found])
        {
            return false;
        }
        return found == (task, wanted.PersonId, (int)comparison.Preference, FeedbackJson.Write(wanted.Annotation)) ? true : throw Changed(Comparisons, comparison.Id);
    }

    /// <summary>The project has a comparison of the same id that says something else.</summary>
    private void RefuseChanged(long project)
    {
        if (_statements.Query(
            $"""
            select i.number, i.id from {Annotations} i join {Tasks} s on s.rowid = i.task
              join feedback_annotation a on a.project = @project and a.id = i.id join feedback_task t on t.number = a.task
            where not (t.content_key = s.content_key and a.owner_id is i.owner_id and a.rating = i.rating and a.body = i.body) order by i.number limit 1
            """,
            static row => (Place: row.GetInt64(0), Id: row.GetString(1)), ("@project", project)) is [var (place, id)])
        {
            throw Changed(place, id);
        }
    }

    /// <summary>The project has a comparison of the same answers by the same labeler.</summary>
    private void RefuseJudged(long project)
    {
        if (_statements.Query(
            $"""
            select i.number, i.id, a.id from {Annotations} i join {Tasks} s on s.rowid = i.task
              join feedback_task t on t.project = @project and t.content_key = s.content_key join feedback_annotation a on a.task = t.number and a.owner_id = i.owner_id
            order by i.number limit 1
            """,
            static row => (Place: row.GetInt64(0), Id: row.GetString(1), Other: row.GetString(2)), ("@project", project)) is [var (place, id, other)])
        {
            throw Judged(place, id, other);
        }
    }

    private static FeedbackRefusedException Changed(long place, string id) => ImportedComparison.Refused(
        place, id, FeedbackRefusal.Conflict, "it is there already with another content. Import this file into a project of its own, or give it another id");

    private static FeedbackRefusedException Judged(long place, string id, string other) => ImportedComparison.Refused(
        place, id, FeedbackRefusal.Conflict, $"the same labeler has judged the same answers as '{other}'. Leave one of them out");
}
