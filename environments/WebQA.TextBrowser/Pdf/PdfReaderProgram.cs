using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace WebQA.TextBrowser.Pdf;

/// <summary>The executable that reads PDFs, and how it is started.</summary>
/// <param name="Folder">Where it lies.</param>
public sealed record PdfReaderProgram(string Folder)
{
    private const string Name = "WebQA.PdfReader";
    private static readonly string[] PassedOn = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE"];

    /// <summary>What a person can do where the reader is absent.</summary>
    public const string Remedy = "Build the app with <UsesPdfReader>true</UsesPdfReader>, so that the folder pdf-reader is laid beside it.";

    /// <summary>The reader's assembly.</summary>
    public string AssemblyPath => Path.Combine(Folder, Name + ".dll");

    /// <summary>Whether it is there.</summary>
    public bool Exists => File.Exists(AssemblyPath);

    /// <summary>The reader beside the app, or in the folder of the setting.</summary>
    public static PdfReaderProgram Find(PdfReaderOptions options) =>
        new(string.IsNullOrEmpty(options.Folder) ? Path.Combine(AppContext.BaseDirectory, "pdf-reader") : options.Folder);

    /// <summary>How to start it: with a heap limit, its own deadline and none of this process's environment, which may hold keys.</summary>
    internal ProcessStartInfo StartInfo(PdfReaderOptions options)
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/ is the runtime of this process; its host runs the reader too.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var start = new ProcessStartInfo
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (File.Exists(host))
        {
            start.FileName = host;
            start.ArgumentList.Add(AssemblyPath);
        }
        else
        {
            start.FileName = Path.Combine(Folder, OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        }
        start.ArgumentList.Add("--seconds");
        start.ArgumentList.Add(((int)Math.Ceiling(options.Timeout.TotalSeconds) + 5).ToString(CultureInfo.InvariantCulture));
        var keep = PassedOn
            .Select(name => (name, Environment.GetEnvironmentVariable(name)))
            .Where(pair => pair.Item2 is not null)
            .ToList();
        start.Environment.Clear();
        foreach (var (name, value) in keep)
        {
            start.Environment[name] = value;
        }
        start.Environment["DOTNET_GCHeapHardLimit"] = options.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
