using System.Collections.Frozen;

namespace WebQA.Policies.Ranking.Features;

/// <summary>Small signs in the wording of a sentence.</summary>
internal static class Cues
{
    private static readonly FrozenSet<string> EvidenceWords = Set(
        "study studies studied measured measurement measurements measure trial trials published experiment experiments researchers researcher "
        + "review reviews tested test tests survey surveys found data evidence recorded observed estimated estimate");

    private static readonly FrozenSet<string> Negations = Set("not no never none neither nor cannot without hardly");

    private static readonly FrozenSet<string> Causes = Set("because therefore thus hence causes caused cause reason reasons");

    private static readonly FrozenSet<string> MythWords = Set(
        "myth myths legend legends wrong misconception misconceptions mistaken mistake false untrue contrary folklore misleading");

    private static readonly FrozenSet<string> FirstPersonWords = Set("i me my mine myself i'm i've i'd i'll");

    private static readonly FrozenSet<string> ShortForms = Set("it's that's there's what's he's she's let's who's here's how's where's");

    private static readonly string[] PointersElsewhere =
    [
        "see also", "read more", "read on", "this article", "this page", "this post", "related:", "our guide", "more on this", "further reading", "on this site",
    ];

    public static bool IsFirstPerson(string word) => FirstPersonWords.Contains(word);

    public static bool HasFirstPerson(List<string> words) => words.Exists(FirstPersonWords.Contains);

    public static bool HasEvidence(List<string> words) => words.Exists(EvidenceWords.Contains);

    public static bool HasNegation(List<string> words) => words.Exists(IsNegation);

    public static bool HasMyth(List<string> words) => words.Exists(MythWords.Contains);

    public static bool HasCause(List<string> words) =>
        words.Exists(Causes.Contains) || Follows(words, "due", "to") || Follows(words, "result", "of") || Follows(words, "which", "is", "why") || Follows(words, "that", "is", "why");

    public static bool IsContraction(string word)
    {
        var at = word.LastIndexOf('\'');
        return at > 0 && (word.AsSpan(at) is "'t" or "'re" or "'ve" or "'ll" or "'d" or "'m" || ShortForms.Contains(word));
    }

    public static bool PointsElsewhere(string sentence) =>
        Array.Exists(PointersElsewhere, p => sentence.Contains(p, StringComparison.OrdinalIgnoreCase));

    private static bool IsNegation(string word) => Negations.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);

    private static bool Follows(List<string> words, params ReadOnlySpan<string> phrase)
    {
        for (var i = 0; i + phrase.Length <= words.Count; i++)
        {
            var j = 0;
            while (j < phrase.Length && words[i + j] == phrase[j])
            {
                j++;
            }
            if (j == phrase.Length)
            {
                return true;
            }
        }
        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
