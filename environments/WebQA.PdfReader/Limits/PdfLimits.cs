namespace WebQA.PdfReader.Limits;

/// <summary>What one file may cost. The caller bounds time and, by the runtime's heap limit, memory; these bounds make the common excesses end early and with a reason.</summary>
internal static class PdfLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int FileBytes = 32 << 20;

    /// <summary>Pages that are read.</summary>
    public const int Pages = 500;

    /// <summary>Bytes of one stream after decompression.</summary>
    public const long StreamBytes = 64L << 20;

    /// <summary>Bytes of all streams together after decompression; a stream that is read twice counts twice.</summary>
    public const long AllStreamBytes = 512L << 20;

    /// <summary>Filters of one stream. Real files have one or two.</summary>
    public const int FiltersOfAStream = 8;

    /// <summary>Operators of one stream that show text or draw a form; each shown glyph becomes an object of some 300 bytes.</summary>
    public const int ShowOperatorsOfAStream = 200_000;

    /// <summary>Glyphs of a page that is laid out; a page with more is read in the order of drawing.</summary>
    public const int GlyphsOfAPage = 60_000;

    /// <summary>Characters of text of the whole file.</summary>
    public const int TextCharacters = 5_000_000;
}
