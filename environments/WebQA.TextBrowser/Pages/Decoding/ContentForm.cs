namespace WebQA.TextBrowser.Pages.Decoding;

/// <summary>What the bytes of a page are, as far as reading them goes.</summary>
public enum ContentForm
{
    /// <summary>HTML or XHTML.</summary>
    Html,

    /// <summary>Text to be shown as it is: plain text, Markdown, JSON, XML, scripts, style sheets.</summary>
    Text,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>An image, a sound, an archive or anything else that has no text here.</summary>
    Other,

    /// <summary>Said to be text, but its bytes are not.</summary>
    Binary,
}
