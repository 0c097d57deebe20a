using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Answers;
using WebQA.Core.Questions;

namespace WebQA.Core.Feedback;

/// <summary>Two answers to one question, to be compared; or one, to be rated alone.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="A">The one answer, with its source, which no labeler sees.</param>
/// <param name="B">The other; <see cref="ComparedAnswer.None"/> in a project of <see cref="ProjectForm.AbsoluteRating"/>.</param>
public sealed record ComparisonTask(Question Question, ComparedAnswer A, ComparedAnswer B)
{
    /// <summary>A question to be demonstrated: a task without answers.</summary>
    public static ComparisonTask OfQuestion(Question question) => new(question, ComparedAnswer.None, ComparedAnswer.None);

    /// <summary>The person who wrote the one answer, or asked for it; null for none of this installation. Never given this task.</summary>
    public string? AuthorA { get; init; }

    /// <summary>The person who wrote the other.</summary>
    public string? AuthorB { get; init; }

    /// <summary>What a researcher said of it: such a task is hidden gold, given to everybody by <see cref="FeedbackProject.GoldShare"/>. Null for an ordinary task.</summary>
    public Preference? Gold { get; init; }

    /// <summary>SHA-256 of all that makes it this task and no other, so that adding it again is recognised.</summary>
    public string ContentKey()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Question.Dataset, Question.Id, Question.Text);
        foreach (var answer in (ReadOnlySpan<ComparedAnswer>)[A, B])
        {
            Append(hash, answer.Text, answer.Source ?? "\0");
            foreach (var reference in answer.References)
            {
                Append(hash, reference.Title, reference.Extract);
            }
            Append(hash, "\0end");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Lengths go before the texts, so that no two lists of texts read alike.</summary>
    private static void Append(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(Encoding.Unicode.GetBytes(text));
        }
    }
}

/// <summary>A comparison as a labeler sees it: without sources, its sides placed at random.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Question">What was asked.</param>
/// <param name="A">The answer shown as A.</param>
/// <param name="B">The answer shown as B.</param>
/// <param name="RequiresAllParts">Whether every part is required of this one.</param>
/// <param name="GuidelineVersion">The guidelines it is to be judged by.</param>
/// <param name="Form">What is asked of the labeler.</param>
public sealed record PresentedComparison(
    string TaskId, Question Question, ComparedAnswer A, ComparedAnswer B, bool RequiresAllParts, string GuidelineVersion, ProjectForm Form = ProjectForm.Comparison)
{
    /// <summary>The parts to be shown, in order, and which of them are required.</summary>
    public IReadOnlyList<AskedPart> Parts => AskedPart.Of(Form, RequiresAllParts);

    /// <summary>A task as labelers of a form see it: without sources; without citations and references where the form has none.</summary>
    /// <param name="task">The task.</param>
    /// <param name="id">Its id.</param>
    /// <param name="isSwapped">Whether its sides are exchanged.</param>
    /// <param name="requiresAll">Whether every part is required.</param>
    /// <param name="guidelineVersion">The guidelines of its project.</param>
    /// <param name="form">The form of its project.</param>
    public static PresentedComparison Of(ComparisonTask task, string id, bool isSwapped, bool requiresAll, string guidelineVersion, ProjectForm form)
    {
        var (first, second) = isSwapped ? (task.B, task.A) : (task.A, task.B);
        return new PresentedComparison(id, task.Question, Shown(first, form), Shown(second, form), requiresAll, guidelineVersion, form);
    }

    private static ComparedAnswer Shown(ComparedAnswer answer, ProjectForm form) => form == ProjectForm.Comparison
        ? answer with { Source = null }
        : new ComparedAnswer(CitationMarks.Strip(answer.Text), []);
}
