using System.Security.Cryptography;
using System.Text;

namespace WebQA.Storage.Exchange;

/// <summary>Questions of files that give them no id.</summary>
internal static class ImportedQuestion
{
    /// <summary>12 hex digits of the text's hash: the same text is the same question, in every file.</summary>
    public static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
