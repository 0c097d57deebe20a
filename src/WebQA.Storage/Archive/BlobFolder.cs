using System.IO.Compression;
using System.Security.Cryptography;

namespace WebQA.Storage.Archive;

/// <summary>Blobs named by the SHA-256 of their content, <c>ab/abcd…</c>, Brotli-compressed. A file that has its name is whole. Thread-safe.</summary>
internal sealed class BlobFolder(string root)
{
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);
    private readonly string _temporary = Path.Combine(root, "tmp");

    /// <summary>The name that some content has.</summary>
    public static string NameOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Stores a blob; on the disk when the task ends. Content that is there already costs one look.</summary>
    /// <param name="sha256">SHA-256 of <paramref name="content"/>, lower-case hex.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <exception cref="StorageException">It cannot be written.</exception>
    public async Task WriteAsync(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            return;
        }
        var temporary = Path.Combine(_temporary, $"{sha256}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(_temporary);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                await file.WriteAsync(Compress(content.Span), cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault)
        {
            File.Delete(temporary);
            throw fault is IOException or UnauthorizedAccessException
                ? new StorageException($"The archive {root} cannot be written: {fault.Message} Free some space or give this user the right to write there.", fault)
                : fault;
        }
    }

    /// <summary>A blob, checked against its name; null where there is none.</summary>
    /// <exception cref="StorageException">The file is damaged.</exception>
    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        byte[] stored;
        try
        {
            stored = await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        var content = Decompress(stored);
        return content is not null && NameOf(content) == sha256
            ? content
            : throw new StorageException(
                $"The archived file {path} is damaged: its content no longer has the hash that it is named by. Put it back from a backup, or delete it and let the page be fetched again.");
    }

    /// <summary>Deletes what killed processes left half-written.</summary>
    /// <param name="now">Files that are older than an hour before this go.</param>
    public void DeleteLeftovers(DateTimeOffset now)
    {
        if (Directory.Exists(_temporary))
        {
            foreach (var file in new DirectoryInfo(_temporary).EnumerateFiles().Where(f => f.LastWriteTimeUtc < (now - LongestWrite).UtcDateTime))
            {
                file.Delete();
            }
        }
    }

    private string PathOf(string sha256) =>
        sha256.Length == 64 && sha256.AsSpan().IndexOfAnyExceptInRange('0', 'f') < 0 && !sha256.AsSpan().ContainsAnyInRange(':', '`')
            ? Path.Combine(root, sha256[..2], sha256)
            : throw new ArgumentException($"'{sha256}' is not a SHA-256 in lower-case hex (64 of 0-9 and a-f).", nameof(sha256));

    private static byte[] Compress(ReadOnlySpan<byte> content)
    {
        // Quality 5 of 11: most of the gain at a tenth of the time.
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return BrotliEncoder.TryCompress(content, buffer, out var written, quality: 5, window: 22)
            ? buffer[..written]
            : throw new InvalidOperationException("Brotli needs more than its own upper bound.");
    }

    private static byte[]? Decompress(byte[] stored)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
            using var content = new MemoryStream();
            brotli.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception fault) when (fault is InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }
}
