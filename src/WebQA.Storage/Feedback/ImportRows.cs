using WebQA.Core.Feedback;
using WebQA.Storage.Connections;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Feedback;

/// <summary>Takes comparisons of a file into a project's rows, within one transaction.</summary>
internal sealed class ImportRows(Statements statements, long project, FeedbackProject rules, DateTimeOffset now)
{
    /// <summary>Comparisons seen.</summary>
    public int Comparisons { get; private set; }

    /// <summary>Those that are new.</summary>
    public int Added { get; private set; }

    /// <summary>Pairs of answers that are new.</summary>
    public int Tasks { get; private set; }

    /// <exception cref="FeedbackRefusedException">It cannot be taken; names it.</exception>
    public void Add(Comparison comparison)
    {
        Comparisons++;
        var (task, isNew) = Task(comparison);
        var stored = Stored(comparison);
        if (IsThere(comparison, task, stored))
        {
            return;
        }
        if (stored.PersonId is { } person && statements.Scalar(
            "select id from feedback_annotation where task = @task and owner_id = @person", ("@task", task), ("@person", person)) is string other)
        {
            throw Refused(comparison, FeedbackRefusal.Conflict, $"the same labeler has judged the same answers as '{other}'. Leave one of them out");
        }
        AnnotationRows.Insert(statements, project, task, stored);
        TaskClaims.Take(statements, task, stored.IsSimulated, 1);
        Added++;
        Tasks += isNew ? 1 : 0;
    }

    private (long Number, bool IsNew) Task(Comparison comparison)
    {
        try
        {
            return TaskRows.Add(statements, project, rules, new ComparisonTask(comparison.Question, comparison.A, comparison.B), now);
        }
        catch (FeedbackRefusedException refused)
        {
            throw Refused(comparison, refused.Refusal, refused.Message.TrimEnd('.'));
        }
    }

    private StoredComparison Stored(Comparison comparison)
    {
        if (comparison.Id.Length is 0 or > Labeler.MaxIdLength || comparison.Id.Any(char.IsControl) || comparison.Labeler?.Length > Labeler.MaxIdLength || comparison.Labeler?.Any(char.IsControl) == true)
        {
            throw Refused(comparison, FeedbackRefusal.Invalid, $"its id and its labeler have at most {Labeler.MaxIdLength} characters, none of them a control character");
        }
        var annotation = (comparison.Annotation ?? new ComparisonAnnotation { Rating = comparison.Preference }) with
        {
            Rating = comparison.Preference, Justification = comparison.Justification, OtherFields = comparison.OtherFields,
        };
        // Which ratings are required was the other project's rule; that places and references are true is everybody's.
        var shown = new PresentedComparison(string.Empty, comparison.Question, comparison.A, comparison.B, RequiresAllParts: false, string.Empty);
        if (AnnotationRules.Faults(shown, annotation with { QuestionIsBad = true }) is [var fault, ..])
        {
            throw Refused(comparison, FeedbackRefusal.Invalid, fault.TrimEnd('.'));
        }
        var prefix = comparison.IsSimulated ? Labeler.SimulatedPrefix : ProjectImport.LabelerPrefix;
        return new StoredComparison(
            comparison.Id, string.Empty, null!, annotation, comparison.Labeler is { } labeler ? prefix + labeler : null, comparison.IsSwapped, comparison.IsSimulated,
            IsImported: true, comparison.GuidelineVersion ?? string.Empty, comparison.SubmittedAt ?? now);
    }

    /// <summary>Whether the project has it already, of an earlier import or further up in the file.</summary>
    private bool IsThere(Comparison comparison, long task, StoredComparison wanted)
    {
        if (statements.Query(
            "select task, owner_id, rating, body from feedback_annotation where project = @project and id = @id",
            static row => (Task: row.GetInt64(0), Person: row.IsDBNull(1) ? null : row.GetString(1), Rating: row.GetInt32(2), Body: row.GetString(3)),
            ("@project", project), ("@id", comparison.Id)) is not [var found])
        {
            return false;
        }
        return found == (task, wanted.PersonId, (int)comparison.Preference, FeedbackJson.Write(wanted.Annotation))
            ? true
            : throw Refused(comparison, FeedbackRefusal.Conflict, "it is there already with another content. Import this file into a project of its own, or give it another id");
    }

    private FeedbackRefusedException Refused(Comparison comparison, FeedbackRefusal refusal, string why) =>
        new(refusal, $"Comparison {Comparisons} of the file, '{comparison.Id.ReplaceLineEndings(" ")}': {why}. Nothing was imported.");
}
