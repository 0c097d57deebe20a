namespace WebQA.Policies.Ranking.Passages;

/// <summary>A heading, paragraph, list item or table row of a page.</summary>
/// <param name="Index">Its place among the page's blocks, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Section">Counts headings: 0 before the first one.</param>
/// <param name="Start">Where it begins in the text as read.</param>
/// <param name="Text">Its words, marker of heading or list item left out.</param>
/// <param name="WordsBefore">Words of the page before it.</param>
internal sealed record Block(int Index, BlockKind Kind, int Section, int Start, string Text, int WordsBefore);

/// <summary>What a line of page text is.</summary>
internal enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    TableRow,
    Caption,
}
