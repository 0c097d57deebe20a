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

    /// <summary>The same comparison with the sides exchanged.</summary>
    public Comparison Swapped() => this with { A = B, B = A, Preference = (Preference)(-(int)Preference) };
}

/// <summary>An answer as it was shown to be compared.</summary>
/// <param name="Text">With its citation markers.</param>
/// <param name="References">What it could cite, in the order of their numbers; empty where the data set has none.</param>
/// <param name="Source">Who or what wrote it (a model, a person); never an input of a reward model. Null where unknown.</param>
public sealed record ComparedAnswer(string Text, IReadOnlyList<ComparedReference> References, string? Source = null);

/// <summary>A reference as a labeler saw it.</summary>
/// <param name="Title">Of the page, with its domain where that is known.</param>
/// <param name="Extract">The quoted text.</param>
public sealed record ComparedReference(string Title, string Extract);
