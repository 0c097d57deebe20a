namespace WebQA.PdfReader.Layout;

/// <summary>The words with a hyphen inside that a document uses within its lines; they tell a compound from a word that was divided at a line's end.</summary>
internal sealed class CompoundWords
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the document uses the word.</summary>
    public bool Contains(string word) => _words.Contains(word);

    /// <summary>Learns the words of a line; the last one of a line may be cut and is left out if it ends with a hyphen.</summary>
    public void Learn(string line)
    {
        var at = 0;
        while ((at = line.IndexOf('-', at + 1)) > 0)
        {
            var start = at;
            while (start > 0 && char.IsLetter(line[start - 1]))
            {
                start--;
            }
            var end = at + 1;
            while (end < line.Length && char.IsLetter(line[end]))
            {
                end++;
            }
            if (start < at && end > at + 1)
            {
                _words.Add(line[start..end]);
            }
        }
    }
}
