using System.Text;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching;

namespace WebQA.TextBrowser.Tests.Fetching;

public sealed class FolderFetcherTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-pages-");

    public FolderFetcherTests()
    {
        foreach (var place in new[]
        {
            "a.example/index.html", "a.example/crows.html", "a.example/crows/index.html", "a.example/sub/index.html", "a.example/paper.pdf",
            "a.example/two words.html", "a.example/größe.html", "b.example/x.txt", "../secret.html",
        })
        {
            var file = Path.Combine(_folder.FullName, "web", place);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, place);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("https://a.example", "a.example/index.html", "https://a.example/", "text/html")]
    [InlineData("https://A.example/", "a.example/index.html", "https://a.example/", "text/html")]
    [InlineData("http://a.example/index.html?x=1#y", "a.example/index.html", "https://a.example/", "text/html")]
    [InlineData("https://a.example/crows", "a.example/crows.html", "https://a.example/crows", "text/html")]
    [InlineData("https://a.example/crows.html", "a.example/crows.html", "https://a.example/crows", "text/html")]
    [InlineData("https://a.example/%63rows", "a.example/crows.html", "https://a.example/crows", "text/html")]
    [InlineData("https://a.example/sub", "a.example/sub/index.html", "https://a.example/sub/", "text/html")]
    [InlineData("https://a.example/sub/", "a.example/sub/index.html", "https://a.example/sub/", "text/html")]
    [InlineData("https://a.example/paper.pdf", "a.example/paper.pdf", "https://a.example/paper.pdf", "application/pdf")]
    [InlineData("https://a.example/two%20words", "a.example/two words.html", "https://a.example/two%20words", "text/html")]
    [InlineData("https://a.example/gr%C3%B6%C3%9Fe", "a.example/größe.html", "https://a.example/gr%C3%B6%C3%9Fe", "text/html")]
    [InlineData("https://b.example/x.txt", "b.example/x.txt", "https://b.example/x.txt", "text/plain")]
    public async Task A_url_is_a_file(string url, string place, string finalUrl, string contentType)
    {
        var snapshot = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(url)).Snapshot;

        Assert.Equal(place, Encoding.UTF8.GetString(snapshot.Bytes.Span));
        Assert.Equal((finalUrl, contentType, true), (snapshot.FinalUrl.AbsoluteUri, snapshot.ContentType, snapshot.IsFromFolder));
    }

    [Theory]
    [InlineData("https://a.example/gone", "There is no page at this address on a.example. The link is dead; go back and try another one.")]
    [InlineData("https://a.example:8080/crows", "There is no page at this address on a.example. The link is dead; go back and try another one.")]
    [InlineData("https://a.example/../../secret", "There is no page at this address on a.example. The link is dead; go back and try another one.")]
    [InlineData("https://a.example/%2e%2e/%2e%2e/secret", "There is no page at this address on a.example. The link is dead; go back and try another one.")]
    [InlineData("https://a.example/..%2f..%2fsecret.html", "There is no page at this address on a.example. The link is dead; go back and try another one.")]
    [InlineData("https://a.example/%00", "There is no page at this address on a.example. The link is dead; go back and try another one.")]
    [InlineData("https://elsewhere.example/", "The site elsewhere.example is not part of this environment. Go back and try another link.")]
    public async Task What_is_not_listed_is_not_found(string url, string message) =>
        Assert.Equal(new FetchOutcome.Failed("not_found", message), await FetchAsync(url));

    [Fact]
    public async Task A_page_over_the_limit_is_refused() => Assert.Equal(
        new FetchOutcome.Failed("too_large", "The page has 20 bytes; at most 10 are read."),
        await new FolderFetcher(Pages(), maxBytes: 10, TimeProvider.System).FetchAsync(new Uri("https://a.example/crows"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task Links_in_the_file_system_are_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "web", "a.example", "link.html"), Path.Combine(_folder.FullName, "secret.html"));

        Assert.IsType<FetchOutcome.Failed>(await FetchAsync("https://a.example/link"));
    }

    private FolderPages Pages() => FolderPages.List(Path.Combine(_folder.FullName, "web"));

    private Task<FetchOutcome> FetchAsync(string url) =>
        new FolderFetcher(Pages(), maxBytes: 1_000, TimeProvider.System).FetchAsync(new Uri(url), TestContext.Current.CancellationToken);
}
