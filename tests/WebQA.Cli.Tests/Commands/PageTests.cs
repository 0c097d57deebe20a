using System.Text.Json;

namespace WebQA.Cli.Tests.Commands;

public class PageTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task A_url_is_opened_in_its_environment()
    {
        var run = await web.RunAsync("page", "https://birds.example/crow-gifts", "--environment", TinyWeb.Name);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Crow gifts (birds.example)\n\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("【0†feeding crows】", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_in_the_view_that_is_asked_for()
    {
        var file = Path.Combine(web.Data, "page.html");
        await File.WriteAllTextAsync(file, "<html><head><title>T</title></head><body><nav>Home and more</nav><main><p>" + string.Concat(Enumerable.Repeat("The words of the page. ", 60)) + "</p></main></body></html>");

        var main = await web.RunAsync("page", file, "--view", "main");
        var all = await web.RunAsync("page", file, "--view", "all");

        Assert.DoesNotContain("Home and more", main.Out, StringComparison.Ordinal);
        Assert.Contains("Home and more", all.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_gives_a_line_a_page_sorted_by_path()
    {
        var run = await web.RunAsync("page", Path.Combine(web.Data, "environments", TinyWeb.Name, "web"), "--jsonl");

        Assert.Equal(0, run.ExitCode);
        var pages = run.Out.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["birds.example/crow-gifts.html", "birds.example/feeding.html", "stones.example/granite.html"], pages.Select(p => p.GetProperty("source").GetString()));
        Assert.Equal(64, pages[0].GetProperty("text_sha256").GetString()!.Length);
        Assert.Equal("3 pages, 0 of them unreadable.\n", run.Error);
    }

    [Theory]
    [InlineData(2, "There is no file or folder 'nothing.html', and it is not a URL (https://...).", "nothing.html")]
    [InlineData(4, "Only http and https addresses are opened; 'ftp' is refused.", "ftp://birds.example/crow-gifts")]
    [InlineData(2, "Give --json or --jsonl, not both.", "https://birds.example/", "--json", "--jsonl")]
    public async Task What_cannot_be_shown_gets_one_line(int exitCode, string message, params string[] arguments)
    {
        var run = await web.RunAsync(["page", .. arguments, "--environment", TinyWeb.Name]);

        Assert.Equal(new CliRun(exitCode, string.Empty, message + "\n"), run);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_an_error()
    {
        var run = await web.RunAsync("page", "https://birds.example/none", "--environment", TinyWeb.Name);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Page not found\n", run.Error);
    }

    [Fact]
    public async Task The_guard_lets_no_live_page_come_from_this_machine()
    {
        var run = await web.RunAsync("page", "http://0x7f.1:80/", "--live");

        Assert.Equal((4, string.Empty), (run.ExitCode, run.Out));
        Assert.Equal("127.0.0.1 is not on the public web, so it is not opened. An operator can allow it under 'privateOrigins' of the environment.\n", run.Error);
    }

    [Fact]
    public async Task The_live_web_and_an_environment_exclude_each_other()
    {
        var run = await web.RunAsync("page", "https://birds.example/", "--live", "--environment", TinyWeb.Name);

        Assert.Equal((2, "Give --live or --environment, not both.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_search_shows_the_results_page_of_an_episode()
    {
        var run = await web.RunAsync("search", "crow gifts", "--environment", TinyWeb.Name);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Search results for: crow gifts\n\n【0†Crow gifts†birds.example】\n", run.Out, StringComparison.Ordinal);
    }
}
