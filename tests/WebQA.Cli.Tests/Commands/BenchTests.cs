namespace WebQA.Cli.Tests.Commands;

public class BenchTests
{
    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var run = await CliRun.OfAsync("bench", "pages", Repository.Root, "no-such-folder");

        Assert.Equal(new CliRun(2, string.Empty, "There is no folder 'no-such-folder'.\n"), run);
    }
}
