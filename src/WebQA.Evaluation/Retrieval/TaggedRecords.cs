using System.Net;
using System.Text.RegularExpressions;

namespace WebQA.Evaluation.Retrieval;

/// <summary>Records in the markup of the old collections, which is nearly XML: <c>&lt;doc&gt;</c> with <c>&lt;docno&gt;</c>, <c>&lt;top&gt;</c> with <c>&lt;num&gt;</c>.</summary>
internal static partial class TaggedRecords
{
    /// <summary>A record.</summary>
    /// <param name="Id">Its number or name.</param>
    /// <param name="Body">All its text but the id, without tags.</param>
    /// <param name="Markup">As it stands.</param>
    public sealed record Tagged(string Id, string Body, string Markup)
    {
        /// <summary>The text of a field; empty where there is none.</summary>
        public string Field(string name) => Between(Markup, name) is { } text ? Plain(text) : string.Empty;
    }

    /// <summary>Whether a file begins like markup.</summary>
    public static bool AreIn(string path)
    {
        using var reader = new StreamReader(path);
        var start = new char[200];
        return new string(start, 0, reader.ReadBlock(start)).TrimStart().StartsWith('<');
    }

    /// <summary>The records of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The tag of a record, in any case.</param>
    public static IEnumerable<Tagged> Read(string path, string name)
    {
        var markup = File.ReadAllText(path);
        var (open, close) = ($"<{name}>", $"</{name}>");
        for (var at = 0; (at = markup.IndexOf(open, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = markup.IndexOf(close, at, StringComparison.OrdinalIgnoreCase);
            end = end < 0 ? markup.Length : end;
            yield return Of(markup[(at + open.Length)..end]);
            at = end;
        }
    }

    private static Tagged Of(string markup)
    {
        var tag = Between(markup, "docno") is null ? "num" : "docno";
        var id = Between(markup, tag)?.Trim() ?? throw new InvalidDataException($"A record has neither <docno> nor <num>: {markup.Trim()[..Math.Min(60, markup.Trim().Length)]}");
        var rest = markup[(markup.IndexOf($"</{tag}>", StringComparison.OrdinalIgnoreCase) + tag.Length + 3)..];
        return new Tagged(id, Plain(rest), markup);
    }

    private static string? Between(string markup, string name)
    {
        var start = markup.IndexOf($"<{name}>", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }
        start += name.Length + 2;
        var end = markup.IndexOf($"</{name}>", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : markup[start..end];
    }

    private static string Plain(string markup) => WebUtility.HtmlDecode(Tag().Replace(markup, " ")).Trim();

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();
}
