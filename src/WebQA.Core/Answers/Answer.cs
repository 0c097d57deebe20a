namespace WebQA.Core.Answers;

/// <summary>An answer with its citations, checked by code.</summary>
public sealed record Answer
{
    /// <summary>The text, citation markers <c>[1]</c>, <c>[2, 3]</c> included.</summary>
    public required string Text { get; init; }

    /// <summary>Which sentence cites which references.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What is wrong with the citations after the one repair; shown, never dropped.</summary>
    public IReadOnlyList<CitationError> Errors { get; init; } = [];

    /// <summary>Whether the sentences are quotes put together by the policy rather than written by a model.</summary>
    public bool IsAssembledFromQuotes { get; init; }
}

/// <summary>A cited stretch of an answer.</summary>
/// <param name="Start">Where the cited sentence begins in the answer, UTF-16 units.</param>
/// <param name="Length">Its length, markers excluded.</param>
/// <param name="References">1-based reference ids, as cited.</param>
public sealed record Citation(int Start, int Length, IReadOnlyList<int> References);

/// <summary>A citation that cannot be right.</summary>
/// <param name="Start">Where the marker begins in the answer, UTF-16 units.</param>
/// <param name="Length">Its length.</param>
/// <param name="Message">What is wrong.</param>
public sealed record CitationError(int Start, int Length, string Message);
