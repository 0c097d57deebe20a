using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WebQA.Core.Browsing;
using WebQA.Core.Caching;

namespace WebQA.Models.Embeddings;

/// <summary>Embeds each text once: vectors are kept in memory, the last used ones, and on disk. Thread-safe; several processes may share a folder.</summary>
public sealed partial class CachingEmbedder : IEmbedder
{
    /// <summary>Vectors kept in memory by default: 25 MB at 384 numbers.</summary>
    public const int DefaultCapacity = 16_384;

    /// <summary>Size at which the file on disk is begun anew: about 170,000 vectors of 384 numbers.</summary>
    public const long MaxFileBytes = 256L << 20;

    private readonly IEmbedder _inner;
    private readonly BoundedCache<UInt128, float[]> _memory;
    private readonly Lazy<VectorFile> _file;
    private readonly ILogger _logger;
    private int _hasWarned;

    /// <summary>Wraps an embedder.</summary>
    /// <param name="inner">Embeds what the cache does not hold.</param>
    /// <param name="folder">Where vectors are kept, a file for each model.</param>
    /// <param name="capacity">Vectors kept in memory, at least 1.</param>
    /// <param name="clock">Times the wait for another process; null for the system's.</param>
    /// <param name="logger">Told once if the disk cannot be used.</param>
    public CachingEmbedder(
        IEmbedder inner, string folder, int capacity = DefaultCapacity, TimeProvider? clock = null, ILogger<CachingEmbedder>? logger = null)
    {
        _inner = inner;
        _memory = new(capacity);
        _file = new(() => new VectorFile(Path.Combine(folder, $"{inner.Name}.vectors"), inner.Dimensions, MaxFileBytes, clock ?? TimeProvider.System),
            LazyThreadSafetyMode.PublicationOnly);
        _logger = (ILogger?)logger ?? NullLogger.Instance;
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public int Dimensions => _inner.Dimensions;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        var vectors = new float[texts.Count][];
        var missing = new Dictionary<UInt128, List<int>>();
        for (var i = 0; i < texts.Count; i++)
        {
            var key = TextKey.Of(Name, texts[i]);
            if (_memory.TryGet(key, out var vector))
            {
                vectors[i] = vector;
            }
            else
            {
                (missing.TryGetValue(key, out var places) ? places : missing[key] = []).Add(i);
            }
        }
        FillFromDisk(missing, vectors);
        if (missing.Count > 0)
        {
            await ComputeAsync(missing, texts, vectors, cancellationToken);
        }
        return vectors;
    }

    private void FillFromDisk(Dictionary<UInt128, List<int>> missing, float[][] vectors)
    {
        if (missing.Count == 0)
        {
            return;
        }
        try
        {
            UInt128[] keys = [.. missing.Keys];
            var found = _file.Value.Read(keys);
            for (var i = 0; i < keys.Length; i++)
            {
                if (found[i] is { } vector)
                {
                    missing.Remove(keys[i], out var places);
                    Keep(keys[i], vector, places!, vectors);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Warn(e);
        }
    }

    private async Task ComputeAsync(
        Dictionary<UInt128, List<int>> missing, IReadOnlyList<string> texts, float[][] vectors, CancellationToken cancellationToken)
    {
        UInt128[] keys = [.. missing.Keys];
        var computed = await _inner.EmbedAsync([.. keys.Select(k => texts[missing[k][0]])], cancellationToken);
        for (var i = 0; i < keys.Length; i++)
        {
            Keep(keys[i], computed[i], missing[keys[i]], vectors);
        }
        try
        {
            await _file.Value.AppendAsync([.. keys.Zip(computed)], cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Warn(e);
        }
    }

    private void Keep(UInt128 key, float[] vector, List<int> places, float[][] vectors)
    {
        _memory.Set(key, vector);
        foreach (var place in places)
        {
            vectors[place] = vector;
        }
    }

    private void Warn(Exception e)
    {
        if (Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            LogDiskUnusable(_logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Vectors cannot be kept on disk ({Reason}); they are computed anew after each start.")]
    private static partial void LogDiskUnusable(ILogger logger, string reason);
}
