using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>A form of one comparison a line.</summary>
public abstract class JsonLinesFormat : IComparisonFormat
{
    // Other programs read these files, none of them as HTML: text stays readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public abstract bool HoldsTies { get; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Comparison> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (number, bytes) in BoundedLines.ReadAsync(stream, cancellationToken: cancellationToken))
        {
            if (Encoding.UTF8.GetString(bytes).Trim().Length > 0)
            {
                yield return Read(ExchangeRecord.Parse(number, bytes));
            }
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(Stream stream, IAsyncEnumerable<Comparison> comparisons, CancellationToken cancellationToken = default)
    {
        await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
        {
            await using (var json = new Utf8JsonWriter(stream, Options))
            {
                Write(json, comparison);
            }
            stream.WriteByte((byte)'\n');
        }
    }

    private protected abstract Comparison Read(ExchangeRecord line);

    private protected abstract void Write(Utf8JsonWriter json, Comparison comparison);
}
