namespace WebQA.TextBrowser.Pdf;

/// <summary>Bounds of the child process that reads a PDF.</summary>
public sealed class PdfReaderOptions
{
    /// <summary>The folder of the reader; null for <c>pdf-reader</c> beside the app.</summary>
    public string? Folder { get; set; }

    /// <summary>Processor time for one file; what was read until then is kept. The default is 8 seconds.</summary>
    /// <remarks>Not the time on the clock, so that what is read of a long file does not depend on what else the machine does.</remarks>
    public TimeSpan ProcessorTime { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Longest reading of one file on the clock, whatever the reader does. The default is 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of objects that the reader may hold. The default is 600 MiB.</summary>
    public long HeapBytes { get; set; } = 600L << 20;

    /// <summary>Bytes of memory at which the reader is ended from outside, whatever holds them. The default is 960 MiB.</summary>
    public long ResidentBytes { get; set; } = 960L << 20;

    /// <summary>Files that are read at the same time; others wait. The default is 2.</summary>
    public int Concurrency { get; set; } = 2;
}
