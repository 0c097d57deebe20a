using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching;

namespace WebQA.TextBrowser.Tests.Fetching;

public sealed class PageListTests : IDisposable
{
    private const string Sha = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"; // Of "test".

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-list-");

    public PageListTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, Sha[..2]));
        File.WriteAllText(Path.Combine(_folder.FullName, Sha[..2], Sha), "test");
        List(PageList.Line(new ListedPage
        {
            Url = "https://a.example/x?id=1", Aliases = ["http://b.example/y"], Type = "text/plain", Sha256 = Sha, Bytes = 4, At = DateTimeOffset.UnixEpoch,
        }));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("https://a.example/x?id=1", true)]
    [InlineData("http://a.example/x?id=1#part", true)]
    [InlineData("https://b.example/y", true)]
    [InlineData("https://b.example/y?from=mail", true)]
    [InlineData("https://a.example/x", false)]
    [InlineData("https://a.example/x?id=2", false)]
    [InlineData("https://a.example:8443/x?id=1", false)]
    public void A_listed_page_is_found_by_its_whole_address_and_its_other_ones(string url, bool isFound) =>
        Assert.Equal(isFound, FolderPages.List(_folder.FullName).Find(new Uri(url)) is not null);

    [Fact]
    public async Task A_page_keeps_the_time_at_which_it_was_fetched() => Assert.Equal(
        DateTimeOffset.UnixEpoch, Assert.IsType<FetchOutcome.Fetched>(await FetchAsync()).Snapshot.FetchedAt);

    [Fact]
    public async Task A_file_that_was_changed_is_not_shown()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, Sha[..2], Sha), "tEst", TestContext.Current.CancellationToken);

        Assert.Equal(
            new FetchOutcome.Failed("unreadable", "The page's file was changed after the environment was made, so it is not shown. Make the environment again with 'webqa env create'."),
            await FetchAsync());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"url":"file:///etc/passwd","type":"text/plain","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","bytes":4}""")]
    [InlineData("""{"url":"https://a.example/","type":"text/plain","sha256":"../../../../etc/passwd","bytes":4}""")]
    [InlineData("""{"url":"https://a.example/","type":"text/plain","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","bytes":4,"file":"/etc/passwd"}""")]
    public void A_damaged_list_is_named_with_its_line(string line)
    {
        List(PageList.Line(new ListedPage { Url = "https://a.example/", Type = "text/plain", Sha256 = Sha, Bytes = 4 }), line);

        Assert.Equal(
            "pages.jsonl, line 2, is not a page. Restore the file, or make the environment again with 'webqa env create'.",
            Assert.Throws<FormatException>(() => FolderPages.List(_folder.FullName)).Message);
    }

    private void List(params string[] lines) => File.WriteAllLines(Path.Combine(_folder.FullName, "pages.jsonl"), lines);

    private Task<FetchOutcome> FetchAsync() => new FolderFetcher(FolderPages.List(_folder.FullName), maxBytes: 1_000, TimeProvider.System)
        .FetchAsync(new Uri("https://a.example/x?id=1"), TestContext.Current.CancellationToken);
}
