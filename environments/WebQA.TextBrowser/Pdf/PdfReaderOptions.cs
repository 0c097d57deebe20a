namespace WebQA.TextBrowser.Pdf;

/// <summary>Bounds of the child process that reads a PDF.</summary>
public sealed class PdfReaderOptions
{
    /// <summary>The folder of the reader; null for <c>pdf-reader</c> beside the app.</summary>
    public string? Folder { get; set; }

    /// <summary>Longest reading of one file; what was read until then is kept. The default is 9 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>Bytes of objects that the reader may hold. The default is 600 MiB.</summary>
    public long HeapBytes { get; set; } = 600L << 20;

    /// <summary>Bytes of memory at which the reader is ended from outside, whatever holds them. The default is 960 MiB.</summary>
    public long ResidentBytes { get; set; } = 960L << 20;

    /// <summary>Files that are read at the same time; others wait. The default is 2.</summary>
    public int Concurrency { get; set; } = 2;
}
