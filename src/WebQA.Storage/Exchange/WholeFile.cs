using System.Security.Cryptography;
using System.Text;

namespace WebQA.Storage.Exchange;

/// <summary>Files that appear whole or not at all, and their hashes.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file; an existing one is replaced once the new one is complete and on the disk.</summary>
    /// <returns>Its SHA-256 in hex.</returns>
    public static async Task<string> WriteAsync(string target, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var output = File.Create(partial))
            {
                await write(output);
                output.Flush(flushToDisk: true);
            }
            var sha256 = await HashAsync(partial, cancellationToken);
            File.Move(partial, target, overwrite: true);
            return sha256;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>SHA-256 of a file, in hex.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>SHA-256 of some texts, in whatever order they come.</summary>
    public static string HashOf(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts.Order(StringComparer.Ordinal)))));
}
