namespace WebQA.Cli.Hosting;

/// <summary>What one run of <c>webqa</c> works with.</summary>
/// <param name="Out">Results, and nothing else.</param>
/// <param name="Error">Progress and messages.</param>
internal sealed record CliSession(TextWriter Out, TextWriter Error);
