using WebQA.Core.Browsing;

namespace WebQA.Policies.Ranking.Passages;

/// <summary>Takes the text of a page apart into blocks and sentences, by the marks that page text has: "# ", "* ", "1. ", " | ".</summary>
internal static class BlockReader
{
    public static IReadOnlyList<Block> Blocks(string text)
    {
        var blocks = new List<Block>();
        var (start, section, words) = (0, 0, 0);
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            var indent = line.Length - line.TrimStart().Length;
            var content = line.Trim();
            if (content.Length > 0)
            {
                var (kind, marker) = KindOf(content);
                section += kind == BlockKind.Heading ? 1 : 0;
                var body = content[marker..].ToString();
                blocks.Add(new Block(blocks.Count, kind, section, start + indent + marker, body, words));
                words += WordCount.Of(body);
            }
            start = end + 1;
        }
        return blocks;
    }

    public static IReadOnlyList<Sentence> Sentences(string pageKey, IReadOnlyList<Block> blocks, IReadOnlyList<NotedLink> links)
    {
        var sentences = new List<Sentence>();
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                continue;
            }
            var spans = block.Kind == BlockKind.TableRow ? [new TextSpan(0, block.Text.Length)] : SentenceSplitter.Split(block.Text);
            for (var i = 0; i < spans.Count; i++)
            {
                var span = new TextSpan(block.Start + spans[i].Start, spans[i].Length);
                var text = block.Text.Substring(spans[i].Start, spans[i].Length);
                sentences.Add(new Sentence(
                    pageKey, sentences.Count, block, span, text, i > 0 && i == spans.Count - 1, links.Any(l => l.Span.Overlaps(span))));
            }
        }
        return sentences;
    }

    private static (BlockKind Kind, int Marker) KindOf(ReadOnlySpan<char> line)
    {
        var hashes = line.IndexOfAnyExcept('#');
        if (hashes is > 0 and <= 6 && line[hashes] == ' ')
        {
            return (BlockKind.Heading, hashes + 1);
        }
        if (line.StartsWith("* "))
        {
            return (BlockKind.ListItem, 2);
        }
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and <= 3 && line[digits..].StartsWith(". "))
        {
            return (BlockKind.ListItem, digits + 2);
        }
        if (line.StartsWith("[Image"))
        {
            return (BlockKind.Caption, 0);
        }
        return (line.IndexOf(" | ") >= 0 ? BlockKind.TableRow : BlockKind.Paragraph, 0);
    }
}
