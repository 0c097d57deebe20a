using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.ML.OnnxRuntime;
using WebQA.Core.Browsing;
using WebQA.Models.Inference;
using WebQA.Models.ModelFolders;

namespace WebQA.Models.Embeddings;

/// <summary>A sentence encoder in ONNX: mean of the last hidden states, divided by its length. Loaded at the first use, never before.</summary>
/// <remarks>Reimers and Gurevych 2019. Thread-safe; one batch runs at a time, since a run uses all the threads it may.</remarks>
public sealed class OnnxEmbedder : IEmbedder, IDisposable
{
    /// <summary>The kind in <c>model.json</c>.</summary>
    public const string Kind = "embedder";

    private readonly EmbedderOptions _options;
    private readonly ILogger _logger;
    private readonly Lazy<ModelManifest> _manifest;
    private readonly SemaphoreSlim _running = new(1, 1);
    private Loaded? _loaded;

    private sealed record Loaded(OnnxSession Session, WordPieceTokenizer Tokenizer);

    /// <summary>Creates an embedder; its folder is not touched yet.</summary>
    public OnnxEmbedder(EmbedderOptions? options = null, ILogger<OnnxEmbedder>? logger = null)
    {
        _options = options ?? new EmbedderOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Threads, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.BatchSize, 1, nameof(options));
        _logger = (ILogger?)logger ?? NullLogger.Instance;
        _manifest = new(() => ModelFolder.ReadManifest(_options.Folder), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The model's name and the beginning of its weights' hash, so that other weights have another name.</summary>
    /// <exception cref="ModelFolderException">The model folder is missing or damaged.</exception>
    public string Name => $"{_manifest.Value.Name}-{_manifest.Value.Version}@{_manifest.Value.Files[0].Sha256[..12]}";

    /// <inheritdoc/>
    /// <exception cref="ModelFolderException">The model folder is missing or damaged.</exception>
    public int Dimensions => _manifest.Value.Dimensions;

    /// <summary>What runs the model; null until it is loaded.</summary>
    public ExecutionProvider? Provider => Volatile.Read(ref _loaded)?.Session.Provider;

    /// <inheritdoc/>
    /// <exception cref="ModelFolderException">The model folder is missing or damaged.</exception>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        if (texts.Count == 0)
        {
            return [];
        }
        await _running.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => EmbedAll(texts, cancellationToken), cancellationToken);
        }
        finally
        {
            _running.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loaded?.Session.Dispose();
        _running.Dispose();
    }

    /// <summary>Texts of like length share a batch, so that little is computed for padding.</summary>
    private float[][] EmbedAll(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var loaded = _loaded ?? Load();
        var tokens = new int[texts.Count][];
        for (var i = 0; i < texts.Count; i++)
        {
            tokens[i] = loaded.Tokenizer.Encode(texts[i], _manifest.Value.MaxTokens);
        }
        var byLength = Enumerable.Range(0, texts.Count).OrderBy(i => tokens[i].Length).ToArray();
        var vectors = new float[texts.Count][];
        foreach (var batch in byLength.Chunk(_options.BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Run(loaded, batch, tokens, vectors);
        }
        return vectors;
    }

    private Loaded Load()
    {
        var folder = ModelFolder.Open(_options.Folder, Kind);
        try
        {
            var tokenizer = WordPieceTokenizer.Load(folder.PathOf("tokenizer.json"));
            var loaded = new Loaded(OnnxSession.Open(folder.PathOf("model.onnx"), _options.Threads, _options.PreferGpu, _logger), tokenizer);
            Volatile.Write(ref _loaded, loaded);
            return loaded;
        }
        catch (Exception e) when (e is OnnxRuntimeException or JsonException)
        {
            throw new ModelFolderException(_options.Folder, $"it does not load ({e.Message.Split('\n')[0]})", e);
        }
    }

    private void Run(Loaded loaded, int[] batch, int[][] tokens, float[][] vectors)
    {
        var width = batch.Max(i => tokens[i].Length);
        var ids = new long[batch.Length * width];
        var mask = new long[ids.Length];
        Array.Fill(ids, loaded.Tokenizer.PaddingId);
        for (var row = 0; row < batch.Length; row++)
        {
            var source = tokens[batch[row]];
            for (var i = 0; i < source.Length; i++)
            {
                ids[row * width + i] = source[i];
                mask[row * width + i] = 1;
            }
        }
        long[] shape = [batch.Length, width];
        using var idValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var typeValue = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
        using var runOptions = new RunOptions();
        var inputs = new Dictionary<string, OrtValue>(StringComparer.Ordinal)
        {
            ["input_ids"] = idValue,
            ["attention_mask"] = maskValue,
            ["token_type_ids"] = typeValue,
        };
        using var outputs = loaded.Session.Session.Run(runOptions, inputs, [_manifest.Value.Output]);
        var hidden = outputs[0].GetTensorDataAsSpan<float>();
        for (var row = 0; row < batch.Length; row++)
        {
            vectors[batch[row]] = Pool(hidden.Slice(row * width * Dimensions, tokens[batch[row]].Length * Dimensions));
        }
    }

    private float[] Pool(ReadOnlySpan<float> hidden)
    {
        var vector = new float[Dimensions];
        for (var at = 0; at < hidden.Length; at += vector.Length)
        {
            TensorPrimitives.Add(vector, hidden.Slice(at, vector.Length), vector);
        }
        TensorPrimitives.Divide(vector, Math.Max(TensorPrimitives.Norm<float>(vector), 1e-12f), vector);
        return vector;
    }
}
