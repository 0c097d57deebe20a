using System.Formats.Tar;
using System.IO.Compression;

namespace WebQA.Storage.Backups;

/// <summary>Where a backup is written to: a folder, or a tar file, compressed where its name ends with <c>.gz</c> or <c>.tgz</c>. Only this user may read it.</summary>
internal abstract class BackupSink : IAsyncDisposable
{
    /// <summary>Whether a place is a file by its name.</summary>
    public static bool IsFile(string path) => path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) || IsCompressed(path);

    /// <summary>A sink at a place where nothing is.</summary>
    /// <param name="path">Where the bytes go.</param>
    /// <param name="named">The name that says what kind it is.</param>
    public static BackupSink Create(string path, string named) => IsFile(named) ? new TarSink(path, IsCompressed(named)) : new FolderSink(path);

    /// <summary>Adds a file.</summary>
    public abstract Task AddAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>All is on the disk.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>A new file that this user alone may read.</summary>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, options);
    }

    private static bool IsCompressed(string path) => path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    private sealed class FolderSink : BackupSink
    {
        private readonly string _root;

        public FolderSink(string root)
        {
            _root = root;
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(root);
            }
            else
            {
                Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        public override async Task AddAsync(string name, Stream content, CancellationToken cancellationToken)
        {
            var path = Path.Combine(_root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = CreateFile(path);
            await content.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class TarSink : BackupSink
    {
        private readonly FileStream _file;
        private readonly Stream _bytes;
        private readonly TarWriter _tar;

        public TarSink(string path, bool isCompressed)
        {
            _file = CreateFile(path);
            _bytes = isCompressed ? new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true) : _file;
            _tar = new TarWriter(_bytes, TarEntryFormat.Pax, leaveOpen: true);
        }

        public override Task AddAsync(string name, Stream content, CancellationToken cancellationToken) =>
            _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, cancellationToken);

        public override async ValueTask DisposeAsync()
        {
            await _tar.DisposeAsync();
            if (_bytes != _file)
            {
                await _bytes.DisposeAsync();
            }
            _file.Flush(flushToDisk: true);
            await _file.DisposeAsync();
        }
    }
}
