using System.ComponentModel.DataAnnotations;

namespace WebQA.Core.Episodes;

/// <summary>Limits of one episode's browsing. Reaching one truncates browsing; the answer may follow.</summary>
public sealed record EpisodeLimits
{
    /// <summary>Actions before browsing is truncated, 1 to 1,000. The default is the paper's 100.</summary>
    [Range(1, 1_000)]
    public int MaxActions { get; init; } = 100;

    /// <summary>Words of all references together, 10 to 5,000. The default is 400.</summary>
    [Range(10, 5_000)]
    public int ReferenceWords { get; init; } = 400;

    /// <summary>Words of one quote, 3 to 1,000. The default is 120.</summary>
    [Range(3, 1_000)]
    public int QuoteWords { get; init; } = 120;

    /// <summary>Graphemes a line of page text, 20 to 400. The default is 80.</summary>
    [Range(20, 400)]
    public int WrapColumns { get; init; } = 80;
}
