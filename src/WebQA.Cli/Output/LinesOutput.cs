using System.CommandLine;
using System.Text;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Output;

/// <summary>Where results go that are a line each: a file, or stdout with <c>-</c>.</summary>
internal sealed class LinesOutput
{
    private readonly string _target;

    private LinesOutput(string target) => _target = target;

    /// <summary>The option <c>--out FILE|-</c>.</summary>
    public static Option<string> CreateOption(string what) => new("--out") { Description = $"Where the {what} go; '-' for stdout.", DefaultValueFactory = _ => "-", HelpName = "file|-" };

    /// <summary>Reads the option, and refuses a place that cannot be written before any work is done.</summary>
    /// <exception cref="UsageException">The file's folder does not exist.</exception>
    public static LinesOutput Read(string target) => target == "-" || Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(target)))
        ? new LinesOutput(target)
        : throw new UsageException($"The folder of '{target}' does not exist. Make it first, or name another file.");

    /// <summary>Opens it for writing; stdout is left open.</summary>
    public TextWriter Open(CliSession session) => _target == "-"
        ? new UnclosedWriter(session.Out)
        : new StreamWriter(_target, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    private sealed class UnclosedWriter(TextWriter inner) : TextWriter
    {
        public override Encoding Encoding => inner.Encoding;

        public override void Write(char value) => inner.Write(value);

        public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(value);
    }
}
