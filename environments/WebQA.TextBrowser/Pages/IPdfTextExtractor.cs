namespace WebQA.TextBrowser.Pages;

/// <summary>Gets the text of a PDF file. A hostile file may cost a child process, never this one. Thread-safe.</summary>
public interface IPdfTextExtractor
{
    /// <summary>The file's text, or why there is none; only cancellation throws.</summary>
    Task<PdfText> ExtractAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default);
}

/// <summary>What a PDF file holds.</summary>
public abstract record PdfText
{
    private PdfText()
    {
    }

    /// <summary>The text was read.</summary>
    /// <param name="Title">The document's title where it has one.</param>
    /// <param name="Pages">The text of each page, in reading order, LF line ends; a page without text is an empty string.</param>
    /// <param name="Note">What was left out (a page or text limit), worded for the reader; null where nothing was.</param>
    public sealed record Extracted(string? Title, IReadOnlyList<string> Pages, string? Note = null) : PdfText;

    /// <summary>It was not.</summary>
    /// <param name="Kind">For code: <c>not_a_pdf</c>, <c>encrypted</c>, <c>no_text</c>, <c>timeout</c>, <c>too_large</c>, <c>broken</c>, ...</param>
    /// <param name="Message">For a person: what happened and what can be done.</param>
    public sealed record Failed(string Kind, string Message) : PdfText;
}
