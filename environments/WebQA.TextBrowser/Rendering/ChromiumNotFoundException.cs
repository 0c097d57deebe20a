namespace WebQA.TextBrowser.Rendering;

/// <summary>No browser can be started, so no page that needs scripts can be read.</summary>
public sealed class ChromiumNotFoundException : Exception
{
    /// <summary>Nothing was found in any of the usual places.</summary>
    public ChromiumNotFoundException()
        : base("There is no Chromium on this machine. " + Remedy)
    {
    }

    /// <summary>The setting names a file that is not there.</summary>
    public ChromiumNotFoundException(string path, Exception? innerException = null)
        : base($"There is no Chromium at '{path}'. Set TextBrowser:ChromiumPath to one that is installed, or leave it empty to have it looked for.", innerException)
    {
    }

    /// <summary>What a person can do about it.</summary>
    public const string Remedy =
        "Run 'webqa doctor --fix' to install it, or set TextBrowser:ChromiumPath to a Chrome, Chromium or Edge that is installed.";
}
