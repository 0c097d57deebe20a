using System.Text.Json;

namespace WebQA.Cli.Tests.Commands;

public class EnvCreateTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task A_folder_becomes_an_environment_that_answers()
    {
        var source = Path.Combine(web.Data, "source");
        Directory.CreateDirectory(source);
        await File.WriteAllTextAsync(
            Path.Combine(source, "tides.md"),
            "# Tides\n\nThe tides are caused by the pull of the moon on the water of the seas, which is stronger on the near side of the Earth.\n",
            TestContext.Current.CancellationToken);

        var made = await web.RunAsync("env", "create", "sea", "--from", source, "--title", "The sea", "--json", "-");
        Assert.True(made.ExitCode == 0, made.Error);
        using var report = JsonDocument.Parse(made.Out);
        Assert.Equal((1, 1), (report.RootElement.GetProperty("pages").GetInt32(), report.RootElement.GetProperty("passages").GetInt32()));

        var search = await web.RunAsync("search", "what causes tides", "--environment", "sea");
        Assert.Contains("Tides", search.Out, StringComparison.Ordinal);
        var answer = await web.RunAsync("ask", "What are the tides caused by?", "--environment", "sea");
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("pull of the moon", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_made_is_a_usage_error_that_says_what_to_do()
    {
        Assert.Equal(
            new CliRun(2, string.Empty, "There is no folder or web archive 'nowhere', and it is not a URL (https://...). Name one that holds pages.\n"),
            await web.RunAsync("env", "create", "sea-2", "--from", "nowhere"));
        Assert.Equal(
            new CliRun(2, string.Empty, "There is an environment 'tiny-web' already. Choose another name, or make it anew with --replace.\n"),
            await web.RunAsync("env", "create", TinyWeb.Name, "--from", web.Data));
        Assert.Equal(
            new CliRun(2, string.Empty, "Give --resume or --replace, not both.\n"),
            await web.RunAsync("env", "create", "sea-2", "--from", web.Data, "--resume", "--replace"));
    }

    [Fact]
    public async Task A_site_that_is_not_on_the_public_web_is_refused_by_the_guard_and_haste_by_the_command()
    {
        var refused = await web.RunAsync("env", "create", "inner", "--from", "http://127.0.0.1:9/sitemap.xml");
        Assert.Equal((4, string.Empty), (refused.ExitCode, refused.Out));
        Assert.StartsWith("127.0.0.1 is not on the public web, so it is not opened.", refused.Error, StringComparison.Ordinal);
        Assert.Equal(
            new CliRun(2, string.Empty, "--delay takes at least 0.5 for a site on the public web; 0.1 would be rude.\n"),
            await web.RunAsync("env", "create", "fast", "--from", "https://a.example/sitemap.xml", "--delay", "0.1"));
    }
}
