using System.Text.RegularExpressions;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Checks;

/// <summary>Reads hostile PDFs as pages are read, and compares what comes with each case's safe outcome.</summary>
/// <param name="extractor">Reads the files.</param>
/// <param name="time">Measures how long that takes.</param>
/// <param name="timeFactor">How often a case's time limit may pass: 1 where times are judged, more on a busy machine.</param>
public sealed partial class PdfCheck(IPdfTextExtractor extractor, TimeProvider? time = null, double timeFactor = 1)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs all cases of a file, one after the other.</summary>
    /// <exception cref="InvalidDataException">The file holds no PDF cases.</exception>
    public async IAsyncEnumerable<CheckResult> RunAsync(
        string casesPath, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var pdfCase in PdfCase.ReadAll(casesPath))
        {
            yield return await RunAsync(pdfCase, cancellationToken);
        }
    }

    /// <summary>Runs one case.</summary>
    public async Task<CheckResult> RunAsync(PdfCase pdfCase, CancellationToken cancellationToken = default)
    {
        var file = await File.ReadAllBytesAsync(pdfCase.File, cancellationToken);
        var start = _time.GetTimestamp();
        var text = await extractor.ExtractAsync(file, cancellationToken);
        var elapsed = _time.GetElapsedTime(start);
        var outcome = OutcomeOf(text);
        var pass = Accepts(pdfCase.Expected, outcome)
            && pdfCase.MustContain.All(part => TextOf(text).Contains(part, StringComparison.Ordinal))
            && elapsed.TotalSeconds <= pdfCase.MaxSeconds * timeFactor;
        return new CheckResult(pdfCase.Id, pdfCase.Expected, outcome, pass, (long)elapsed.TotalMilliseconds);
    }

    private static string OutcomeOf(PdfText text) => text switch
    {
        PdfText.Extracted { Note: null } => "text",
        PdfText.Extracted => "text_capped",
        PdfText.Failed { Kind: "not_a_pdf" or "broken" } => "error_bad_pdf",
        PdfText.Failed { Kind: "encrypted" } => "error_encrypted_pdf",
        PdfText.Failed failed => "error_" + failed.Kind,
        _ => throw new InvalidOperationException($"{text.GetType().Name} is not a kind of PDF text."),
    };

    private static string TextOf(PdfText text) => text is PdfText.Extracted extracted ? string.Join('\n', extracted.Pages) : string.Empty;

    // An outcome that names an error asks for that error. Any other wording names what is safe: to read the text, capped or not, or to
    // fail with a reason where it speaks of an error. That the process lives, within time and memory, is what all of them ask.
    private static bool Accepts(string expected, string outcome)
    {
        var isError = outcome.StartsWith("error", StringComparison.Ordinal);
        if (!isError)
        {
            return !expected.StartsWith("error", StringComparison.Ordinal);
        }
        var named = NamedError().Matches(expected).Select(match => match.Value).ToList();
        return named.Count > 0 ? named.Contains(outcome, StringComparer.Ordinal) || HasPlainError(expected) : HasPlainError(expected);
    }

    private static bool HasPlainError(string expected) => PlainError().IsMatch(expected);

    [GeneratedRegex(@"\berror_\w+", RegexOptions.NonBacktracking)]
    private static partial Regex NamedError();

    [GeneratedRegex(@"\berror\b", RegexOptions.NonBacktracking)]
    private static partial Regex PlainError();
}
