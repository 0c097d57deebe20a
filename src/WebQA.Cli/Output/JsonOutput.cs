using System.CommandLine;
using System.Text;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Output;

/// <summary>Where a command's result goes as JSON: nowhere, to stdout (<c>-</c>), or to a file.</summary>
internal sealed class JsonOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string? _target;

    private JsonOutput(string? target) => _target = target;

    /// <summary>Whether stdout belongs to the JSON, so that nothing else may be written there.</summary>
    public bool IsStandardOutput => _target == "-";

    /// <summary>The option <c>--json FILE|-</c>.</summary>
    public static Option<string?> CreateOption(string what) => new("--json")
    {
        Description = $"Write {what} to a file, or to stdout with '-'.",
        HelpName = "file|-",
    };

    /// <summary>Reads the option, and refuses a place that cannot be written before any work is done.</summary>
    /// <exception cref="UsageException">The file's folder does not exist, or the name is a folder's.</exception>
    public static JsonOutput Read(string? target)
    {
        if (target is not (null or "-"))
        {
            var path = Path.GetFullPath(target);
            if (Directory.Exists(path))
            {
                throw new UsageException($"--json takes a file; '{target}' is a folder.");
            }
            if (!Directory.Exists(Path.GetDirectoryName(path)))
            {
                throw new UsageException($"The folder of '{target}' does not exist. Make it first, or name another file.");
            }
        }
        return new JsonOutput(target);
    }

    /// <summary>Writes a document, with a line end after it.</summary>
    public async Task WriteAsync(CliSession session, string json)
    {
        if (IsStandardOutput)
        {
            await session.Out.WriteLineAsync(json);
        }
        else if (_target is not null)
        {
            await File.WriteAllTextAsync(_target, json + "\n", Utf8);
            await session.Error.WriteLineAsync($"Written: {_target}");
        }
    }
}
