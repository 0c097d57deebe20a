using System.Globalization;

namespace WebQA.TextBrowser.Warc;

/// <summary>The head of a record: its version line and named fields.</summary>
/// <remarks>WARC/1.1 (ISO 28500:2017) §4 and §5; names do not depend on case.</remarks>
public sealed class WarcHead
{
    private const int LongestLine = 64 * 1024;
    private const int MostLines = 1_000;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private WarcHead()
    {
    }

    /// <summary><c>response</c>, <c>resource</c>, <c>warcinfo</c>, ...</summary>
    public string Type => this["WARC-Type"] ?? string.Empty;

    /// <summary>The address, without the angle brackets that some writers put around it; null where the record has none.</summary>
    public string? TargetUri => this["WARC-Target-URI"]?.Trim('<', '>');

    /// <summary>When the content was captured; null where the field is missing or cannot be read.</summary>
    public DateTimeOffset? Date =>
        DateTimeOffset.TryParse(this["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    /// <summary>Content type of the block; empty where none is said.</summary>
    public string ContentType => this["Content-Type"] ?? string.Empty;

    /// <summary>Bytes of the block.</summary>
    public long Length { get; private init; }

    /// <summary>A field by its name; null where the record has none.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>Reads a head; null at the end of the file.</summary>
    /// <exception cref="InvalidDataException">What stands there is no head; the message says what is wrong.</exception>
    internal static WarcHead? Read(ByteReader reader)
    {
        reader.SkipBlankLines();
        if (reader.ReadLine(LongestLine) is not { } version)
        {
            return null;
        }
        if (!version.StartsWith("WARC/", StringComparison.Ordinal))
        {
            throw new InvalidDataException("no record begins where one should");
        }
        var fields = ReadFields(reader);
        var head = new WarcHead
        {
            Length = fields.TryGetValue("Content-Length", out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                ? length
                : throw new InvalidDataException("its Content-Length is missing or no number"),
        };
        foreach (var (name, value) in fields)
        {
            head._fields[name] = value;
        }
        return head;
    }

    private static Dictionary<string, string> ReadFields(ByteReader reader)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = string.Empty;
        for (var lines = 0; reader.ReadLine(LongestLine) is { } line; lines++)
        {
            if (line.Length == 0)
            {
                return fields;
            }
            if (lines == MostLines)
            {
                throw new InvalidDataException($"it has more than {MostLines} fields");
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && last.Length > 0)
            {
                fields[last] += " " + line.Trim();
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim();
                fields[last] = line[(colon + 1)..].Trim();
            }
            else
            {
                throw new InvalidDataException("a line of its head is no field");
            }
        }
        throw new InvalidDataException("it is cut off in its head");
    }
}
