using WebQA.TextBrowser.Pdf;
using WebQA.TextBrowser.Rendering;

namespace WebQA.TextBrowser.Environments;

/// <summary>Where the text browser finds environments and keeps its indexes.</summary>
public sealed record TextBrowserOptions
{
    /// <summary>The application's data folder; indexes lie in its <c>index</c> folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folders that hold environment folders, in order; the first environment of the first one is the default. The default is <c>environments</c> beside the application.</summary>
    public IReadOnlyList<string> EnvironmentFolders { get; init; } = [Path.Combine(AppContext.BaseDirectory, "environments")];

    /// <summary>The folder of the environments that people make, in the data folder.</summary>
    public string OwnEnvironments => Path.Combine(DataFolder, "environments");

    /// <summary>How the browser is run that renders pages built by scripts.</summary>
    public ChromiumOptions Chromium { get; init; } = new();

    /// <summary>Bounds of the process that reads PDF files.</summary>
    public PdfReaderOptions Pdf { get; init; } = new();

    /// <summary>The options of an application: the environments beside it, then those in the folder <c>environments</c> of its data folder.</summary>
    /// <param name="dataFolder">The application's data folder.</param>
    /// <param name="chromiumPath">The setting <c>TextBrowser:ChromiumPath</c>; null or empty to look for one.</param>
    public static TextBrowserOptions For(string dataFolder, string? chromiumPath) => new()
    {
        DataFolder = dataFolder,
        EnvironmentFolders = [Path.Combine(AppContext.BaseDirectory, "environments"), Path.Combine(dataFolder, "environments")],
        Chromium = new ChromiumOptions { ChromiumPath = chromiumPath },
    };
}
