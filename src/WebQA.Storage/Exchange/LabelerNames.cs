using System.Security.Cryptography;
using System.Text;

namespace WebQA.Storage.Exchange;

/// <summary>Names labelers in exported files by a keyed hash: the same person has the same name in every file of this installation, and nobody without the key can tell who it is.</summary>
/// <remarks>The key lies in <see cref="DataFolder.Keys"/>, readable by this user alone; with it gone, new files name everybody anew.</remarks>
public sealed class LabelerNames(DataFolder folder)
{
    private const int KeyBytes = 32, NameDigits = 16;

    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(folder));

    /// <summary>The name of a person in exported files: 16 hex digits.</summary>
    /// <exception cref="StorageException">The key cannot be read or made.</exception>
    public string Of(string personId) => Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(personId)))[..NameDigits];

    private static byte[] ReadOrMake(DataFolder folder)
    {
        folder.Prepare();
        var path = Path.Combine(folder.Keys, "labeler-names.key");
        try
        {
            return File.Exists(path) ? Checked(path) : Make(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The key {path} cannot be read or written: {fault.Message} Give this user the right to it, then try again.", fault);
        }
    }

    private static byte[] Checked(string path) => File.ReadAllBytes(path) is { Length: KeyBytes } key
        ? key
        : throw new StorageException($"The key {path} is damaged: it has not {KeyBytes} bytes. Restore it from a backup; or delete it, and labelers get new names in the files exported from then on.");

    /// <summary>Appears whole or not at all; where two processes make it at once, both take the first.</summary>
    private static byte[] Make(string path)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        try
        {
            using (var file = new FileStream(partial, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
                file.Flush(flushToDisk: true);
            }
            File.Move(partial, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(partial);
        }
        return Checked(path);
    }
}
