using WebQA.Cli.Hosting;

namespace WebQA.Cli.Tests;

/// <summary>One command run in this process: what it wrote and how it ended.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public static async Task<CliRun> OfAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var code = await Program.RunAsync(args, new CliSession(output, error), TestContext.Current.CancellationToken);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
