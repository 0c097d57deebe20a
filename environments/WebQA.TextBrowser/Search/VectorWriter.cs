using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Search;

/// <summary>Adds rows to a file of vectors. What a killed process wrote is kept: rows count as far as their keys are those of the index. One at a time, also across processes.</summary>
internal sealed class VectorWriter : IDisposable
{
    /// <summary>Rows after which the disk is made to keep them.</summary>
    private const int RowsPerFlush = 1_024;

    private readonly FileStream _lock;
    private readonly FileStream _file;
    private readonly WordIndex _words;
    private readonly byte[] _row;
    private VectorLayout _layout;

    private VectorWriter(FileStream lockFile, string path, VectorLayout layout, WordIndex words)
    {
        (_lock, _layout, _words, _row) = (lockFile, layout, words, new byte[layout.RowSize]);
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        Rows = CountRows();
        if (Rows == 0)
        {
            _file.SetLength(0);
            _file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<VectorLayout>(in _layout)));
        }
        _file.SetLength(VectorLayout.Size + (long)Rows * layout.RowSize);
        _file.Position = _file.Length;
    }

    /// <summary>Rows that are there: those of the first passages.</summary>
    public int Rows { get; private set; }

    /// <summary>Opens a file for writing; null while another process has it.</summary>
    public static VectorWriter? TryOpen(string path, VectorLayout layout, WordIndex words)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStream lockFile;
        try
        {
            lockFile = new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists($"{path}.lock"))
        {
            return null;
        }
        try
        {
            return new VectorWriter(lockFile, path, layout, words);
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
    }

    /// <summary>Adds the vector of the next passage.</summary>
    public void Add(ReadOnlySpan<sbyte> vector)
    {
        Span<float> numbers = stackalloc float[vector.Length];
        TensorPrimitives.ConvertTruncating(vector, numbers);
        var key = _words.KeyOf(Rows);
        MemoryMarshal.Write(_row, in key);
        var inverse = 1 / Math.Max(TensorPrimitives.Norm<float>(numbers), 1e-12f);
        MemoryMarshal.Write(_row.AsSpan(16), in inverse);
        MemoryMarshal.AsBytes(vector).CopyTo(_row.AsSpan(VectorLayout.RowHead));
        _file.Write(_row);
        if (++Rows % RowsPerFlush == 0)
        {
            _file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Hands what was added to the system, where it outlives this process.</summary>
    public void Flush() => _file.Flush();

    /// <summary>Marks the file as complete, once every passage has its row.</summary>
    public void Complete()
    {
        _file.Flush(flushToDisk: true);
        _layout.Complete = Rows;
        _file.Position = 0;
        _file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<VectorLayout>(in _layout)));
        _file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private int CountRows()
    {
        var head = new byte[VectorLayout.Size];
        if (_file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !MemoryMarshal.Read<VectorLayout>(head).IsLike(_layout))
        {
            return 0;
        }
        var rows = 0;
        while (rows < _words.PassageCount && _file.ReadAtLeast(_row, _row.Length, throwOnEndOfStream: false) == _row.Length
            && MemoryMarshal.Read<UInt128>(_row) == _words.KeyOf(rows))
        {
            rows++;
        }
        return rows;
    }
}
