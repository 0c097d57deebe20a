using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Cli.Hosting;
using WebQA.Storage;

namespace WebQA.Cli.Tests;

/// <summary>One command run in this process: what it wrote and how it ended.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command that needs no services.</summary>
    public static Task<CliRun> OfAsync(params string[] args) =>
        WithAsync(_ => throw new InvalidOperationException("This command needs no services."), args, TestContext.Current.CancellationToken);

    /// <summary>Runs a command on a data folder with the real parts, or with some of them replaced.</summary>
    public static Task<CliRun> InAsync(string dataFolder, string[] args, Action<IServiceCollection>? replace = null, CancellationToken? stopping = null) => WithAsync(
        services =>
        {
            Program.AddServices(services, new DataFolder(dataFolder));
            replace?.Invoke(services);
        },
        args,
        stopping ?? TestContext.Current.CancellationToken);

    private static async Task<CliRun> WithAsync(Action<IServiceCollection> addServices, string[] args, CancellationToken stopping)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        int code;
        await using (var session = new CliSession(output, error, addServices))
        {
            code = await Program.RunAsync(args, session, stopping);
        }
        return new CliRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
