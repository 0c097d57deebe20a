using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>Tasks in the database.</summary>
internal static class TaskRows
{
    /// <summary>What <see cref="Read"/> reads, of <c>feedback_task t</c>, in its order.</summary>
    public const string Columns = "t.dataset, t.question_id, t.question, t.answer_a, t.answer_b, t.author_a, t.author_b, t.gold";

    /// <summary>Columns of <see cref="Columns"/>.</summary>
    public const int Count = 8;

    /// <summary>The task's number, and whether it is new.</summary>
    /// <param name="statements">The connection.</param>
    /// <param name="project">The project's number.</param>
    /// <param name="rules">How the project deals its tasks.</param>
    /// <param name="task">What is compared.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="table">The table, or one with its columns, where the row's own number stands for the task's.</param>
    public static (long Number, bool IsNew) Add(Statements statements, long project, FeedbackProject rules, ComparisonTask task, DateTimeOffset now, string table = "feedback_task")
    {
        // SQLite ends a text at a NUL; answers are kept as JSON, where it is escaped.
        if (task.Question.Text.Contains('\0') || task.Question.Id.Contains('\0') || task.Question.Dataset.Contains('\0'))
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The question '{task.Question.Text.Replace('\0', '?')}' or its id holds the character U+0000. Remove it and try again.");
        }
        DemandForm(rules, task);
        var key = task.ContentKey();
        if (statements.Scalar($"select rowid from {table} where project = @project and content_key = @key", ("@project", project), ("@key", key)) is long there)
        {
            return (there, false);
        }
        return ((long)statements.Scalar(
            $"""
            insert into {table} (id, project, content_key, dataset, question_id, question, answer_a, answer_b, author_a, author_b,
              is_swapped, requires_all, gold, places, taken, taken_simulated, is_dropped, created_at)
            values (@id, @project, @key, @dataset, @questionId, @question, @a, @b, @authorA, @authorB, @swapped, @all, @gold, @places, 0, 0, 0, @now)
            returning rowid
            """,
            ("@id", IdOf(rules.Name, key)), ("@project", project), ("@key", key), ("@dataset", task.Question.Dataset), ("@questionId", task.Question.Id),
            ("@question", task.Question.Text), ("@a", FeedbackJson.Write(task.A)), ("@b", FeedbackJson.Write(task.B)), ("@authorA", task.AuthorA), ("@authorB", task.AuthorB),
            ("@swapped", rules.Form != ProjectForm.AbsoluteRating && Draw.Of(rules.Seed, "side", key) < 0.5), ("@all", Draw.Of(rules.Seed, "full", key) < rules.FullShare), ("@gold", (int?)task.Gold),
            ("@places", Draw.Of(rules.Seed, "cohort", key) < rules.CohortShare ? rules.Overlap : 1), ("@now", now.UtcTicks))!, true);
    }

    public static ComparisonTask Read(SqliteDataReader row, int at = 0) => new(
        new Question(row.GetString(at + 1), row.GetString(at + 2), row.GetString(at)), FeedbackJson.Read<ComparedAnswer>(row.GetString(at + 3)), FeedbackJson.Read<ComparedAnswer>(row.GetString(at + 4)))
    {
        AuthorA = row.IsDBNull(at + 5) ? null : row.GetString(at + 5),
        AuthorB = row.IsDBNull(at + 6) ? null : row.GetString(at + 6),
        Gold = row.IsDBNull(at + 7) ? null : (Preference)row.GetInt32(at + 7),
    };

    /// <summary>A page of a project's tasks after a number, in order; dropped ones left out.</summary>
    public static List<(long Number, ComparisonTask Task)> Page(Statements statements, long project, long after, int count) => statements.Query(
        $"select {Columns}, t.number from feedback_task t where t.project = @project and t.number > @after and t.is_dropped = 0 order by t.number limit @count",
        static row => (row.GetInt64(Count), Read(row)), ("@project", project), ("@after", after), ("@count", count));

    private static void DemandForm(FeedbackProject rules, ComparisonTask task)
    {
        if (rules.Form == ProjectForm.Demonstration && task is not { A: { Text: "", References: [] }, B: { Text: "", References: [] } })
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The people of '{rules.Name}' demonstrate; it takes questions and no answers to compare. Name another project.");
        }
        if (rules.Form is ProjectForm.Comparison or ProjectForm.MinimalComparison && task is { A.Text: "", B.Text: "" })
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The people of '{rules.Name}' compare answers; it takes no question alone. Name another project.");
        }
        if (rules.Form == ProjectForm.AbsoluteRating && task.B is not { Text: "", References: [] })
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The people of '{rules.Name}' rate answers alone; it takes no pairs. Name another project.");
        }
    }

    /// <summary>The same in every installation, so that a project dealt again has the same tasks.</summary>
    private static string IdOf(string project, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{project}\n{key}")))[..16];
}
