using System.Security.Cryptography;
using System.Text;

namespace WebQA.TextBrowser.Search;

/// <summary>A stretch of a page of about 100 words: what is searched.</summary>
/// <param name="Heading">The heading above it, or empty.</param>
/// <param name="Text">Its sentences, paragraphs separated by LF, without the marks of headings, lists and links.</param>
public sealed record Passage(string Heading, string Text)
{
    /// <summary>The first half of the SHA-256 of <see cref="Text"/>: names the passage's vector.</summary>
    public UInt128 Key => new(BitConverter.ToUInt64(Hash, 8), BitConverter.ToUInt64(Hash, 0));

    private byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Text));
}
