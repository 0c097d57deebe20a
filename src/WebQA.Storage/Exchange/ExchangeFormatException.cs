namespace WebQA.Storage.Exchange;

/// <summary>A file that is not in the form it was said to be in; nothing of it was taken over.</summary>
/// <param name="line">1-based line, or place in the list where the file is one JSON value.</param>
/// <param name="problem">What is wrong there and what would be right.</param>
/// <param name="innerException">The parser's own fault.</param>
public sealed class ExchangeFormatException(long line, string problem, Exception? innerException = null) : Exception($"Line {line}: {problem}", innerException)
{
    /// <summary>1-based line, or place in the list.</summary>
    public long Line { get; } = line;
}
