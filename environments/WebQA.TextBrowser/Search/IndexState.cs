namespace WebQA.TextBrowser.Search;

/// <summary>How far an index is.</summary>
public enum IndexState
{
    /// <summary>Nobody has asked for it yet.</summary>
    NotStarted,

    /// <summary>Pages are read; a search waits for them.</summary>
    ReadingPages,

    /// <summary>Searches are answered by words alone; the vectors are being made.</summary>
    MakingVectors,

    /// <summary>Everything is there.</summary>
    Ready,

    /// <summary>It could not be made, or not in full; the message says why and what to do.</summary>
    Failed,
}
