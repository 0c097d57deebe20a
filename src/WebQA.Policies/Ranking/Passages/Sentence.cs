using WebQA.Core.Browsing;

namespace WebQA.Policies.Ranking.Passages;

/// <summary>A sentence (of a table: a row) of a page.</summary>
/// <param name="PageKey">Key of the page.</param>
/// <param name="Index">Its place among the page's sentences, from 0.</param>
/// <param name="Block">The block it stands in.</param>
/// <param name="Span">Where it stands in the text as read.</param>
/// <param name="Text">Its words, on one line.</param>
/// <param name="IsLastOfBlock">Whether it closes a block of several.</param>
/// <param name="HoldsLink">Whether it holds a link.</param>
internal sealed record Sentence(string PageKey, int Index, Block Block, TextSpan Span, string Text, bool IsLastOfBlock, bool HoldsLink)
{
    /// <summary>Words as budgets count them.</summary>
    public int Words { get; } = WordCount.Of(Text);

    /// <summary>Words it takes in a run with its neighbours: the marker of a list item counts too.</summary>
    public int Cost => Words + (Block.Kind == BlockKind.ListItem ? 1 : 0);

    /// <summary>Whether another sentence of the page follows this one with nothing but white space or list markers between.</summary>
    public bool IsFollowedBy(Sentence other) =>
        other.Index == Index + 1 && other.PageKey == PageKey && other.Block.Section == Block.Section
        && (other.Block.Index == Block.Index || (other.Block.Index == Block.Index + 1 && other.Block.Kind == Block.Kind));
}
