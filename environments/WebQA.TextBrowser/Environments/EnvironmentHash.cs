using System.Security.Cryptography;
using System.Text;
using WebQA.TextBrowser.Fetching;

namespace WebQA.TextBrowser.Environments;

/// <summary>The identity of an environment's content.</summary>
internal static class EnvironmentHash
{
    /// <summary>SHA-256 over the definition and every page with its place, in ordinal order of the places; lower-case hex. Of a listed page its address, type and hash stand for its bytes, which are checked when it is opened.</summary>
    public static string Of(string definitionFile, FolderPages pages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, EnvironmentDefinitionReader.FileName, definitionFile);
        foreach (var page in pages.All.Where(p => p.Listed is null).OrderBy(p => p.Place, StringComparer.Ordinal))
        {
            Append(hash, page.Place, page.File);
        }
        foreach (var page in pages.All.Where(p => p.Listed is not null))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{page.Url.AbsoluteUri}\n{page.ContentType}\n{page.Listed!.Sha256}\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string place, string file)
    {
        var bytes = File.ReadAllBytes(file);
        hash.AppendData(Encoding.UTF8.GetBytes($"{place}\n{bytes.Length}\n"));
        hash.AppendData(bytes);
    }
}
