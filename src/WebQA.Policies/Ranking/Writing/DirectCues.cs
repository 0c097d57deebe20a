using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>Recognises sentences that are worded as an answer.</summary>
internal static class DirectCues
{
    /// <summary>A sentence that calls itself the answer goes first.</summary>
    private const double Announced = 2;

    private const double Explained = 0.5;

    private static readonly string[] Announcements = ["short answer", "in short", "in a nutshell", "the reason is", "the answer is"];

    /// <summary>What the wording adds to a sentence's place: it announces an answer, or gives a cause where the clause asks why.</summary>
    public static double Worth(string clause, string sentence) =>
        Array.Exists(Announcements, a => sentence.Contains(a, StringComparison.OrdinalIgnoreCase)) ? Announced
        : AsksWhy(clause) && Cues.HasCause(Words.Of(sentence)) ? Explained
        : 0;

    private static bool AsksWhy(string clause) => Words.Of(clause).Exists(w => w is "why" or "how");
}
