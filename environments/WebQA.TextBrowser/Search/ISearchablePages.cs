using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search;

/// <summary>Pages that an index is made of. Thread-safe.</summary>
public interface ISearchablePages
{
    /// <summary>Changes when any page or the way it is read changes.</summary>
    string Version { get; }

    /// <summary>The address of each page, in a lasting order.</summary>
    IReadOnlyList<Uri> Urls { get; }

    /// <summary>A page's text, as policies see it; a page of kind <see cref="PageKind.Error"/> is left out of the index and tried again at the next start.</summary>
    Task<TextPage> ReadAsync(Uri url, CancellationToken cancellationToken = default);
}
