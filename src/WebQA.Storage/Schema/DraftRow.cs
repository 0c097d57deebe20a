namespace WebQA.Storage.Schema;

/// <summary>Unfinished work of a person, as last saved.</summary>
public sealed class DraftRow
{
    /// <summary>Whose it is.</summary>
    public required string OwnerId { get; set; }

    /// <summary>What it is for, as <c>comparison</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The id of what it is for, as a task's.</summary>
    public required string SubjectId { get; set; }

    /// <summary>Grows with each change.</summary>
    public long Version { get; set; }

    /// <summary>The tab that saved it last.</summary>
    public required string Client { get; set; }

    /// <summary>That tab's number of the change; grows within the tab.</summary>
    public long ClientSequence { get; set; }

    /// <summary>The work, in the form of whoever made it.</summary>
    public required string Body { get; set; }

    /// <summary>When it was saved, UTC ticks of 100 ns.</summary>
    public long SavedAt { get; set; }
}
