using System.Text;
using WebQA.Core.Browsing;
using WebQA.Storage.Archive;

namespace WebQA.Storage.Tests.Archive;

public sealed class PageArchiveTests
{
    private const string Url = "https://birds.example/crows";

    private static PageSnapshot Snapshot(DateTimeOffset at, string body = "<p>Crows remember faces.</p>") =>
        new(new Uri(Url), new Uri(Url), "text/html; charset=utf-8", Encoding.UTF8.GetBytes(body), at);

    private static TextPage Page(DateTimeOffset at, PageKind kind = PageKind.Web, string text = "Crows remember 【0†faces†birds.example】.") => new(
        new PageContent
        {
            Kind = kind,
            Url = kind == PageKind.Web ? Url : string.Empty,
            RequestedUrl = Url,
            Domain = "birds.example",
            Title = "Crows",
            Text = text,
            Links = [new PageLink(0, "faces", "https://birds.example/faces", "birds.example")],
            SnapshotSha256 = kind == PageKind.Web ? BlobFolder.NameOf(Snapshot(at).Bytes.Span) : null,
        },
        at);

    [Fact]
    public async Task A_page_comes_back_the_same_in_another_process_with_its_text_and_its_bytes()
    {
        await using var test = new TestStore();
        var page = Page(TestStore.Noon);
        await test.Archive.StoreAsync(page, Snapshot(TestStore.Noon));

        await using var later = new TestStore(test.Folder.Root);
        var read = await later.Archive.ReadPageAsync(page.PageSha256);

        Assert.Equal(page.PageSha256, read!.PageSha256);
        Assert.Equal((page.Text, page.Title, TestStore.Noon), (read.Text, read.Title, read.FetchedAt));
        Assert.Equal("Crows remember faces.", Encoding.UTF8.GetString((await later.Archive.ReadBlobAsync(page.TextSha256))!));
        Assert.Equal("<p>Crows remember faces.</p>", Encoding.UTF8.GetString((await later.Archive.ReadBlobAsync(page.Content.SnapshotSha256!))!));
        Assert.Equal(page.Content.ToJson(), await later.Archive.ReadBlobAsync(page.PageSha256));
    }

    [Fact]
    public async Task The_text_of_results_is_made_from_their_document()
    {
        await using var test = new TestStore();
        var page = Page(TestStore.Noon, PageKind.SearchResults);
        await test.Archive.StoreAsync(page, null);

        Assert.Single(Directory.GetFiles(test.Folder.Pages, "*", SearchOption.AllDirectories));
        Assert.Equal("Crows remember faces.", Encoding.UTF8.GetString((await test.Archive.ReadBlobAsync(page.TextSha256))!));
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_what_is_no_hash_is_refused()
    {
        await using var test = new TestStore();

        Assert.Null(await test.Archive.ReadPageAsync(new string('0', 64)));
        Assert.Null(await test.Archive.ReadBlobAsync(new string('0', 64)));
        Assert.Null(await test.Archive.FindAsync(Url, DateTimeOffset.MinValue));
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => test.Archive.ReadBlobAsync("../webqa.db"));
        Assert.StartsWith("'../webqa.db' is not a SHA-256 in lower-case hex (64 of 0-9 and a-f).", refused.Message);
    }

    [Fact]
    public async Task The_newest_page_of_an_address_is_found_while_it_is_young_enough()
    {
        await using var test = new TestStore();
        await test.Archive.StoreAsync(Page(TestStore.Noon), Snapshot(TestStore.Noon));
        await test.Archive.StoreAsync(Page(TestStore.Noon.AddHours(1), text: "Crows remember faces for years."), Snapshot(TestStore.Noon.AddHours(1)));
        await test.Archive.StoreAsync(Page(TestStore.Noon.AddHours(2), PageKind.Error, "The page did not come."), null);

        var found = await test.Archive.FindAsync(Url, TestStore.Noon);

        Assert.Equal(("Crows remember faces for years.", TestStore.Noon.AddHours(1)), (found!.Text, found.FetchedAt));
        Assert.Null(await test.Archive.FindAsync(Url, TestStore.Noon.AddHours(1.5)));
    }

    [Fact]
    public async Task A_page_of_an_environments_folder_is_kept_but_not_found_as_what_the_web_shows()
    {
        await using var test = new TestStore();
        var page = Page(TestStore.Noon);
        await test.Archive.StoreAsync(page, Snapshot(TestStore.Noon) with { IsFromFolder = true });

        Assert.Null(await test.Archive.FindAsync(Url, TestStore.Noon));
        Assert.Equal("Crows remember faces.", (await test.Archive.ReadPageAsync(page.PageSha256))!.PlainText);
        await test.Archive.StoreAsync(Page(TestStore.Noon.AddHours(1)), Snapshot(TestStore.Noon.AddHours(1)));
        Assert.Equal(TestStore.Noon.AddHours(1), (await test.Archive.FindAsync(Url, TestStore.Noon))!.FetchedAt);
    }

