using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Environments;

/// <summary>Stands in where the application has no reader of PDF files: each one becomes an error page that says so.</summary>
internal sealed class UnreadPdf : IPdfTextExtractor
{
    public Task<PdfText> ExtractAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default) =>
        Task.FromResult<PdfText>(new PdfText.Failed("no_reader", "This application was set up without a reader of PDF files. Go back and try another link."));
}
