namespace WebQA.Cli.Tests.Hosting;

public class CommandLineTests
{
    [Theory]
    [InlineData("'foo' is not understood here. See 'webqa --help'.", "foo")]
    [InlineData("'--loud' is not understood here. See 'webqa grammar --help'.", "grammar", "--loud")]
    [InlineData("Required command was not provided. See 'webqa --help'.")]
    public async Task A_command_line_that_is_not_understood_gets_one_line_and_exit_code_2(string message, params string[] args)
    {
        var run = await CliRun.OfAsync(args);

        Assert.Equal(new CliRun(2, string.Empty, message + "\n"), run);
    }

    [Fact]
    public async Task The_grammar_is_the_paper_s_table()
    {
        var run = await CliRun.OfAsync("grammar");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(10, run.Out.TrimEnd().Split('\n').Length);
        Assert.StartsWith("Search <query>  ", run.Out, StringComparison.Ordinal);
        Assert.Contains("\nEnd: <Nonsense, Controversial>  End browsing and skip answering.\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(string.Empty, run.Error);
    }
}
