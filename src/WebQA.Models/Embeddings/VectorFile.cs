using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace WebQA.Models.Embeddings;

/// <summary>Vectors on disk: records of one size, only ever appended. Safe for several threads and several processes.</summary>
/// <remarks>
/// A record is key, vector and checksum. Appending holds a lock file, which the system releases when a process is killed, and begins at
/// the last whole record; a torn record fails its checksum and is as if it were absent. Losing records costs time, never truth.
/// </remarks>
internal sealed class VectorFile(string path, int dimensions, long maxBytes, TimeProvider clock)
{
    private const int ChecksumBytes = 8;
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(5);

    private readonly int _recordBytes = TextKey.Bytes + dimensions * sizeof(float) + ChecksumBytes;
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, long> _offsets = [];
    private long _indexedTo;

    /// <summary>The vectors of keys, null where the file has none. Records that other processes appended since the last call are seen.</summary>
    public float[]?[] Read(IReadOnlyList<UInt128> keys)
    {
        var vectors = new float[]?[keys.Count];
        lock (_lock)
        {
            if (!File.Exists(path))
            {
                return vectors;
            }
            using var file = Open(FileMode.Open, FileAccess.Read);
            Index(file);
            var record = new byte[_recordBytes];
            for (var i = 0; i < keys.Count; i++)
            {
                if (_offsets.TryGetValue(keys[i], out var offset)
                    && RandomAccess.Read(file, record, offset) == record.Length && KeyOf(record) == keys[i] && IsWhole(record))
                {
                    vectors[i] = MemoryMarshal.Cast<byte, float>(record.AsSpan(TextKey.Bytes..^ChecksumBytes)).ToArray();
                }
            }
        }
        return vectors;
    }

    /// <summary>Appends vectors. A file that has outgrown its limit is begun anew.</summary>
    /// <exception cref="IOException">The disk is full, or another process held the lock too long.</exception>
    public async Task AppendAsync(IReadOnlyList<(UInt128 Key, float[] Vector)> vectors, CancellationToken cancellationToken)
    {
        var bytes = new byte[vectors.Count * _recordBytes];
        for (var i = 0; i < vectors.Count; i++)
        {
            WriteRecord(bytes.AsSpan(i * _recordBytes, _recordBytes), vectors[i].Key, vectors[i].Vector);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var held = await HoldAsync(cancellationToken);
        using var file = Open(FileMode.OpenOrCreate, FileAccess.ReadWrite);
        var length = RandomAccess.GetLength(file);
        var end = length + bytes.Length > maxBytes ? 0 : length - length % _recordBytes;
        if (end != length)
        {
            RandomAccess.SetLength(file, end);
        }
        await RandomAccess.WriteAsync(file, bytes, end, CancellationToken.None);
    }

    /// <summary>Another writer holds the lock for milliseconds; a longer wait means that something is wrong with it.</summary>
    private async Task<FileStream> HoldAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(started) < LockWait)
            {
                await Task.Delay(LockPause, clock, cancellationToken);
            }
        }
    }

    private SafeFileHandle Open(FileMode mode, FileAccess access) =>
        File.OpenHandle(path, mode, access, FileShare.ReadWrite | FileShare.Delete);

    private void Index(SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        if (length < _indexedTo)
        {
            _offsets.Clear();
            _indexedTo = 0;
        }
        Span<byte> key = stackalloc byte[TextKey.Bytes];
        for (; _indexedTo + _recordBytes <= length; _indexedTo += _recordBytes)
        {
            RandomAccess.Read(file, key, _indexedTo);
            _offsets[KeyOf(key)] = _indexedTo;
        }
    }

    private static void WriteRecord(Span<byte> record, UInt128 key, float[] vector)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(record, key);
        MemoryMarshal.AsBytes(vector.AsSpan()).CopyTo(record[TextKey.Bytes..]);
        Checksum(record).CopyTo(record[^ChecksumBytes..]);
    }

    private static UInt128 KeyOf(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadUInt128LittleEndian(record);

    private static bool IsWhole(ReadOnlySpan<byte> record) => Checksum(record).SequenceEqual(record[^ChecksumBytes..]);

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> record) => SHA256.HashData(record[..^ChecksumBytes]).AsSpan(0, ChecksumBytes);
}
