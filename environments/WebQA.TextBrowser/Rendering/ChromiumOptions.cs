namespace WebQA.TextBrowser.Rendering;

/// <summary>How Chromium is run.</summary>
public sealed class ChromiumOptions
{
    /// <summary>The executable; null or empty to have one looked for.</summary>
    public string? ChromiumPath { get; set; }

    /// <summary>Longest wait for a browser to start. The default is 30 seconds.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Pages that are rendered at the same time; others wait. The default is 2.</summary>
    public int MaxPages { get; set; } = 2;

    /// <summary>Longest time for one page, from its first byte to its serialised DOM. The default is 15 seconds.</summary>
    public TimeSpan RenderTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Time without a page after which the browser is closed. The default is 60 seconds.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Pages after which a browser is replaced by a new one. The default is 200.</summary>
    public int PagesPerBrowser { get; set; } = 200;

    /// <summary>Bytes of memory, shared parts counted once at most, from which a browser is replaced by a new one. The default is 1.5 GB.</summary>
    public long MaxMemoryBytes { get; set; } = 1_500_000_000;
}
