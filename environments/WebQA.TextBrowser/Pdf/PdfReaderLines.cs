using System.Text.Json;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Pdf;

/// <summary>Understands the JSON lines that the reader writes, complete or interrupted.</summary>
internal sealed class PdfReaderLines
{
    private readonly List<string> _pages = [];
    private string? _title;
    private string? _note;
    private PdfText.Failed? _failure;

    /// <summary>Whether the reader came to its end, well or not.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Pages that were read whole.</summary>
    public int Pages => _pages.Count;

    /// <summary>Takes the lines apart; a last line that was cut off is left out.</summary>
    public static PdfReaderLines Parse(ReadOnlyMemory<byte> output)
    {
        var lines = new PdfReaderLines();
        while (output.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            using var json = JsonDocument.Parse(output[..end]);
            lines.Take(json.RootElement);
            output = output[(end + 1)..];
        }
        return lines;
    }

    /// <summary>The text, with a note on what is missing; a file whose pages hold no text has failed, since nothing of it can be read.</summary>
    /// <param name="interruption">Why the reader did not come to its end; null where it did.</param>
    public PdfText Result(PdfText.Failed? interruption)
    {
        var failure = _failure ?? (IsComplete ? null : interruption);
        var hasText = _pages.Exists(static page => page.Length > 0);
        if (failure is not null && !hasText)
        {
            return failure;
        }
        if (!hasText)
        {
            return new PdfText.Failed("no_text", "The PDF holds no text that can be read; its pages are probably pictures (a scan).");
        }
        var note = failure is null ? _note : $"Only the first {(Pages == 1 ? "page was" : $"{Pages} pages were")} read. {failure.Message}";
        return new PdfText.Extracted(_title, RunningHeads.Remove(_pages), note);
    }

    private void Take(JsonElement line)
    {
        if (line.TryGetProperty("title", out var title))
        {
            _title = title.GetString();
        }
        else if (line.TryGetProperty("page", out _))
        {
            _pages.Add(line.GetProperty("text").GetString()!);
        }
        else if (line.TryGetProperty("end", out _))
        {
            IsComplete = true;
            _note = line.GetProperty("note").GetString();
        }
        else if (line.TryGetProperty("error", out var kind))
        {
            IsComplete = true;
            _failure = new PdfText.Failed(kind.GetString()!, line.GetProperty("message").GetString()!);
        }
    }
}
