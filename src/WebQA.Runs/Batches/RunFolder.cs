using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WebQA.Runs.Answers;

namespace WebQA.Runs.Batches;

/// <summary>The folder of a run's results, held by one process at a time. <c>answers.jsonl</c> is at every moment a beginning of the finished file.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string _root;
    private readonly FileStream _held;

    private RunFolder(string root, FileStream held) => (_root, _held) = (root, held);

    /// <summary>The answers, a document a line.</summary>
    public string Answers => Path.Combine(_root, "answers.jsonl");

    /// <summary>Takes the folder, making it where it is missing.</summary>
    /// <exception cref="BatchException">It cannot be written, or another process has it.</exception>
    public static RunFolder Take(string path)
    {
        var root = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(root);
            return new(root, new FileStream(Path.Combine(root, ".running"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BatchException($"The folder {root} cannot be used: {fault.Message} If another run works in it, wait for that one; otherwise name another folder.", fault);
        }
    }

    /// <summary>Keeps the options of a new run, or checks that a run that is gone on with has the same.</summary>
    /// <exception cref="BatchException">The folder holds a run with other options.</exception>
    public async Task KeepAsync(RunOptions options, CancellationToken cancellationToken)
    {
        var asked = JsonSerializer.Serialize(options, RunJson.Indented.RunOptions);
        if (await TextAsync("options.json", cancellationToken) is not { } kept)
        {
            await WriteAsync("options.json", asked, cancellationToken);
        }
        else if (kept.TrimEnd() != asked)
        {
            var different = kept.TrimEnd().Split('\n').Except(asked.Split('\n'), StringComparer.Ordinal).Select(line => line.Trim().TrimEnd(','));
            throw new BatchException($"The folder {_root} holds a run with other options ({string.Join("; ", different)}). Give the same options to go on with it, or name another folder.");
        }
    }

    /// <summary>A file of the folder, or null.</summary>
    /// <exception cref="BatchException">It is not what it should be.</exception>
    public async Task<T?> ReadAsync<T>(string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await TextAsync(name, cancellationToken) is { } text ? JsonSerializer.Deserialize(text, type) : null;
        }
        catch (JsonException fault)
        {
            throw new BatchException($"{Path.Combine(_root, name)} cannot be read: {fault.Message} Put it back, or name another folder.", fault);
        }
    }

    /// <summary>Writes a file of the folder whole or not at all.</summary>
    public Task WriteAsync<T>(string name, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        WriteAsync(name, JsonSerializer.Serialize(value, type), cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public async Task WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_root, name);
        await File.WriteAllTextAsync($"{path}.tmp", text + "\n", cancellationToken);
        File.Move($"{path}.tmp", path, overwrite: true);
    }

    /// <summary>Opens the answers behind the last line that is whole and in its place; what follows it is cut off and made again.</summary>
    /// <param name="episodes">The episode ids of the finished file, in order.</param>
    /// <param name="keep">Given each line that is kept.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<FileStream> OpenAnswersAsync(IReadOnlyList<string> episodes, Action<AnswerDocument> keep, CancellationToken cancellationToken)
    {
        var file = new FileStream(Answers, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        var (kept, end) = (0, 0L);
        await foreach (var line in File.ReadLinesAsync(Answers, cancellationToken))
        {
            // The last line may lack its end, and then it may lack more.
            var next = end + Encoding.UTF8.GetByteCount(line) + 1;
            if (kept == episodes.Count || next > file.Length || TryRead(line) is not { } document || document.Episode != episodes[kept])
            {
                break;
            }
            keep(document);
            kept++;
            end = next;
        }
        file.SetLength(end);
        file.Position = end;
        return file;
    }

    /// <summary>The lines of the finished file, one at a time.</summary>
    public async IAsyncEnumerable<AnswerDocument> ReadAnswersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(Answers, cancellationToken))
        {
            yield return AnswerDocument.FromJson(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private async Task<string?> TextAsync(string name, CancellationToken cancellationToken) =>
        File.Exists(Path.Combine(_root, name)) ? await File.ReadAllTextAsync(Path.Combine(_root, name), cancellationToken) : null;

    private static AnswerDocument? TryRead(string line)
    {
        try
        {
            return AnswerDocument.FromJson(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
