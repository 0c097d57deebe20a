namespace WebQA.Cli.Hosting;

/// <summary>What a command tells the shell.</summary>
/// <remarks>A contract: <c>docs/contracts/README.md</c>.</remarks>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed; stderr says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line, or a file it names, cannot be read; stderr says what to change.</summary>
    public const int Usage = 2;

    /// <summary><c>ask</c> ended without an answer; the outcome says why.</summary>
    public const int NoAnswer = 3;

    /// <summary>A guard refused it.</summary>
    public const int Refused = 4;

    /// <summary>Stopped by Ctrl+C or a termination signal.</summary>
    public const int Stopped = 130;
}
