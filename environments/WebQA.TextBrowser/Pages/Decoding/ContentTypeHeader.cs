namespace WebQA.TextBrowser.Pages.Decoding;

/// <summary>A Content-Type header, taken apart with the tolerance of the MIME sniffing standard.</summary>
/// <param name="Essence">Type and subtype in lower case, for example <c>text/html</c>; empty where the header names none.</param>
/// <param name="Charset">The first charset parameter, as given; null where there is none.</param>
public sealed record ContentTypeHeader(string Essence, string? Charset)
{
    /// <summary>Reads a header; never fails.</summary>
    public static ContentTypeHeader Parse(string header)
    {
        var parts = header.Split(';');
        var essence = parts[0].Trim().ToLowerInvariant();
        string? charset = null;
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (charset is null && equals > 0 && part.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                charset = part[(equals + 1)..].Trim().Trim('"', '\'');
            }
        }
        return new ContentTypeHeader(essence.Contains('/', StringComparison.Ordinal) ? essence : string.Empty, charset);
    }
}
