namespace WebQA.Benchmarks.Pages;

/// <summary>How many words of a document's text edition the reader finds in its PDF edition.</summary>
/// <param name="Name">The file.</param>
/// <param name="Words">Words of the text edition.</param>
/// <param name="Recall">The share that is found, from 0 to 1; 0 where the PDF could not be read.</param>
/// <param name="Fault">Why it could not be read; null where it could.</param>
internal sealed record PdfRecall(string Name, int Words, double Recall, string? Fault);
