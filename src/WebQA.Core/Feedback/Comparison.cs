using WebQA.Core.Questions;

namespace WebQA.Core.Feedback;

/// <summary>One labeler's preference between two answers to the same question.</summary>
/// <param name="Id">Stable; unique within its data set.</param>
/// <param name="Question">What was asked.</param>
/// <param name="A">The answer shown as A.</param>
/// <param name="B">The answer shown as B.</param>
/// <param name="Preference">The final rating: overall usefulness.</param>
public sealed record Comparison(string Id, Question Question, ComparedAnswer A, ComparedAnswer B, Preference Preference)
{
    /// <summary>Who judged, as the data set names them; null where it does not.</summary>
    public string? Labeler { get; init; }

    /// <summary>Why, in the labeler's words; null where none were asked for.</summary>
    public string? Justification { get; init; }

    /// <summary>All else that was said; null where the data set has the final rating alone.</summary>
    public ComparisonAnnotation? Annotation { get; init; }

    /// <summary>Whether a program judged that says so.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Whether B was shown first.</summary>
    public bool IsSwapped { get; init; }

    /// <summary>The guidelines it was made by; null where unknown.</summary>
    public string? GuidelineVersion { get; init; }

    /// <summary>When it was handed in; null where unknown.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Fields of the data set that mean nothing here, as a JSON object, so that they are not lost; null without any.</summary>
    public string? OtherFields { get; init; }

    /// <summary>The same comparison with the sides exchanged.</summary>
    public Comparison Swapped() => this with
    {
        A = B, B = A, Preference = (Preference)(-(int)Preference), Annotation = Annotation?.Swapped(), IsSwapped = !IsSwapped,
    };
}

/// <summary>An answer as it was shown to be compared.</summary>
/// <param name="Text">With its citation markers.</param>
/// <param name="References">What it could cite, in the order of their numbers; empty where the data set has none.</param>
/// <param name="Source">Who or what wrote it (a model, a person); never an input of a reward model. Null where unknown.</param>
public sealed record ComparedAnswer(string Text, IReadOnlyList<ComparedReference> References, string? Source = null)
{
    /// <summary>Stands beside an answer that is rated alone.</summary>
    public static ComparedAnswer None { get; } = new(string.Empty, []);
}

/// <summary>A reference as a labeler saw it.</summary>
/// <param name="Title">Of the page, with its domain where that is known.</param>
/// <param name="Extract">The quoted text.</param>
public sealed record ComparedReference(string Title, string Extract)
{
    /// <summary>Where it was found; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The stored page it is a slice of, by the hash of its plain text; null where none is stored.</summary>
    public string? TextSha256 { get; init; }
}
