using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using WebQA.PdfReader.Layout;
using WebQA.PdfReader.Limits;

namespace WebQA.PdfReader;

/// <summary>Reads a file page by page and hands on each page's text as soon as it is known, so that an interrupted reading keeps what it has.</summary>
internal static class PdfFileReader
{
    public static void Read(byte[] file, ReaderOutput output)
    {
        if (!HasHeader(file))
        {
            output.Fail("not_a_pdf", "The file is not a PDF: it does not begin with '%PDF-'.");
            return;
        }
        var filters = new LimitedFilterProvider();
        try
        {
            var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters };
            using var document = PdfDocument.Open(file, options);
            if (document.NumberOfPages < 1)
            {
                output.Fail("broken", "The PDF has no pages.");
                return;
            }
            output.Title(Title(document));
            ReadPages(document, filters, output);
        }
        catch (PdfDocumentEncryptedException)
        {
            output.Fail("encrypted", "The PDF is encrypted and opens with a password only.");
        }
        catch (Exception error) when (error is OutOfMemoryException or PdfLimitException || filters.Breach is not null)
        {
            output.Fail("too_large", $"The PDF is too large to read: {filters.Breach ?? "it needs more memory than a PDF may use"}.");
        }
        // A parser of a format this wide throws what it likes on damaged input; whatever it is, the file cannot be read.
        catch (Exception)
        {
            output.Fail("broken", "The PDF is damaged and could not be read.");
        }
    }

    private static void ReadPages(PdfDocument document, LimitedFilterProvider filters, ReaderOutput output)
    {
        var compounds = new CompoundWords();
        var characters = 0;
        var unread = 0;
        var pages = Math.Min(document.NumberOfPages, PdfLimits.Pages);
        for (var number = 1; number <= pages && characters < PdfLimits.TextCharacters; number++)
        {
            string text;
            try
            {
                text = TextOf(document.GetPage(number), compounds);
            }
            // One damaged page must not cost the others; a page beyond the limits is said to be one.
            catch (Exception error) when (error is not OutOfMemoryException && filters.Breach is null && pages > 1)
            {
                text = string.Empty;
                unread++;
            }
            characters += text.Length;
            output.Page(number, text);
        }
        if (unread == pages)
        {
            output.Fail("broken", "The PDF is damaged: none of its pages could be read.");
            return;
        }
        var notes = new List<string>();
        if (document.NumberOfPages > pages)
        {
            notes.Add($"Only the first {pages} of {document.NumberOfPages} pages were read.");
        }
        if (characters >= PdfLimits.TextCharacters)
        {
            notes.Add($"The text was cut after {PdfLimits.TextCharacters:N0} characters.");
        }
        if (unread > 0)
        {
            notes.Add(unread == 1 ? "One damaged page was left out." : $"{unread} damaged pages were left out.");
        }
        output.End(notes.Count == 0 ? null : string.Join(' ', notes));
    }

    private static string TextOf(Page page, CompoundWords compounds)
    {
        var letters = VisibleLetters.Of(page);
        if (letters.Count > PdfLimits.GlyphsOfAPage || !VisibleLetters.HasPositions(page))
        {
            return string.Concat(letters.Select(letter => letter.Value)).Trim(); // as drawn, which is the reading order of most files
        }
        var blocks = PageLayout.Blocks(letters);
        foreach (var line in blocks.SelectMany(items => items).SelectMany(lines => lines))
        {
            compounds.Learn(line);
        }
        return string.Join("\n\n", blocks.Select(items => string.Join('\n', items.Select(lines => LineJoiner.Join(lines, compounds.Contains)))));
    }

    private static string? Title(PdfDocument document) =>
        string.IsNullOrWhiteSpace(document.Information.Title) ? null : string.Join(' ', document.Information.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // ISO 32000-1, annex H.3.4: readers accept the header anywhere in the first 1,024 bytes.
    private static bool HasHeader(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, 1024 + 5)].IndexOf("%PDF-"u8) >= 0;
}
