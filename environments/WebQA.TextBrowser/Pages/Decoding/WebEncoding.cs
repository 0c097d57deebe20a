using System.Collections.Frozen;
using System.Text;

namespace WebQA.TextBrowser.Pages.Decoding;

/// <summary>The encodings of the web by their labels.</summary>
/// <remarks>WHATWG Encoding, §4.2. UTF-7 is not among them, on purpose: markup can hide in it. ISO-8859-10, -14 and -16 are not in .NET and are treated as unknown labels.</remarks>
public sealed class WebEncoding
{
    /// <summary>The label that is no character set but a mapping of bytes to private-use characters.</summary>
    private const string UserDefinedName = "x-user-defined";

    private static readonly FrozenDictionary<string, WebEncoding> ByLabel = Build();

    private readonly Encoding? _encoding;

    private WebEncoding(string name, Encoding? encoding)
    {
        Name = name;
        _encoding = encoding;
    }

    /// <summary>UTF-8; invalid bytes become U+FFFD as the standard says.</summary>
    public static WebEncoding Utf8 => ByLabel["utf-8"];

    /// <summary>What the web means by ISO-8859-1 and ASCII, too.</summary>
    public static WebEncoding Windows1252 => ByLabel["windows-1252"];

    /// <summary>UTF-16, least significant byte first.</summary>
    public static WebEncoding Utf16LittleEndian => ByLabel["utf-16le"];

    /// <summary>UTF-16, most significant byte first.</summary>
    public static WebEncoding Utf16BigEndian => ByLabel["utf-16be"];

    /// <summary>The standard's name in lower case.</summary>
    public string Name { get; }

    /// <summary>Whether a meta element cannot be right about this encoding, because it was read as ASCII.</summary>
    public bool IsUtf16 => Name is "utf-16le" or "utf-16be";

    /// <summary>Whether this is <c>x-user-defined</c>.</summary>
    public bool IsUserDefined => Name == UserDefinedName;

    /// <summary>The encoding with this label; null where the web has none.</summary>
    public static WebEncoding? Find(string? label) => label is null ? null : ByLabel.GetValueOrDefault(label.Trim().ToLowerInvariant());

    /// <summary>Decodes bytes; what the encoding does not define becomes U+FFFD.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        if (_encoding is not null)
        {
            return _encoding.GetString(bytes);
        }
        if (!IsUserDefined)
        {
            // The standard's "replacement" encoding: these sets are refused, because markup can hide in them.
            return bytes.IsEmpty ? string.Empty : "\uFFFD";
        }
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append(b < 0x80 ? (char)b : (char)(0xF700 + b));
        }
        return text.ToString();
    }

    private static FrozenDictionary<string, WebEncoding> Build()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var labels = new Dictionary<string, WebEncoding>(StringComparer.Ordinal);
        foreach (var (name, codePage, others) in Table)
        {
            var encoding = new WebEncoding(name, codePage == 0 ? null : Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")));
            labels.Add(name, encoding);
            foreach (var label in others.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                labels.Add(label, encoding);
            }
        }
        return labels.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Name, Windows code page (0: ours), further labels.</summary>
    private static IEnumerable<(string Name, int CodePage, string Labels)> Table =>
    [
        ("utf-8", 65001, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8"),
        ("ibm866", 866, "866 cp866 csibm866"),
        ("iso-8859-2", 28592, "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
        ("iso-8859-3", 28593, "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
        ("iso-8859-4", 28594, "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
        ("iso-8859-5", 28595, "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"),
        ("iso-8859-6", 28596, "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"),
        ("iso-8859-7", 28597, "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"),
        ("iso-8859-8", 28598, "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual"),
        ("iso-8859-8-i", 38598, "csiso88598i logical"),
        ("iso-8859-13", 28603, "iso8859-13 iso885913"),
        ("iso-8859-15", 28605, "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"),
        ("koi8-r", 20866, "cskoi8r koi koi8 koi8_r"),
        ("koi8-u", 21866, "koi8-ru"),
        ("macintosh", 10000, "csmacintosh mac x-mac-roman"),
        ("windows-874", 874, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"),
        ("windows-1250", 1250, "cp1250 x-cp1250"),
        ("windows-1251", 1251, "cp1251 x-cp1251"),
        ("windows-1252", 1252, "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252"),
        ("windows-1253", 1253, "cp1253 x-cp1253"),
        ("windows-1254", 1254, "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254"),
        ("windows-1255", 1255, "cp1255 x-cp1255"),
        ("windows-1256", 1256, "cp1256 x-cp1256"),
        ("windows-1257", 1257, "cp1257 x-cp1257"),
        ("windows-1258", 1258, "cp1258 x-cp1258"),
        ("x-mac-cyrillic", 10007, "x-mac-ukrainian"),
        ("gbk", 54936, "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk gb18030"),
        ("big5", 950, "big5-hkscs cn-big5 csbig5 x-x-big5"),
        ("euc-jp", 51932, "cseucpkdfmtjapanese x-euc-jp"),
        ("iso-2022-jp", 50220, "csiso2022jp"),
        ("shift_jis", 932, "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"),
        ("euc-kr", 949, "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"),
        ("replacement", 0, "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr"),
        ("utf-16be", 1201, "unicodefffe"),
        ("utf-16le", 1200, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"),
        (UserDefinedName, 0, ""),
    ];
}
