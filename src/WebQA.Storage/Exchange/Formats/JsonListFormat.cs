using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>A form that is one JSON list, an item for each pair of answers.</summary>
public abstract class JsonListFormat : IComparisonFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public bool HoldsTies => true;

    /// <summary>What the list holds and who writes it so.</summary>
    private protected abstract string Holds { get; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Comparison> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in BoundedItems.ReadAsync(stream, Holds, cancellationToken: cancellationToken))
        {
            foreach (var comparison in Read(item))
            {
                yield return comparison;
            }
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(Stream stream, IAsyncEnumerable<Comparison> comparisons, CancellationToken cancellationToken = default)
    {
        await using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartArray();
        var place = 0;
        await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
        {
            Write(json, comparison, ++place);
            await json.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
    }

    /// <summary>The comparisons of an item: one for each person who judged it.</summary>
    private protected abstract IEnumerable<Comparison> Read(ExchangeRecord item);

    private protected abstract void Write(Utf8JsonWriter json, Comparison comparison, int place);
}
