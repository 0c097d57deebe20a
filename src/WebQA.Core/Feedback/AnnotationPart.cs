namespace WebQA.Core.Feedback;

/// <summary>A part of what a labeler says, in the order in which it is asked for.</summary>
public enum AnnotationPart
{
    /// <summary>Trust of the references relied on.</summary>
    Trust,

    /// <summary>Claims, their support and relevance.</summary>
    Claims,

    /// <summary><see cref="ComparisonAnnotation.Unsupported"/>.</summary>
    Unsupported,

    /// <summary><see cref="ComparisonAnnotation.Irrelevant"/>.</summary>
    Irrelevant,

    /// <summary><see cref="ComparisonAnnotation.Usefulness"/>.</summary>
    Usefulness,

    /// <summary><see cref="ComparisonAnnotation.Accuracy"/>.</summary>
    Accuracy,

    /// <summary><see cref="ComparisonAnnotation.Coherence"/>.</summary>
    Coherence,

    /// <summary><see cref="ComparisonAnnotation.Rating"/>.</summary>
    Overall,
}

/// <summary>A part that is asked for.</summary>
/// <param name="Part">Which.</param>
/// <param name="IsRequired">Whether nothing is handed in without it.</param>
public readonly record struct AskedPart(AnnotationPart Part, bool IsRequired)
{
    /// <summary>Whether it is one of the ratings.</summary>
    public bool IsRating => Part >= AnnotationPart.Unsupported;

    /// <summary>The parts that a task asks for, in order; the others are not shown.</summary>
    /// <param name="form">The project's form.</param>
    /// <param name="requiresAll">Whether every part is required of this task.</param>
    public static IReadOnlyList<AskedPart> Of(ProjectForm form, bool requiresAll) => form switch
    {
        ProjectForm.Comparison =>
        [
            new(AnnotationPart.Trust, requiresAll), new(AnnotationPart.Claims, requiresAll), new(AnnotationPart.Unsupported, true), new(AnnotationPart.Irrelevant, requiresAll),
            new(AnnotationPart.Usefulness, requiresAll), new(AnnotationPart.Coherence, true), new(AnnotationPart.Overall, true),
        ],
        ProjectForm.MinimalComparison or ProjectForm.AbsoluteRating => [new(AnnotationPart.Accuracy, true), new(AnnotationPart.Coherence, true), new(AnnotationPart.Overall, true)],
        _ => [],
    };
}
