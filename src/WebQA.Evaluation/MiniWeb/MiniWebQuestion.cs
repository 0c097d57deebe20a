using System.Text.Json.Serialization;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>A question of the mini web with what a good answer rests on.</summary>
public sealed record MiniWebQuestion
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>What is hard about it: <c>first</c>, <c>deep</c>, <c>two-page</c>, <c>link</c>, <c>conflict</c>, <c>paraphrase</c>, <c>unanswerable</c>.</summary>
    public string Kind { get; init; } = "first";

    /// <summary>Whether any page of the web says it.</summary>
    public bool Answerable { get; init; } = true;

    /// <summary>What is asked.</summary>
    [JsonPropertyName("question")]
    public required string Text { get; init; }

    /// <summary>The same asked in other words.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>What an answer must be able to rest on.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>False claims and the pages that make them.</summary>
    public IReadOnlyList<Myth> Myths { get; init; } = [];

    /// <summary>The pages that answer it.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether it counts in recall: answerable, with claims.</summary>
    [JsonIgnore]
    public bool HasClaims => Answerable && Claims.Count > 0;
}

/// <summary>Where a page states a fact.</summary>
public record Statement
{
    /// <summary>The page.</summary>
    public required string Url { get; init; }

    /// <summary>The sentences that state it, verbatim but for white space.</summary>
    public required string Evidence { get; init; }
}

/// <summary>An atomic fact of a good answer.</summary>
public sealed record Claim : Statement
{
    /// <summary>The fact.</summary>
    [JsonPropertyName("claim")]
    public required string Text { get; init; }

    /// <summary>Other places that state it.</summary>
    public IReadOnlyList<Statement> Also { get; init; } = [];
}

/// <summary>A false claim that a page makes.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Url">The page.</param>
public sealed record Myth(string Claim, string Url);