    [Fact]
    public async Task A_page_that_is_read_again_unchanged_is_found_as_young_and_keeps_its_first_date()
    {
        await using var test = new TestStore();
        await test.Archive.StoreAsync(Page(TestStore.Noon), Snapshot(TestStore.Noon));
        var again = Page(TestStore.Noon.AddHours(3));
        await test.Archive.StoreAsync(again, Snapshot(TestStore.Noon.AddHours(3)));

        await using var later = new TestStore(test.Folder.Root);

        Assert.Equal(TestStore.Noon.AddHours(3), (await later.Archive.FindAsync(Url, TestStore.Noon.AddHours(2)))!.FetchedAt);
        Assert.Equal(TestStore.Noon, (await later.Archive.ReadPageAsync(again.PageSha256))!.FetchedAt);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0x0b, 0x01, 0x80, 0x41, 0x42, 0x43, 0x03 })]
    public async Task A_damaged_file_is_refused_with_its_name(byte[] damage)
    {
        await using var test = new TestStore();
        var page = Page(TestStore.Noon);
        await test.Archive.StoreAsync(page, Snapshot(TestStore.Noon));
        var file = Path.Combine(test.Folder.Pages, page.PageSha256[..2], page.PageSha256);
        await File.WriteAllBytesAsync(file, damage);

        await using var later = new TestStore(test.Folder.Root);
        var refused = await Assert.ThrowsAsync<StorageException>(() => later.Archive.ReadPageAsync(page.PageSha256));

        Assert.Equal(
            $"The archived file {file} is damaged: its content no longer has the hash that it is named by. Put it back from a backup, or delete it and let the page be fetched again.",
            refused.Message);
    }

    [Fact]
    public async Task A_lost_file_is_said_to_be_lost()
    {
        await using var test = new TestStore();
        var page = Page(TestStore.Noon);
        await test.Archive.StoreAsync(page, Snapshot(TestStore.Noon));
        File.Delete(Path.Combine(test.Folder.Pages, page.PageSha256[..2], page.PageSha256));

        await using var later = new TestStore(test.Folder.Root);
        var lost = await Assert.ThrowsAsync<StorageException>(() => later.Archive.ReadPageAsync(page.PageSha256));

        Assert.Equal($"The archive {test.Folder.Pages} has lost the file of page {page.PageSha256}. Put the folder back from a backup.", lost.Message);
    }

    [Fact]
    public async Task Bytes_that_the_page_was_not_made_of_are_refused()
    {
        await using var test = new TestStore();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => test.Archive.StoreAsync(Page(TestStore.Noon), Snapshot(TestStore.Noon, "<p>Another page.</p>")));

        Assert.StartsWith("The page says that it was made of ", refused.Message);
    }

    [Fact]
    public async Task Half_written_files_of_a_killed_process_are_cleared_away_after_an_hour()
    {
        await using var test = new TestStore();
        var temporary = Directory.CreateDirectory(Path.Combine(test.Folder.Pages, "tmp")).FullName;
        File.WriteAllText(Path.Combine(temporary, "old"), "half");
        File.SetLastWriteTimeUtc(Path.Combine(temporary, "old"), TestStore.Noon.UtcDateTime.AddHours(-2));
        File.WriteAllText(Path.Combine(temporary, "young"), "half");
        File.SetLastWriteTimeUtc(Path.Combine(temporary, "young"), TestStore.Noon.UtcDateTime);

        await test.Archive.StoreAsync(Page(TestStore.Noon), Snapshot(TestStore.Noon));

        Assert.Equal(["young"], Directory.GetFiles(temporary).Select(Path.GetFileName));
    }

    [Fact]
    public void The_page_that_was_used_longest_ago_leaves_memory_first()
    {
        var cache = new PageCache(capacity: 25);
        TextPage[] pages = [Page(TestStore.Noon, text: "0123456789"), Page(TestStore.Noon, text: "abcdefghij"), Page(TestStore.Noon, text: "ABCDEFGHIJ")];
        cache.Keep(pages[0]);
        cache.Keep(pages[1]);
        Assert.NotNull(cache.Find(pages[0].PageSha256));

        cache.Keep(pages[2]);

        Assert.Same(pages[0], cache.Find(pages[0].PageSha256));
        Assert.Null(cache.Find(pages[1].PageSha256));
        Assert.Same(pages[2], cache.Find(pages[2].PageSha256));
    }
}
