namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>An environment to be made.</summary>
/// <param name="Name">Its name, which is also its folder's.</param>
/// <param name="Folder">The folder that holds environments.</param>
public sealed record CreationRequest(string Name, string Folder)
{
    /// <summary>What people see; null for the name.</summary>
    public string? Title { get; init; }

    /// <summary>What it covers, in a sentence or two; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Pages after which the source is left, 1 or more.</summary>
    public int MaxPages { get; init; } = 100_000;

    /// <summary>What is done where something of that name is there.</summary>
    public CreationMode Mode { get; init; }
}

/// <summary>What is done where an environment of the name, whole or half made, is there.</summary>
public enum CreationMode
{
    /// <summary>It is left alone, and nothing is made.</summary>
    New,

    /// <summary>A half-made one is gone on with; a whole one stays as it is.</summary>
    Resume,

    /// <summary>It is made anew; the old one stays in use until the new one is whole.</summary>
    Replace,
}

/// <summary>The environment cannot be made as asked; the message says why and what to do.</summary>
public sealed class CreationRefusedException(string message) : Exception(message);
