namespace WebQA.Cli.Tests.Commands;

public class EpisodeWarcTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task What_an_episode_saw_becomes_an_environment_with_the_same_pages()
    {
        var id = await web.AskAsync();
        var file = Path.Combine(web.Data, "seen.warc.gz");

        var run = await web.RunAsync("episode", "warc", id, "--out", file);
        Assert.Equal(new CliRun(0, string.Empty, $"Written: {file}, 3 pages\n"), run);
        var first = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await web.RunAsync("episode", "warc", id, "--out", file);
        Assert.Equal(first, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        var made = await web.RunAsync("env", "create", "seen", "--from", file);
        Assert.True(made.ExitCode == 0, made.Error);
        const string Url = "https://birds.example/crow-gifts";
        var there = await web.RunAsync("page", Url, "--environment", TinyWeb.Name, "--json");
        var here = await web.RunAsync("page", Url, "--environment", "seen", "--json");
        Assert.Equal(there, here);
    }

    [Fact]
    public async Task The_archive_is_one_to_another_reader()
    {
        var id = await web.AskAsync();
        var file = Path.Combine(web.Data, "checked.warc.gz");
        await web.RunAsync("episode", "warc", id, "--out", file);
        using var probe = ChildProcess.Start("bash", web.Data, "-c", "node -e 'require.resolve(\"warcio\")'");
        Assert.SkipWhen((await probe.EndAsync()).ExitCode != 0, "Node's 'warcio' is not here: npm install --prefix FOLDER warcio, then NODE_PATH=FOLDER/node_modules.");

        using var reader = ChildProcess.Start("node", web.Data, "-e", $$"""
            const { WARCParser } = require("warcio");
            (async () => {
              for await (const record of new WARCParser(require("fs").createReadStream("{{file}}"))) {
                console.log(record.warcType, record.warcTargetURI, (await record.contentText()).length > 0);
              }
            })().catch(fault => { console.error(fault); process.exit(1); });
            """);
        var read = await reader.EndAsync();

        Assert.True(read.ExitCode == 0, read.Error);
        Assert.StartsWith("warcinfo ", read.Out, StringComparison.Ordinal);
        Assert.Contains("resource https://birds.example/crow-gifts true\n", read.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_episode_that_is_not_there_and_a_place_that_is_none_are_usage_errors()
    {
        Assert.Equal(
            new CliRun(2, string.Empty, "There is no episode 'nobody' in this data folder. 'webqa episode list' names those there are.\n"),
            await web.RunAsync("episode", "warc", "nobody", "--out", Path.Combine(web.Data, "x.warc")));
        Assert.Equal(
            new CliRun(2, string.Empty, "--out takes a file in a folder that exists; '/nowhere/x.warc' is not one.\n"),
            await web.RunAsync("episode", "warc", "nobody", "--out", "/nowhere/x.warc"));
    }
}
