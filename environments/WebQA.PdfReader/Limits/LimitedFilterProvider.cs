using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace WebQA.PdfReader.Limits;

/// <summary>The usual filters, measured before they unpack: a few kilobytes of Flate can be gigabytes of zeros.</summary>
internal sealed class LimitedFilterProvider : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _decodedBytes;

    /// <summary>The first limit that a stream went beyond; the parser may swallow the exception, so it is kept here.</summary>
    public string? Breach { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Wrap(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Wrap(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Wrap(_inner.GetAllFilters(), isChain: false);

    private IFilter[] Wrap(IReadOnlyList<IFilter> filters, bool isChain = true) =>
        isChain && filters.Count > PdfLimits.FiltersOfAStream
            ? throw Exceeded($"a stream is packed {filters.Count} times over")
            : [.. filters.Select(filter => new LimitedFilter(filter, this))];

    private PdfLimitException Exceeded(string what)
    {
        Breach ??= what;
        return new PdfLimitException(what);
    }

    private Memory<byte> Admit(Memory<byte> decoded)
    {
        _decodedBytes += decoded.Length;
        if (_decodedBytes > PdfLimits.AllStreamBytes)
        {
            throw Exceeded($"its streams unpack to more than {PdfLimits.AllStreamBytes >> 20} MiB");
        }
        if (ShowOperators(decoded.Span) > PdfLimits.ShowOperatorsOfAStream)
        {
            throw Exceeded($"a page has more than {PdfLimits.ShowOperatorsOfAStream:N0} drawing steps");
        }
        return decoded;
    }

    private static int ShowOperators(ReadOnlySpan<byte> content) => content.Count("Tj"u8) + content.Count("TJ"u8) + content.Count("Do"u8) + content.Count(")'"u8);

    private void Measure(ReadOnlyMemory<byte> packed)
    {
        using var source = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
        var scratch = new byte[81_920];
        var total = 0L;
        try
        {
            for (int read; (read = source.Read(scratch)) > 0;)
            {
                total += read;
                if (total > PdfLimits.StreamBytes)
                {
                    throw Exceeded($"a stream unpacks to more than {PdfLimits.StreamBytes >> 20} MiB");
                }
            }
        }
        catch (InvalidDataException)
        {
            // Damaged data: the filter itself decides what can be saved, and the heap limit of the process bounds it.
        }
    }

    private sealed class LimitedFilter(IFilter inner, LimitedFilterProvider owner) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter)
            {
                owner.Measure(input);
            }
            return owner.Admit(inner.Decode(input, streamDictionary, filterProvider, filterIndex));
        }
    }
}
