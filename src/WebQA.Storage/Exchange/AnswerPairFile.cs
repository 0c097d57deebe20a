using System.Runtime.CompilerServices;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>Reads pairs of answers in the form 'webqa', judged or not: <c>question</c>, <c>answer_a</c>, <c>answer_b</c>, and <c>references</c> with their <c>text</c> for both or one each.</summary>
public static class AnswerPairFile
{
    /// <summary>Reads pairs one by one.</summary>
    /// <exception cref="ExchangeFormatException">A line has another form; names it.</exception>
    public static async IAsyncEnumerable<AnswerPair> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (number, bytes) in BoundedLines.ReadAsync(stream, cancellationToken: cancellationToken))
        {
            if (bytes.AsSpan().IndexOfAnyExcept((byte)' ', (byte)'\r') >= 0)
            {
                var line = ExchangeRecord.Parse(number, bytes);
                yield return new AnswerPair(line.Find("id")?.Text() ?? $"{number}", line["question"].Text(), Side(line, "a"), Side(line, "b"));
            }
        }
    }

    private static ComparedAnswer Side(ExchangeRecord line, string side) => new(
        line[$"answer_{side}"].Text(),
        [.. ((line.Find($"references_{side}") ?? line.Find("references"))?.List() ?? []).Select(static r => new ComparedReference(r.Find("title")?.Text() ?? string.Empty, r["text"].Text()))]);
}

/// <summary>Two answers to a question that nobody needs to have judged.</summary>
/// <param name="Id">Of the line; its number where the file gives none.</param>
/// <param name="Question">What was asked.</param>
/// <param name="A">The one answer.</param>
/// <param name="B">The other.</param>
public sealed record AnswerPair(string Id, string Question, ComparedAnswer A, ComparedAnswer B);
