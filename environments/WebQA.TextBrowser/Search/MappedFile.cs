using System.IO.MemoryMappedFiles;

namespace WebQA.TextBrowser.Search;

/// <summary>A file as memory: what is read of it is loaded by the system when it is touched, and can be dropped again. Read-only and thread-safe.</summary>
/// <remarks>
/// The memory is given back when nobody holds the object any more, never before, so that a search that still reads it is safe: whoever
/// hands out parts of it keeps it alive (<see cref="GC.KeepAlive"/>) until they have been read. The file must not shrink meanwhile.
/// </remarks>
internal sealed unsafe class MappedFile
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    /// <summary>Maps the first bytes of a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public MappedFile(string path, long length)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        // Not AcquirePointer: that would need a release, while the handle gives the memory back by itself.
        _start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + _view.PointerOffset;
        Length = length;
    }

    /// <summary>Bytes that are mapped.</summary>
    public long Length { get; }

    /// <summary>A part as numbers of a type, as this machine writes them.</summary>
    /// <exception cref="InvalidDataException">The part does not lie within the file, which is then damaged.</exception>
    public ReadOnlySpan<T> Read<T>(long offset, long count)
        where T : unmanaged
    {
        if (offset < 0 || count is < 0 or > int.MaxValue || offset > Length || count > (Length - offset) / sizeof(T))
        {
            throw new InvalidDataException("The file is damaged: a part of it lies outside.");
        }
        return new ReadOnlySpan<T>(_start + offset, (int)count);
    }
}
