using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Rendering;

namespace WebQA.TextBrowser.Checks.Injection;

/// <summary>What an episode on paper needs beside pages: an engine, an archive, a journal, all in memory, and no browser.</summary>
internal sealed class PaperParts : ISearchEngine, IPageArchive, IEpisodeJournal, IPdfTextExtractor, IPageRenderer
{
    private readonly Dictionary<string, TextPage> _pages = new(StringComparer.Ordinal);

    /// <summary>What every search finds.</summary>
    public List<SearchResult> Results { get; } = [];

    public List<string> Queries { get; } = [];

    public List<EpisodeEvent> Events { get; } = [];

    /// <summary>Bytes that were kept.</summary>
    public List<PageSnapshot> Kept { get; } = [];

    public PdfText Pdf { get; set; } = new PdfText.Failed("not_a_pdf", "There is no PDF file here.");

    public string Name => "paper";

    public bool IsAvailable => false;

    public string? WhyNot => "There is no browser on paper.";

    public Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        Queries.Add(query);
        return Task.FromResult<IReadOnlyList<SearchResult>>(Results);
    }

    public Task StoreAsync(TextPage page, PageSnapshot? snapshot, CancellationToken cancellationToken = default)
    {
        _pages[page.PageSha256] = page;
        if (snapshot is not null)
        {
            Kept.Add(snapshot);
        }
        return Task.CompletedTask;
    }

    public Task<TextPage?> ReadPageAsync(string pageSha256, CancellationToken cancellationToken = default) => Task.FromResult(_pages.GetValueOrDefault(pageSha256));

    public Task<TextPage?> FindAsync(string requestedUrl, DateTimeOffset notBefore, CancellationToken cancellationToken = default) => Task.FromResult<TextPage?>(null);

    public Task<PageSnapshot?> ReadSnapshotAsync(TextPage page, CancellationToken cancellationToken = default) => Task.FromResult<PageSnapshot?>(null);

    public Task<byte[]?> ReadBlobAsync(string sha256, CancellationToken cancellationToken = default) => Task.FromResult<byte[]?>(null);

    public Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
    {
        Events.Add(episodeEvent);
        return Task.CompletedTask;
    }

    public Task<PdfText> ExtractAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default) => Task.FromResult(Pdf);

    public Task<FetchOutcome> RenderAsync(Uri url, IPageFetcher fetcher, CancellationToken cancellationToken = default) =>
        Task.FromResult<FetchOutcome>(new FetchOutcome.Failed("needs_browser", WhyNot!));
}

/// <summary>A policy that a page has taken over: it gives the commands and the answer that the attacker wants, whatever it sees.</summary>
/// <param name="commands">In order; the last one again and again.</param>
/// <param name="answer">What it answers, also when the answer is given back.</param>
internal sealed class CapturedPolicy(IReadOnlyList<string> commands, string answer) : IPolicy
{
    private int _next;

    public PolicyInfo Info { get; } = new("captured", new string('0', 64));

    public Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default) =>
        Task.FromResult(new PolicyDecision(commands[Math.Min(_next++, commands.Count - 1)]));

    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new AnswerDraft(answer));
}
