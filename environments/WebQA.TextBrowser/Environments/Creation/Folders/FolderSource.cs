using System.Runtime.CompilerServices;

namespace WebQA.TextBrowser.Environments.Creation.Folders;

/// <summary>The pages of any folder: HTML, PDF, Markdown and text files, wherever they lie in it.</summary>
public sealed class FolderSource : IPageSource
{
    private readonly string _root;
    private readonly Uri _base;

    private readonly bool _asksPages;

    /// <summary>A folder; nothing is read yet.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="name">The environment's name: pages that do not say where they come from are at <c>https://&lt;name&gt;.example/</c>.</param>
    /// <param name="baseUrl">The address of the folder, http or https; null for what its pages say.</param>
    public FolderSource(string folder, string name, Uri? baseUrl = null)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _base = new Uri($"{(baseUrl?.GetLeftPart(UriPartial.Path) ?? $"https://{name}.example").TrimEnd('/')}/");
        _asksPages = baseUrl is null;
    }

    /// <inheritdoc/>
    public string Identity => _root;

    /// <inheritdoc/>
    public int? Total { get; private set; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync(Predicate<string> isDone, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var files = FolderWalk.List(_root, cancellationToken);
        Total = files.Count;
        var addresses = new FolderAddresses(_base, _asksPages ? CanonicalAddresses(files, cancellationToken) : []);
        foreach (var file in files.Where(f => !isDone(f.Place)))
        {
            yield return await ReadAsync(file, addresses, cancellationToken);
        }
    }

    private static async Task<SourceItem> ReadAsync(WalkedFile file, FolderAddresses addresses, CancellationToken cancellationToken)
    {
        var type = PageFiles.TypeOf(file.Place);
        var reason = file.Reason
            ?? (type is null ? SkipReason.OtherType : file.Length == 0 ? SkipReason.Empty : file.Length > PageIntake.MaxBytes ? SkipReason.TooLarge : null);
        if (reason is not null)
        {
            return new SourceItem.Skipped(file.Place, reason);
        }
        try
        {
            var bytes = await File.ReadAllBytesAsync(file.Path, cancellationToken);
            return new SourceItem.Page(file.Place, addresses.Of(file.Place), type!, bytes) { Aliases = addresses.AliasesOf(file.Place) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SourceItem.Skipped(file.Place, SkipReason.Unreadable);
        }
    }

    private static IEnumerable<(string Place, Uri Url)> CanonicalAddresses(IReadOnlyList<WalkedFile> files, CancellationToken cancellationToken)
    {
        var head = new byte[CanonicalLink.ScannedBytes];
        foreach (var file in files.Where(f => f.Reason is null && f.Length > 0 && PageFiles.IsHtml(f.Place)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CanonicalLink.Find(head.AsSpan(0, ReadHead(file.Path, head))) is { } url)
            {
                yield return (file.Place, url);
            }
        }
    }

    private static int ReadHead(string path, byte[] head)
    {
        try
        {
            using var file = File.OpenRead(path);
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
