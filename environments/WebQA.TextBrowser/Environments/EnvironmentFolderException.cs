namespace WebQA.TextBrowser.Environments;

/// <summary>An environment folder that cannot be used; the message names the file and every fault in it, with its remedy.</summary>
public sealed class EnvironmentFolderException(string file, IReadOnlyList<string> faults, Exception? innerException = null)
    : Exception($"The environment '{file}' cannot be used. {string.Join(" ", faults)}", innerException)
{
    /// <summary>The definition's path.</summary>
    public string File { get; } = file;

    /// <summary>Each fault, a sentence or two.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
