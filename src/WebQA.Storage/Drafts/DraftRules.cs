using WebQA.Core.Feedback;

namespace WebQA.Storage.Drafts;

/// <summary>What a draft may be.</summary>
internal static class DraftRules
{
    private const int MaxName = 200, MaxKind = 40, MaxClient = 64;

    /// <exception cref="FeedbackRefusedException">A value cannot be used; the message says which.</exception>
    public static void Check(string personId, DraftKey key, DraftChange change)
    {
        Demand(IsName(personId, Labeler.MaxIdLength), $"A person's id has 1 to {Labeler.MaxIdLength} characters, none of them a control character.");
        Demand(
            key.Kind.Length is > 0 and <= MaxKind && key.Kind.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
            $"The kind of a draft has 1 to {MaxKind} small letters, digits and hyphens, for example '{DraftKey.Comparison}'.");
        Demand(IsName(key.SubjectId, MaxName), $"The id that a draft is for has 1 to {MaxName} characters, none of them a control character.");
        Demand(IsName(change.Client, MaxClient), $"The name of the tab has 1 to {MaxClient} characters, none of them a control character.");
        Demand(change is { BasedOn: >= 0, ClientSequence: >= 0 }, "The version and the sequence of a draft are 0 or more.");
        Demand(change.Body.Length <= DraftChange.MaxBody, $"The draft has {change.Body.Length} characters; at most {DraftChange.MaxBody} are kept. Shorten it; what was saved before stays.");
        Demand(!change.Body.Contains('\0'), "The draft holds the character U+0000. Remove it; what was saved before stays.");
    }

    private static bool IsName(string name, int longest) => name.Length > 0 && name.Length <= longest && !name.Any(char.IsControl);

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, message);
        }
    }
}
