namespace WebQA.TextBrowser.Rendering;

/// <summary>Pages cannot be rendered; the message says why and what to do.</summary>
public sealed class ChromiumUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
