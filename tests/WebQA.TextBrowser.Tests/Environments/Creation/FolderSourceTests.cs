using WebQA.TextBrowser.Environments.Creation;
using WebQA.TextBrowser.Environments.Creation.Folders;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

public sealed class FolderSourceTests : IDisposable
{
    private readonly MakingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Source => Path.Combine(_folder.Root, "source");

    [Fact]
    public async Task Pages_are_taken_and_the_rest_is_counted_by_reason()
    {
        _folder.Write("source/index.html", "<p>Home</p>");
        _folder.Write("source/docs/guide.md", "# Guide\n\nRead it.");
        _folder.Write("source/docs/notes.txt", "Notes");
        _folder.Write("source/README", "Read me");
        _folder.Write("source/paper.PDF", "%PDF-1.4 not much");
        _folder.Write("source/data.json", "{}");
        _folder.Write("source/picture.html", "\u0089PNG\0\0\0\0\0\0\0\0");
        _folder.Write("source/empty.html", "");
        _folder.Write("source/.git/config", "x");
        _folder.Write("secret.html", "<p>Secret</p>");
        File.CreateSymbolicLink(Path.Combine(Source, "link.html"), Path.Combine(_folder.Root, "secret.html"));
        Directory.CreateSymbolicLink(Path.Combine(Source, "up"), _folder.Root);

        var report = await _folder.MakeAsync(new FolderSource(Source, "made"));

        Assert.Equal(
            ["https://made.example/", "https://made.example/README", "https://made.example/docs/guide.md", "https://made.example/docs/notes.txt", "https://made.example/paper.PDF"],
            _folder.Pages().All.Select(p => p.Url.AbsoluteUri));
        Assert.Equal(["text/html", "text/plain", "text/html; charset=utf-8", "text/plain", "application/pdf"], _folder.Pages().All.Select(p => p.ContentType));
        Assert.Equal("empty 1, hidden 1, link 2, other_type 2", string.Join(", ", report.Skipped.Select(s => $"{s.Key} {s.Value}")));
        Assert.Equal("https://made.example/", _folder.Pages().Find(new Uri("https://made.example/index.html#top"))?.Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("two words & more.html", "two%20words%20%26%20more.html")]
    [InlineData("what?#now.html", "what%3F%23now.html")]
    [InlineData("%2e%2e%2fup.html", "%252e%252e%252fup.html")]
    [InlineData("line\nbreak.html", "line%0Abreak.html")]
    [InlineData("back\\slash.html", "back%5Cslash.html")]
    [InlineData("größe.html", "gr%C3%B6%C3%9Fe.html")]
    [InlineData("-rf.html", "-rf.html")]
    [InlineData("<script>.html", "%3Cscript%3E.html")]
    public async Task Any_file_name_makes_an_address_that_leads_to_its_file(string file, string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _folder.Write($"source/folder/{file}", "<p>Found</p>");

        await _folder.MakeAsync(new FolderSource(Source, "made"));

        var page = Assert.Single(_folder.Pages().All);
        Assert.Equal($"https://made.example/folder/{path}", page.Url.AbsoluteUri);
        Assert.Equal(page.File, _folder.Pages().Find(page.Url)?.File);
        Assert.Equal("<p>Found</p>", await File.ReadAllTextAsync(page.File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_most_pages_name_where_they_come_from_that_is_where_they_are()
    {
        _folder.Write("source/html/index.html", Canonical("https://book.example/browse/stable/"));
        _folder.Write("source/html/one.html", Canonical("https://book.example/browse/stable/one.html"));
        _folder.Write("source/html/part/two.html", Canonical("https://book.example/browse/stable/part/two.html"));
        _folder.Write("source/html/odd.html", Canonical("https://book.example/?page=odd"));
        _folder.Write("source/html/silent.html", "<p>Silent</p>");
        _folder.Write("source/LICENSE.txt", "Free");

        await _folder.MakeAsync(new FolderSource(Source, "made"));

        Assert.Equal(
            [
                "https://book.example/browse/stable/", "https://book.example/browse/stable/odd.html", "https://book.example/browse/stable/one.html",
                "https://book.example/browse/stable/part/two.html", "https://book.example/browse/stable/silent.html", "https://made.example/LICENSE.txt",
            ],
            _folder.Pages().All.Select(p => p.Url.AbsoluteUri));
        Assert.Equal("https://book.example/browse/stable/part/two.html", _folder.Pages().Find(new Uri("https://made.example/html/part/two.html"))?.Url.AbsoluteUri);
    }

    [Fact]
    public async Task Pages_that_disagree_are_below_the_environment_s_name()
    {
        _folder.Write("source/one.html", Canonical("https://a.example/x/one.html"));
        _folder.Write("source/two.html", Canonical("https://b.example/two.html"));

        await _folder.MakeAsync(new FolderSource(Source, "made"));

        Assert.Equal(["https://made.example/one.html", "https://made.example/two.html"], _folder.Pages().All.Select(p => p.Url.AbsoluteUri));
    }

    [Fact]
    public async Task An_address_that_is_given_goes_before_what_pages_say()
    {
        _folder.Write("source/one.html", Canonical("https://a.example/x/one.html"));

        await _folder.MakeAsync(new FolderSource(Source, "made", new Uri("https://docs.example/v2?x=1")));

        Assert.Equal("https://docs.example/v2/one.html", Assert.Single(_folder.Pages().All).Url.AbsoluteUri);
    }

    [Fact]
    public async Task A_page_over_the_bound_is_not_read()
    {
        _folder.Write("source/small.html", "<p>Small</p>");
        await using (var file = File.Create(Path.Combine(Source, "large.html")))
        {
            file.SetLength(PageIntake.MaxBytes + 1L);
        }

        Assert.Equal(1, (await _folder.MakeAsync(new FolderSource(Source, "made"))).Skipped[SkipReason.TooLarge]);
    }

    [Fact]
    public async Task Folders_without_end_are_left_at_a_depth()
    {
        _folder.Write($"source/{string.Join('/', Enumerable.Repeat("d", 70))}/deep.html", "<p>Deep</p>");
        _folder.Write("source/top.html", "<p>Top</p>");

        var report = await _folder.MakeAsync(new FolderSource(Source, "made"));

        Assert.Equal((1, 1), (report.Pages, report.Skipped[SkipReason.TooDeep]));
    }

    private static string Canonical(string url) => $"<html><head><LINK href='{url}' rel=canonical></head><body><p>{url}</p></body></html>";
}
