using System.Security.Cryptography;
using WebQA.TextBrowser.Fetching;

namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>Makes an environment of a source of pages. What is taken is kept at once, so a run that was stopped or killed is gone on with.</summary>
/// <param name="options">Where environments are, so that no name is given twice.</param>
public sealed class EnvironmentCreator(TextBrowserOptions options)
{
    private const int MaxDetails = 20;

    /// <summary>Makes an environment, which can be browsed by processes that start afterwards.</summary>
    /// <param name="request">Name, place and bounds.</param>
    /// <param name="source">Its pages.</param>
    /// <param name="progress">Told after each item.</param>
    /// <param name="cancellationToken">Stops; the same request with <see cref="CreationMode.Resume"/> goes on.</param>
    /// <exception cref="CreationRefusedException">The name cannot be used, or something of that name is there; nothing was changed.</exception>
    /// <exception cref="PageSourceException">The source cannot be read, or holds no page.</exception>
    /// <exception cref="IOException">The folder cannot be written; what was taken is kept.</exception>
    public async Task<CreationReport> CreateAsync(
        CreationRequest request, IPageSource source, IProgress<CreationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        RefuseName(request);
        using var folder = CreationFolder.Hold(request.Name, request.Folder);
        RefuseState(request, folder, source);
        if (request.Mode == CreationMode.Resume && folder is { IsWhole: true, BegunFrom: null })
        {
            return Whole(request, folder, source);
        }
        folder.Begin(source.Identity, isFresh: request.Mode != CreationMode.Resume);
        var taken = new Taken(folder.Journal);
        var resumed = taken.Pages;
        progress?.Report(taken.Progress(source.Total));
        await foreach (var item in source.ReadAsync(folder.Journal.Holds, cancellationToken))
        {
            taken.Add(Judge(item, folder));
            progress?.Report(taken.Progress(source.Total));
            if (taken.Pages >= request.MaxPages)
            {
                break;
            }
        }
        cancellationToken.ThrowIfCancellationRequested();
        var isCut = taken.Pages >= request.MaxPages && source.Total != folder.Journal.Entries.Count;
        var pages = NewestOfEach(folder.Journal);
        if (pages.Count == 0)
        {
            throw new PageSourceException($"There is no page in '{source.Identity}': {Reasons(taken.Skipped)}. HTML, PDF, Markdown and text are pages.");
        }
        var report = new CreationReport(
            request.Name, folder.WholeFolder, source.Identity, pages.Count, pages.Sum(p => p.Bytes), taken.Skipped, taken.Pages - pages.Count, isCut, resumed)
        {
            Details = [.. folder.Journal.Entries.Select(e => e.Detail).OfType<string>().Take(MaxDetails)],
        };
        folder.Finish(request, pages);
        return report;
    }

    /// <summary>Reasons and their counts as a person reads them.</summary>
    public static string Reasons(IReadOnlyDictionary<string, int> skipped) =>
        skipped.Count == 0 ? "nothing was left out" : string.Join(", ", skipped.Select(s => $"{s.Value} {s.Key.Replace('_', ' ')}"));

    private static CreationJournal.Entry Judge(SourceItem item, CreationFolder folder)
    {
        if (item is SourceItem.Skipped skipped)
        {
            return Add(new CreationJournal.Entry(item.Key, skipped.Reason, null, skipped.Detail));
        }
        var page = (SourceItem.Page)item;
        var (reason, type, bytes) = PageIntake.Take(page);
        if (reason is not null)
        {
            return Add(new CreationJournal.Entry(item.Key, reason, null));
        }
        var listed = new ListedPage
        {
            Url = page.Url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped),
            Aliases = page.Aliases.Count == 0 ? null : [.. page.Aliases.Select(a => a.AbsoluteUri)],
            Type = type,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            Bytes = bytes.Length,
            At = page.At,
        };
        folder.Keep(listed, bytes.Span);
        return Add(new CreationJournal.Entry(item.Key, null, listed));

        CreationJournal.Entry Add(CreationJournal.Entry entry)
        {
            folder.Journal.Add(entry);
            return entry;
        }
    }

    /// <summary>Of pages with one address the one that was fetched last; in order of the addresses, so that the same source gives the same list.</summary>
    private static List<ListedPage> NewestOfEach(CreationJournal journal) =>
    [
        .. journal.Entries.Select(e => e.Page).OfType<ListedPage>()
            .GroupBy(p => p.Url, StringComparer.Ordinal)
            .Select(g => g.OrderBy(p => p.At ?? DateTimeOffset.MinValue).Last())
            .OrderBy(p => p.Url, StringComparer.Ordinal),
    ];

    private void RefuseName(CreationRequest request)
    {
        if (!EnvironmentDefinitionReader.IsName(request.Name))
        {
            throw new CreationRefusedException($"'{request.Name}' cannot be the name of an environment: it takes 1 to 64 of a to z, 0 to 9 and '-', beginning with a letter or a digit.");
        }
        var other = options.EnvironmentFolders.Where(f => Path.GetFullPath(f) != Path.GetFullPath(request.Folder)).Select(f => Path.Combine(f, request.Name)).FirstOrDefault(Directory.Exists);
        if (other is not null)
        {
            throw new CreationRefusedException($"There is an environment '{request.Name}' in '{Path.GetDirectoryName(other)}' already. Choose another name.");
        }
    }

    private static void RefuseState(CreationRequest request, CreationFolder folder, IPageSource source)
    {
        if (request.Mode == CreationMode.New && folder.BegunFrom is { } begun)
        {
            throw new CreationRefusedException($"An earlier run began to make '{request.Name}' from '{begun}' and did not end. Go on with --resume, or begin anew with --replace.");
        }
        if (request.Mode == CreationMode.New && folder.IsWhole)
        {
            throw new CreationRefusedException($"There is an environment '{request.Name}' already. Choose another name, or make it anew with --replace.");
        }
        if (request.Mode == CreationMode.Resume && (folder.BegunFrom ?? folder.WholeFrom) is { } other && other != source.Identity)
        {
            throw new CreationRefusedException($"'{request.Name}' was made from '{other}', not from '{source.Identity}'. Name the same source, or begin anew with --replace.");
        }
    }

    private static CreationReport Whole(CreationRequest request, CreationFolder folder, IPageSource source)
    {
        var pages = EnvironmentDefinitionReader.Read(folder.WholeFolder).PagesFolder is { } place ? FolderPages.List(place).All : [];
        return new CreationReport(
            request.Name, folder.WholeFolder, source.Identity, pages.Count, pages.Sum(p => p.Listed?.Bytes ?? 0), new Dictionary<string, int>(StringComparer.Ordinal), 0, IsCut: false, pages.Count);
    }

    /// <summary>The counts of a run.</summary>
    private sealed class Taken
    {
        public Taken(CreationJournal journal)
        {
            foreach (var entry in journal.Entries)
            {
                Add(entry);
            }
        }

        public int Pages { get; private set; }

        public SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

        private long Bytes { get; set; }

        private int SkippedCount { get; set; }

        public void Add(CreationJournal.Entry entry)
        {
            if (entry.Page is { } page)
            {
                Pages++;
                Bytes += page.Bytes;
            }
            else
            {
                SkippedCount++;
                Skipped[entry.Skipped ?? SkipReason.Unreadable] = Skipped.GetValueOrDefault(entry.Skipped ?? SkipReason.Unreadable) + 1;
            }
        }

        public CreationProgress Progress(int? total) => new(Pages, SkippedCount, Bytes, total);
    }
}
