namespace WebQA.Storage.Exchange;

/// <summary>A form in which answers go from one program to another, each alone. Stateless and thread-safe.</summary>
public interface IAnswerFormat
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it is, in a line.</summary>
    string Description { get; }

    /// <summary>Whether it can say that an answer is a bad one.</summary>
    bool HoldsBad { get; }

    /// <summary>Reads answers one by one, so that a file may be larger than memory.</summary>
    /// <exception cref="ExchangeFormatException">The file has another form; names the line.</exception>
    IAsyncEnumerable<AnsweredQuestion> ReadAsync(Stream stream, CancellationToken cancellationToken = default);

    /// <summary>Writes answers as they come; a form that cannot hold bad ones gets none.</summary>
    Task WriteAsync(Stream stream, IAsyncEnumerable<AnsweredQuestion> answers, CancellationToken cancellationToken = default);
}
