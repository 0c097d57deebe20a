namespace WebQA.Core.Feedback;

/// <summary>Somebody says that a citation of an answer is wrong.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Report">What was said.</param>
/// <param name="PersonId">Who said it.</param>
/// <param name="ReportedAt">When.</param>
/// <param name="Settlement">What a reviewer decided; null while open.</param>
public sealed record CitationIncident(string Id, CitationReport Report, string PersonId, DateTimeOffset ReportedAt, IncidentSettlement? Settlement);

/// <summary>What is wrong with a citation.</summary>
/// <param name="EpisodeId">The episode whose answer it is.</param>
/// <param name="Reference">The reference's number, from 1.</param>
/// <param name="Problem">What kind.</param>
/// <param name="Note">More, in the person's words; may be empty.</param>
public sealed record CitationReport(string EpisodeId, int Reference, CitationProblem Problem, string Note)
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 4_000;
}

/// <summary>Kinds of wrong citations. The values are those of the database.</summary>
public enum CitationProblem
{
    /// <summary>The quote does not say what the answer says.</summary>
    DoesNotSayIt = 0,

    /// <summary>The quote says it, but its page does not mean it so.</summary>
    OutOfContext = 1,

    /// <summary>The page is not to be trusted in this.</summary>
    Untrustworthy = 2,

    /// <summary>The page was right once and is not now.</summary>
    OutOfDate = 3,

    /// <summary>Something else; the note says what.</summary>
    Other = 4,
}

/// <summary>What a reviewer decided of an incident.</summary>
/// <param name="Verdict">The decision.</param>
/// <param name="Rationale">Why.</param>
/// <param name="ReviewerId">Who decided.</param>
/// <param name="SettledAt">When.</param>
public sealed record IncidentSettlement(IncidentVerdict Verdict, string Rationale, string ReviewerId, DateTimeOffset SettledAt);

/// <summary>Decisions of an incident. The values are those of the database.</summary>
public enum IncidentVerdict
{
    /// <summary>The citation is wrong.</summary>
    Accepted = 0,

    /// <summary>The citation holds.</summary>
    Rejected = 1,

    /// <summary>The citation was wrong, and what made it so is mended.</summary>
    Fixed = 2,
}
