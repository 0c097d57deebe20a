namespace WebQA.Cli.Hosting;

/// <summary>The command line, or a file it names, cannot be read; the message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
