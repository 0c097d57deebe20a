using System.Net;
using WebQA.TextBrowser.Pages.Decoding;

namespace WebQA.TextBrowser.Environments.Creation.Folders;

/// <summary>Finds the address that a page names as its own: <c>&lt;link rel="canonical" href="…"&gt;</c>.</summary>
internal static class CanonicalLink
{
    /// <summary>Bytes in which it is looked for.</summary>
    public const int ScannedBytes = 32 * 1024;

    /// <summary>The address; null where the page names none, or none that is http or https.</summary>
    public static Uri? Find(ReadOnlySpan<byte> head)
    {
        var html = PageDecoder.Decode(head[..Math.Min(head.Length, ScannedBytes)], headerCharset: null, isMarkup: true).Text;
        for (var at = html.IndexOf("<link", StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf("<link", at, StringComparison.OrdinalIgnoreCase))
        {
            at += "<link".Length;
            string? href = null;
            var isCanonical = false;
            while (TagText.NextAttribute(html, ref at, out var name, out var value))
            {
                var key = html[name];
                isCanonical |= key.Equals("rel", StringComparison.OrdinalIgnoreCase) && html[value].Trim().Equals("canonical", StringComparison.OrdinalIgnoreCase);
                href = key.Equals("href", StringComparison.OrdinalIgnoreCase) ? html[value] : href;
            }
            if (isCanonical)
            {
                return Uri.TryCreate(WebUtility.HtmlDecode(href)?.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
            }
        }
        return null;
    }
}
