namespace WebQA.Core.Feedback;

/// <summary>Unfinished work of people. A save is on the disk when its task ends, so that "saved" may be said then. Thread-safe, also between processes.</summary>
public interface IDraftStore
{
    /// <summary>A person's draft, or null.</summary>
    Task<Draft?> FindAsync(string personId, DraftKey key, CancellationToken cancellationToken = default);

    /// <summary>Saves a change, unless another tab has saved a newer one, which is then given back in its place.</summary>
    /// <exception cref="FeedbackRefusedException">A value cannot be used, or the draft was finished or deleted since.</exception>
    Task<DraftOutcome> SaveAsync(string personId, DraftKey key, DraftChange change, CancellationToken cancellationToken = default);

    /// <summary>Deletes a draft; does nothing where there is none.</summary>
    Task DeleteAsync(string personId, DraftKey key, CancellationToken cancellationToken = default);
}

/// <summary>What a draft is for.</summary>
/// <param name="Kind">As <see cref="Comparison"/>: small letters, digits and hyphens.</param>
/// <param name="SubjectId">As a task's id.</param>
public readonly record struct DraftKey(string Kind, string SubjectId)
{
    /// <summary>The kind of a comparison's draft. It ends with the comparison's being handed in.</summary>
    public const string Comparison = "comparison";
}

/// <summary>A draft as it is kept.</summary>
/// <param name="Version">Grows with each change, from 1.</param>
/// <param name="Client">The tab that saved it.</param>
/// <param name="ClientSequence">That tab's number of the change.</param>
/// <param name="Body">The work, in the form of whoever made it.</param>
/// <param name="SavedAt">When.</param>
public sealed record Draft(long Version, string Client, long ClientSequence, string Body, DateTimeOffset SavedAt);

/// <summary>A change of a draft.</summary>
/// <param name="BasedOn">The version it was made from; 0 for a new draft.</param>
/// <param name="Client">The tab; a random name that it keeps.</param>
/// <param name="ClientSequence">Grows within the tab, so that a repeated or overtaken change is known as such.</param>
/// <param name="Body">The whole work after it.</param>
public sealed record DraftChange(long BasedOn, string Client, long ClientSequence, string Body)
{
    /// <summary>Most characters of a draft.</summary>
    public const int MaxBody = 1_000_000;
}

/// <summary>What became of a change.</summary>
/// <param name="Current">What is kept now.</param>
/// <param name="IsSaved">False where another tab's newer work is kept in its place.</param>
public readonly record struct DraftOutcome(Draft Current, bool IsSaved);
