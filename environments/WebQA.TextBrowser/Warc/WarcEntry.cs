namespace WebQA.TextBrowser.Warc;

/// <summary>A record to be written.</summary>
/// <param name="Type"><c>warcinfo</c>, <c>resource</c> or <c>metadata</c>.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Date">When its content was captured.</param>
/// <param name="ContentType">Of the block.</param>
/// <param name="Block">The content.</param>
public sealed record WarcEntry(string Type, Guid Id, DateTimeOffset Date, string ContentType, ReadOnlyMemory<byte> Block)
{
    /// <summary>The address of the content; null for none.</summary>
    public string? TargetUri { get; init; }

    /// <summary>The record that this one tells of; null for none.</summary>
    public Guid? RefersTo { get; init; }

    /// <summary>Name of the archive, of a <c>warcinfo</c>; null for none.</summary>
    public string? FileName { get; init; }
}
