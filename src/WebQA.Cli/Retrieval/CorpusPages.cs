using System.Security.Cryptography;
using System.Text;
using WebQA.Cli.Pages;
using WebQA.Core.Browsing;
using WebQA.Evaluation.Retrieval;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Search;

namespace WebQA.Cli.Retrieval;

/// <summary>The documents of a test collection as pages of an index: from a file of documents, or a page a file of a folder, read as the text browser reads it.</summary>
internal sealed class CorpusPages : ISearchablePages
{
    private readonly Dictionary<string, (string Id, int Index)> _documents;
    private readonly Func<int, CancellationToken, Task<TextPage>> _read;

    private CorpusPages(IReadOnlyList<string> ids, string contentHash, Func<int, CancellationToken, Task<TextPage>> read)
    {
        // Ids are names, not addresses; a page of an index has an address.
        Urls = [.. ids.Select(static id => new Uri($"https://corpus.invalid/{Uri.EscapeDataString(id)}"))];
        _documents = ids.Select((id, i) => (id, i)).ToDictionary(d => Urls[d.i].AbsoluteUri, static d => (d.id, d.i), StringComparer.Ordinal);
        Version = $"{contentHash[..16]}-{ObservationVersions.Rendering}";
        _read = read;
    }

    public string Version { get; }

    public IReadOnlyList<Uri> Urls { get; }

    /// <summary>The documents of a file.</summary>
    /// <exception cref="InvalidDataException">The file holds no documents; the message says why.</exception>
    public static CorpusPages OfFile(string file)
    {
        var documents = CorpusFile.Read(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var document in documents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{document.Id}\0{document.Title}\0{document.Text}\0"));
        }
        return new CorpusPages([.. documents.Select(static d => d.Id)], Convert.ToHexStringLower(hash.GetHashAndReset()), (i, _) => Task.FromResult(PageOf(documents[i])));
    }

    /// <summary>The page files below a folder; an id is a file's name without its extension, below subfolders the path to it.</summary>
    /// <exception cref="InvalidDataException">The folder holds no page files, or two of one name.</exception>
    public static CorpusPages OfFolder(string folder, PageSource source)
    {
        string[] files = [.. PageSource.FilesOf(folder)];
        string[] ids = [.. files.Select(f => Path.ChangeExtension(Path.GetRelativePath(folder, f), null).Replace('\\', '/').Replace(' ', '_'))];
        if (files.Length == 0)
        {
            throw new InvalidDataException($"'{folder}' holds no page files (HTML, PDF, text).");
        }
        if (ids.GroupBy(static id => id, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"'{folder}' holds {twice.Count()} files named '{twice.Key}' that differ in their extensions alone; ids must differ.");
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, id) in files.Zip(ids))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{id}\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return new CorpusPages(ids, Convert.ToHexStringLower(hash.GetHashAndReset()), async (i, token) => (await source.ReadFileAsync(files[i], ids[i], view: null, token)).Page!);
    }

    /// <summary>The id of the document at an address of <see cref="Urls"/>.</summary>
    public string IdOf(string url) => _documents[url].Id;

    public async Task<TextPage> ReadAsync(Uri url, CancellationToken cancellationToken = default)
    {
        var page = await _read(_documents[url.AbsoluteUri].Index, cancellationToken);
        return new TextPage(page.Content with { Url = url.AbsoluteUri, RequestedUrl = url.AbsoluteUri }, page.FetchedAt);
    }

    private static TextPage PageOf(CorpusDocument document) => new(
        new PageContent { Kind = PageKind.Web, Title = PageTitle.OneLine(document.Title), Text = PageCharacters.Lines(document.Text) }, DateTimeOffset.UnixEpoch);
}
