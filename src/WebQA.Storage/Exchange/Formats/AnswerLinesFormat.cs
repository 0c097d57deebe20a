using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>A form of one answer a line: a prompt, which holds the question and what it may cite, and a completion.</summary>
public abstract class AnswerLinesFormat : IAnswerFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public abstract bool HoldsBad { get; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnsweredQuestion> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (number, bytes) in BoundedLines.ReadAsync(stream, cancellationToken: cancellationToken))
        {
            if (Encoding.UTF8.GetString(bytes).Trim().Length > 0)
            {
                var line = ExchangeRecord.Parse(number, bytes);
                var (prompt, completion, isGood) = Read(line);
                // The pair form with the same answer twice is the same prompt and completion.
                var pair = new ChosenRejected(prompt, completion, completion).ToComparison(line, string.Empty, Name);
                yield return new AnsweredQuestion(pair.Question, pair.A, isGood);
            }
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(Stream stream, IAsyncEnumerable<AnsweredQuestion> answers, CancellationToken cancellationToken = default)
    {
        await foreach (var answered in answers.WithCancellation(cancellationToken))
        {
            var pair = ChosenRejected.Of(new Comparison(string.Empty, answered.Question, answered.Answer, answered.Answer, Preference.ABetter));
            await using (var json = new Utf8JsonWriter(stream, Options))
            {
                Write(json, pair.Prompt, pair.Chosen, answered.IsGood);
            }
            stream.WriteByte((byte)'\n');
        }
    }

    private protected abstract (string Prompt, string Completion, bool IsGood) Read(ExchangeRecord line);

    private protected abstract void Write(Utf8JsonWriter json, string prompt, string completion, bool isGood);
}
