using System.Buffers;
using System.Collections.Frozen;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>Recognises sentences whose beginning points back to the one before, so that they cannot stand by themselves.</summary>
internal static class Opening
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,:;’'");

    private static readonly FrozenSet<string> Pointers = new[]
    {
        "it", "they", "this", "these", "those", "that", "he", "she", "its", "their", "his", "her", "such", "both", "neither", "either", "others", "another", "here", "there",
        "but", "and", "so", "or", "nor", "yet", "however", "also", "instead", "then", "therefore", "thus", "hence", "still", "moreover", "similarly", "likewise", "otherwise", "conversely", "meanwhile", "afterwards", "worse", "even",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Phrases =
    [
        "on the other hand", "in contrast", "by contrast", "for example", "for instance", "in addition", "as a result", "in that case", "in this way", "in the same way",
        "if so", "if not", "at that point", "the same", "the other", "the former", "the latter", "one of them", "most of them", "some of them", "none of",
    ];

    private static readonly string[] Reports =
    [
        "often hear", "often said", "often told", "people say", "people think", "people believe", "is said to", "are said to", "it is said", "some say", "legend has it",
        "story goes", "popular belief", "parents fear", "widely believed", "commonly believed", "you may have heard", "you may have read", "heard at school", "learned at school", "taught at school",
    ];

    private static readonly string[] Fixed =
    [
        "it is true", "it is not true", "it takes", "it often takes", "it depends", "there is", "there are", "there was", "there were", "there has", "even if", "even when",
        "even though", "so far", "both of", "those who", "this is because",
    ];

    /// <summary>Whether the sentence reports what others claim, so that the one after it says what is true.</summary>
    public static bool IsReported(string sentence) => Array.Exists(Reports, r => sentence.Contains(r, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the sentence leans on the one before it.</summary>
    public static bool IsDangling(string sentence)
    {
        if (Array.Exists(Phrases, p => sentence.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }
        var end = sentence.AsSpan().IndexOfAny(WordEnds);
        if (end <= 0)
        {
            return false;
        }
        var first = sentence[..end].ToLowerInvariant();
        return Pointers.Contains(first) && !Array.Exists(Fixed, f => sentence.StartsWith(f, StringComparison.OrdinalIgnoreCase));
    }
}
