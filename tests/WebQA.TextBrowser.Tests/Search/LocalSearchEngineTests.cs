using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search;
using WebQA.TextBrowser.Tests.Environments;

namespace WebQA.TextBrowser.Tests.Search;

public sealed class LocalSearchEngineTests : IAsyncDisposable
{
    private readonly TestWeb _web = new TestWeb().Add(
        "small",
        null,
        ("a.example/crows.html", TestWeb.Html("Crows", "<h2>Gifts</h2><p>Crows sometimes leave gifts for people who feed them.</p>")),
        ("a.example/tides.html", TestWeb.Html("Tides", "<p>The moon pulls the sea, and the tide rises.</p>")),
        ("b.example/birds.html", TestWeb.Html("Birds", "<p>Many birds sing. Few give anything; a crow might.</p>")),
        ("b.example/paper.pdf", "%PDF-1.7 The gift economy of crows, a study in ten sentences."));

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task Before_the_vectors_are_there_words_alone_answer()
    {
        var release = new TaskCompletionSource();
        _web.Embedder = new HeldEmbedder(release.Task);
        var environment = _web.Open().GetWeb("small");

        var early = await environment.SearchAsync("gifts of crows", TestContext.Current.CancellationToken);
        var status = environment.SearchStatus;
        release.SetResult();
        await environment.WaitUntilReadyAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Crows", "A document"], early.Links.Take(2).Select(l => l.Text).Order(StringComparer.Ordinal).Reverse());
        Assert.DoesNotContain(early.Links, l => l.Text == "Tides");
        Assert.Equal(IndexState.MakingVectors, status.State);
        Assert.Equal(new IndexStatus(IndexState.Ready, 4, 4), environment.SearchStatus);
    }

    [Fact]
    public async Task Once_ready_every_page_can_be_found_and_the_same_query_gives_the_same_page()
    {
        var first = await ReadyAsync();
        var second = await ReadyAsync();

        var page = await first.SearchAsync("gifts of crows", TestContext.Current.CancellationToken);

        Assert.Equal(4, page.Links.Count);
        Assert.Equal(page.PageSha256, (await second.SearchAsync("gifts of crows", TestContext.Current.CancellationToken)).PageSha256);
    }

    [Fact]
    public async Task A_second_start_reads_no_page_and_embeds_no_passage()
    {
        await ReadyAsync();
        var embedder = new LetterEmbedder();
        _web.Embedder = embedder;

        await ReadyAsync();

        Assert.Equal(0, embedder.Texts);
    }

    [Fact]
    public async Task A_changed_page_makes_a_new_index_that_embeds_only_what_is_new()
    {
        await ReadyAsync();
        _web.Add("small", null, ("a.example/tides.html", TestWeb.Html("Tides", "<p>Neap tides are weak.</p>")));

        var environment = await ReadyAsync();

        var page = await environment.SearchAsync("neap", TestContext.Current.CancellationToken);
        Assert.Contains("Neap tides are weak.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_needs_a_browser_is_found_once_there_is_one()
    {
        _web.Add("small", null, ("c.example/app.html", "<!DOCTYPE html><title>App</title><div id=a></div><script>a.textContent = 'x'</script>"));
        var without = await (await ReadyAsync()).SearchAsync("walrus", TestContext.Current.CancellationToken);
        _web.Renderer.Html = TestWeb.Html("App", "<p>The walrus rests on the ice.</p>");

        var with = await (await ReadyAsync()).SearchAsync("walrus", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("walrus rests", without.Text, StringComparison.Ordinal);
        Assert.Contains("The walrus rests on the ice.", with.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_index_file_is_built_anew()
    {
        await ReadyAsync();
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_web.DataFolder, "index", "small"), "*.words"));
        await File.WriteAllTextAsync(file, "this is not a database, whatever its name says", TestContext.Current.CancellationToken);

        var environment = await ReadyAsync();

        Assert.Equal(4, (await environment.SearchAsync("crows", TestContext.Current.CancellationToken)).Links.Count);
    }

    [Fact]
    public async Task Without_an_embedder_words_go_on_and_waiting_says_why()
    {
        _web.Embedder = new LetterEmbedder(() => new InvalidOperationException("The model is gone."));
        var environment = _web.Open().GetWeb("small");

        var e = await Assert.ThrowsAsync<SearchFailedException>(() => environment.WaitUntilReadyAsync(TestContext.Current.CancellationToken));
        var page = await environment.SearchAsync("tide", TestContext.Current.CancellationToken);

        Assert.Equal("Searching goes on by words alone, since the passages have no vectors: The model is gone.", e.Message);
        Assert.Equal("Tides", Assert.Single(page.Links).Text);
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_is_an_error_page_with_the_remedy()
    {
        Directory.CreateDirectory(_web.DataFolder);
        await File.WriteAllTextAsync(Path.Combine(_web.DataFolder, "index"), "in the way", TestContext.Current.CancellationToken);

        var page = await _web.Open().GetWeb("small").SearchAsync("crows", TestContext.Current.CancellationToken);

        Assert.Equal((PageKind.Error, "The search failed"), (page.Kind, page.Title));
        Assert.Matches("^local: The search index cannot be written to '.*': .*\\. Free disk space or make the folder writable, then search again\\.$", page.Text);
    }

    [Fact]
    public async Task Exported_vectors_make_the_first_start_of_another_data_folder_free()
    {
        var catalog = _web.Open();
        await catalog.ExportVectorsAsync("small", Path.Combine(_web.Folder, "small", "passages.vectors"), TestContext.Current.CancellationToken);
        Directory.Delete(Path.Combine(_web.DataFolder, "index"), recursive: true);
        var embedder = new LetterEmbedder();
        _web.Embedder = embedder;

        await ReadyAsync();

        Assert.Equal(0, embedder.Texts);
    }

    private async Task<TextBrowser.Environments.WebEnvironment> ReadyAsync()
    {
        var environment = _web.Open().GetWeb("small");
        await environment.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return environment;
    }

    private sealed class HeldEmbedder(Task release) : IEmbedder
    {
        private readonly LetterEmbedder _inner = new();

        public string Name => _inner.Name;

        public int Dimensions => _inner.Dimensions;

        public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
        {
            await release.WaitAsync(cancellationToken);
            return await _inner.EmbedAsync(texts, cancellationToken);
        }
    }
}
