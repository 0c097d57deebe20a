using System.Collections.Concurrent;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.LabelingUi.Tests.Doubles;

/// <summary>A web of three pages about crows, its archive and its catalogue.</summary>
internal sealed class MemoryWeb : IEnvironment, IPageArchive, IEnvironmentCatalog
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private readonly ConcurrentDictionary<string, TextPage> _stored = new();

    private readonly IPageArchive? _archive;

    public MemoryWeb(IPageArchive? archive = null)
    {
        _archive = archive;
        Gifts = Web("https://fieldnotes.example/crows/gifts", "Gifts from crows | Field Notes", GiftsText,
            new PageLink(0, "the roost at the river", "https://roostwatch.example/river", "roostwatch.example"),
            new PageLink(1, "Object play in young corvids", "https://corvid-lab.example/play", "corvid-lab.example"));
        Faces = Web("https://corvid-lab.example/faces", "Crows remember the faces of people", FacesText);
        Results = new(new PageContent
        {
            Kind = PageKind.SearchResults,
            RequestedUrl = "crows gifts",
            Title = "Search results for: crows gifts",
            Text = "【0†Gifts from crows | Field Notes†fieldnotes.example】\nNearly everyone who reports a gift had fed the same birds.\n\n【1†Crows remember the faces of people†corvid-lab.example】\nBirds that had been trapped scolded that mask.",
            Links = [new(0, Gifts.Title, Gifts.Url, Gifts.Domain), new(1, Faces.Title, Faces.Url, Faces.Domain)],
        }, Noon);
    }

    public TextPage Gifts { get; }

    public TextPage Faces { get; }

    public TextPage Results { get; }

    public EnvironmentInfo Info { get; } = new("crow-web", new string('0', 64), "Three pages about crows");

    public IReadOnlyList<EnvironmentInfo> Environments => [Info];

    public IEnvironment Get(string name) => name == Info.Name ? this : throw new UnknownNameException("environment", name, [Info.Name]);

    public Task<TextPage> SearchAsync(string query, CancellationToken cancellationToken = default) => KeepAsync(Results, cancellationToken);

    public Task<TextPage> OpenAsync(string url, CancellationToken cancellationToken = default) => KeepAsync(
        url == Gifts.Url ? Gifts : url == Faces.Url ? Faces : new TextPage(new PageContent { Kind = PageKind.Error, Url = url, RequestedUrl = url, Domain = new Uri(url).Host, Title = "Page not read", Text = $"There is no page at {url}." }, Noon), cancellationToken);

    public async Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default) =>
        await (_archive ?? this).ReadPageAsync(pageSha256, cancellationToken) ?? throw new PageNotStoredException(pageSha256);

    public Task StoreAsync(TextPage page, PageSnapshot? snapshot, CancellationToken cancellationToken = default)
    {
        Keep(page);
        return Task.CompletedTask;
    }

    public Task<TextPage?> ReadPageAsync(string pageSha256, CancellationToken cancellationToken = default) =>
        Task.FromResult(_stored.GetValueOrDefault(pageSha256));

    public Task<TextPage?> FindAsync(string requestedUrl, DateTimeOffset notBefore, CancellationToken cancellationToken = default) =>
        Task.FromResult(_stored.Values.FirstOrDefault(p => p.Content.RequestedUrl == requestedUrl && p.FetchedAt >= notBefore));

    public Task<PageSnapshot?> ReadSnapshotAsync(TextPage page, CancellationToken cancellationToken = default) => Task.FromResult<PageSnapshot?>(null);

    public Task<byte[]?> ReadBlobAsync(string sha256, CancellationToken cancellationToken = default) =>
        Task.FromResult(_stored.GetValueOrDefault(sha256)?.Content.ToJson());

    private async Task<TextPage> KeepAsync(TextPage page, CancellationToken cancellationToken)
    {
        await (_archive ?? this).StoreAsync(page, null, cancellationToken);
        return page;
    }

    /// <summary>Puts other content under a page's key, as a damaged disk would.</summary>
    public void Damage(string pageSha256, TextPage other) => _stored[pageSha256] = other;

    public TextPage Keep(TextPage page) => _stored[page.PageSha256] = page;

    public static TextPage Web(string url, string title, string text, params PageLink[] links) =>
        new(new PageContent { Kind = PageKind.Web, Url = url, RequestedUrl = url, Domain = new Uri(url).Host, Title = title, Text = text, Links = links }, Noon);

    private const string GiftsText = """
        Gifts from crows: what we know, and what we do not

        [Image: a blue glass bead beside a peanut shell on a porch rail]

        Every spring the letters start. Someone has fed the crows on the garage roof through the winter, and one morning there is a bead, or a bottle cap, or a tiny plastic arm on the rail. Is it a present? We have collected 188 such reports since 2009, and this page is what we make of them.

        Where and when the objects appear

        Nearly everyone who reports a gift had fed the same birds at the same place for months. The objects turn up on the tray or rail where the food is put, never at the door, and most are small and bright: beads, buttons, a paper clip, sea glass. Only seven of the 188 letters describe anything larger than a thumb.

        Single pairs and family groups account for most reports. Large winter flocks, for which 【0†the roost at the river†roostwatch.example】 is the best known here, account for none.

        Is it a gift?

        We should be careful with the word. A crow that arrives with something in its bill has to put it down to pick up a peanut, and a dropped bead looks the same as a present. Young birds in particular carry objects about and play with them; see 【1†Object play in young corvids†corvid-lab.example】.
        """;

    private const string FacesText = """
        Birds that had been trapped by a person in one mask scolded that mask for the rest of the study, almost three years later, and ignored the neutral one. Crows that had never been trapped joined in, which shows that the knowledge spreads.
        """;
}
