namespace WebQA.PdfReader.Limits;

/// <summary>A file, or a stream in it, is larger than what is read.</summary>
internal sealed class PdfLimitException(string message) : Exception(message);
