using WebQA.Core.Answers;

namespace WebQA.Core.Feedback;

/// <summary>What makes an annotation complete and true to the texts it is about. Checked wherever one is handed in.</summary>
public static class AnnotationRules
{
    /// <summary>Longest free text, in characters.</summary>
    public const int MaxText = 20_000;

    /// <summary>Most claims of one comparison.</summary>
    public const int MaxClaims = 1_000;

    /// <summary>Longest label, in characters.</summary>
    public const int MaxLabel = 40;

    /// <summary>Characters of context that a claim keeps on either side.</summary>
    public const int Context = 32;

    /// <summary>All that is wrong with an annotation, in words for whoever made it; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(PresentedComparison comparison, ComparisonAnnotation annotation) =>
        [.. Ratings(comparison, annotation), .. Texts(annotation), .. annotation.Trust.SelectMany(trust => Trust(comparison, trust)), .. Claims(comparison, annotation)];

    /// <summary>What a person still has to mark where every part is required, in words; empty where nothing is missing. Programs rate and mark nothing.</summary>
    public static IReadOnlyList<string> Unmarked(PresentedComparison comparison, ComparisonAnnotation annotation)
    {
        if (comparison.Form != ProjectForm.Comparison || !comparison.RequiresAllParts || annotation.QuestionIsBad)
        {
            return [];
        }
        return [.. Unmarked(AnswerSide.A, comparison.A, annotation), .. Unmarked(AnswerSide.B, comparison.B, annotation)];
    }

    private static IEnumerable<string> Unmarked(AnswerSide side, ComparedAnswer answer, ComparisonAnnotation annotation)
    {
        var trusted = annotation.Trust.Where(trust => trust.Side == side).Select(static trust => trust.Number).ToHashSet();
        foreach (var number in CitedReferences(answer).Where(number => !trusted.Contains(number)))
        {
            yield return $"The trust of reference [{number}] of answer {side} is missing.";
        }
        var claims = annotation.Claims.Where(claim => claim.Side == side).ToList();
        if (claims.Count == 0 && answer.Text.Length > 0)
        {
            yield return $"No claim of answer {side} is marked.";
        }
        if (claims.Count(static claim => claim.Support is null || claim.Relevance is null) is > 0 and var open)
        {
            yield return $"Of answer {side}, {open} claims have no support or no relevance.";
        }
    }

    /// <summary>Numbers of the references that an answer cites, in order.</summary>
    public static IReadOnlyList<int> CitedReferences(ComparedAnswer answer) =>
        [.. CitationParser.Parse(answer.Text, answer.References.Count).Citations.SelectMany(static citation => citation.References).Distinct().Order()];

    /// <summary>A question that makes no sense leaves nothing to rate (WebGPT, appendix C.2, step 1).</summary>
    private static IEnumerable<string> Ratings(PresentedComparison comparison, ComparisonAnnotation annotation)
    {
        (AnnotationPart Part, string Name, Preference? Value)[] ratings =
        [
            (AnnotationPart.Overall, "overall usefulness", annotation.Rating),
            (AnnotationPart.Unsupported, "unsupported information", annotation.Unsupported),
            (AnnotationPart.Coherence, "coherence", annotation.Coherence),
            (AnnotationPart.Irrelevant, "irrelevant information", annotation.Irrelevant),
            (AnnotationPart.Usefulness, "usefulness", annotation.Usefulness),
            (AnnotationPart.Accuracy, "accuracy", annotation.Accuracy),
        ];
        var required = comparison.Parts.Where(static part => part.IsRequired).Select(static part => part.Part).ToHashSet();
        var ends = comparison.Form == ProjectForm.AbsoluteRating ? "-2 (very bad) to 2 (very good)" : "-2 (B is much better) to 2 (A is much better)";
        foreach (var (part, name, value) in ratings)
        {
            if (value is { } given ? !Enum.IsDefined(given) : required.Contains(part) && !annotation.QuestionIsBad)
            {
                yield return value is null ? $"The rating of {name} is missing." : $"The rating of {name} is {(int)value}; it is from {ends}.";
            }
        }
    }

    private static IEnumerable<string> Texts(ComparisonAnnotation annotation)
    {
        foreach (var (name, text) in annotation.Trust.Select(static t => ("note on a reference", t.Note)).Prepend(("justification", annotation.Justification)))
        {
            if (text?.Length > MaxText)
            {
                yield return $"The {name} has {text.Length} characters; at most {MaxText} are kept. Shorten it.";
            }
        }
        var work = annotation.Work;
        if (work.ActiveMilliseconds < 0 || work.IdleMilliseconds < 0 || work.Edits < 0 || work.Undos < 0 || work.UiVersion.Length > MaxLabel)
        {
            yield return "The times and counts of the work are 0 or more, and the version of the page is short.";
        }
    }

    private static IEnumerable<string> Trust(PresentedComparison comparison, ReferenceTrust trust)
    {
        var references = Side(comparison, trust.Side).References.Count;
        if (trust.Number < 1 || trust.Number > references)
        {
            yield return $"Answer {trust.Side} has no reference [{trust.Number}]; it has {references}.";
        }
        if (trust.Trust.Length is 0 or > MaxLabel)
        {
            yield return $"The trust of reference [{trust.Number}] of answer {trust.Side} is not a label of 1 to {MaxLabel} characters.";
        }
    }

    private static IEnumerable<string> Claims(PresentedComparison comparison, ComparisonAnnotation annotation)
    {
        if (annotation.Claims.Count > 0 && comparison.Form != ProjectForm.Comparison)
        {
            return ["Claims are marked only where references are shown. Leave them out."];
        }
        if (annotation.Claims.Count > MaxClaims)
        {
            return [$"There are {annotation.Claims.Count} claims; at most {MaxClaims} are kept."];
        }
        return annotation.Claims.SelectMany((claim, i) => Claim(Side(comparison, claim.Side), claim, i + 1));
    }

    private static IEnumerable<string> Claim(ComparedAnswer answer, AnnotatedClaim claim, int number)
    {
        if (claim.Start < 0 || claim.Length < 1 || claim.Start > answer.Text.Length - claim.Length)
        {
            yield return $"Claim {number} names characters {claim.Start} to {(long)claim.Start + claim.Length} of answer {claim.Side}, which has {answer.Text.Length}.";
        }
        else if (!answer.Text.AsSpan(claim.Start, claim.Length).SequenceEqual(claim.Exact))
        {
            yield return $"Claim {number} does not hold the words at its place in answer {claim.Side}. Mark it again.";
        }
        if (claim.Prefix.Length > Context || claim.Suffix.Length > Context)
        {
            yield return $"Claim {number} keeps more than {Context} characters before or after it.";
        }
        if (claim.Support?.Length > MaxLabel || claim.Relevance?.Length > MaxLabel)
        {
            yield return $"A label of claim {number} has more than {MaxLabel} characters.";
        }
        foreach (var cited in claim.CitedReferences.Where(n => n < 1 || n > answer.References.Count))
        {
            yield return $"Claim {number} cites reference [{cited}]; answer {claim.Side} has {answer.References.Count}.";
        }
    }

    private static ComparedAnswer Side(PresentedComparison comparison, AnswerSide side) => side == AnswerSide.A ? comparison.A : comparison.B;
}
