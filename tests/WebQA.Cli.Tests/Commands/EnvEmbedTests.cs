namespace WebQA.Cli.Tests.Commands;

public sealed class EnvEmbedTests : IDisposable
{
    private readonly TinyWeb _web = new();

    public void Dispose() => _web.Dispose();

    [Fact]
    public async Task The_vectors_of_an_environment_are_made_and_counted()
    {
        var run = await _web.RunAsync("env", "embed", TinyWeb.Name);

        Assert.Equal((0, "tiny-web: 3 passages have vectors. What is running already uses them from its next start.\n"), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task An_environment_that_is_not_there_is_named()
    {
        var run = await _web.RunAsync("env", "embed", "nowhere");

        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("nowhere", StringComparison.Ordinal)));
    }
}
