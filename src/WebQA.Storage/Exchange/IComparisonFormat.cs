using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>A form in which comparisons go from one program to another. Stateless and thread-safe.</summary>
public interface IComparisonFormat
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it is, in a line.</summary>
    string Description { get; }

    /// <summary>Whether it can say that two answers are equally good.</summary>
    bool HoldsTies { get; }

    /// <summary>Reads comparisons one by one, so that a file may be larger than memory.</summary>
    /// <exception cref="ExchangeFormatException">The file has another form; names the line.</exception>
    IAsyncEnumerable<Comparison> ReadAsync(Stream stream, CancellationToken cancellationToken = default);

    /// <summary>Writes comparisons as they come; a form without ties gets none (<see cref="TiePolicy"/>).</summary>
    Task WriteAsync(Stream stream, IAsyncEnumerable<Comparison> comparisons, CancellationToken cancellationToken = default);
}
