using Microsoft.Extensions.Logging.Abstractions;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search;
using WebQA.TextBrowser.Tests.Environments;

namespace WebQA.TextBrowser.Tests.Search;

/// <summary>What differs above the number of passages up to which vectors are made unasked.</summary>
public sealed class LargeCorpusTests : ISearchablePages, IDisposable
{
    private const int Pages = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-large-");
    private readonly LetterEmbedder _embedder = new();

    public string Version => "v1";

    public IReadOnlyList<Uri> Urls { get; } = [.. Enumerable.Range(0, Pages).Select(i => new Uri($"https://a.example/{i}"))];

    public Task<TextPage> ReadAsync(Uri url, CancellationToken cancellationToken = default) => Task.FromResult(new TextPage(
        new PageContent { Kind = PageKind.Web, Url = url.AbsoluteUri, Title = "A page", Text = $"Number {url.AbsolutePath[1..]} of the pages." }, DateTimeOffset.UnixEpoch));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Words_alone_answer_until_vectors_are_asked_for()
    {
        await using var engine = Open(_embedder);

        await engine.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        var byWords = await engine.RankAsync("number 17", Pages, TestContext.Current.CancellationToken);
        var status = engine.Status;
        await engine.MakeVectorsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new IndexStatus(IndexState.Ready, 0, Pages), status);
        Assert.Equal("https://a.example/17", byWords[0]);
        Assert.Equal(new IndexStatus(IndexState.Ready, Pages, Pages), engine.Status);
        Assert.Equal(Pages, _embedder.Texts);
        await engine.RankAsync("number 17", 1, TestContext.Current.CancellationToken);
        Assert.Equal(Pages + 1, _embedder.Texts);
    }

    [Fact]
    public async Task Vectors_that_were_made_once_are_used_at_every_later_start()
    {
        await using (var first = Open(_embedder))
        {
            await first.MakeVectorsAsync(TestContext.Current.CancellationToken);
        }
        await using var engine = Open(_embedder);

        await engine.WaitUntilReadyAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new IndexStatus(IndexState.Ready, Pages, Pages), engine.Status);
        Assert.Equal(Pages, _embedder.Texts);
    }

    [Fact]
    public async Task Making_them_can_be_stopped_and_goes_on_where_it_was()
    {
        var texts = 0;
        var stopping = new LetterEmbedder(() => ++texts > 2 ? new InvalidOperationException("Stopped here.") : null);
        await using (var first = Open(stopping))
        {
            await Assert.ThrowsAsync<SearchFailedException>(() => first.MakeVectorsAsync(TestContext.Current.CancellationToken));
        }
        await using var engine = Open(_embedder);

        await engine.MakeVectorsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Pages, stopping.Texts + _embedder.Texts);
        Assert.InRange(stopping.Texts, 1, Pages - 1);
    }

    private LocalSearchEngine Open(IEmbedder embedder) => new(
        new LocalSearchOptions { IndexFolder = _folder.FullName, MostPassagesUnasked = Pages - 1 }, this, embedder, NullLogger<LocalSearchEngine>.Instance);
}
