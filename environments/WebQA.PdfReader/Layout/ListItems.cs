namespace WebQA.PdfReader.Layout;

/// <summary>Takes a block apart into paragraphs: each item of a list, and each line of a table of contents, is one of its own.</summary>
internal static class ListItems
{
    /// <summary>The paragraphs of a block, each as its lines; at least one.</summary>
    public static List<List<string>> Split(IReadOnlyList<string> lines)
    {
        var items = new List<List<string>>();
        var isEnded = true;
        foreach (var line in lines)
        {
            if (isEnded || IsBullet(line))
            {
                items.Add([]);
            }
            items[^1].Add(line);
            isEnded = line.Contains(" … ", StringComparison.Ordinal);
        }
        return items;
    }

    private static bool IsBullet(string line) => line.Length > 1 && line[0] is '•' or '◦' or '▪' or '‣' or '●' or '○' or '■' or '–' && char.IsWhiteSpace(line[1]);
}
