using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Storage.Accounts;

/// <summary>Tokens that are shown once: 256 random bits, of which only the SHA-256 is kept. So much chance needs no salt and no slow hash.</summary>
internal static class SecretTokens
{
    private const int Bytes = 32, MaxLength = 200;

    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a token; of a text that can be none, what no token has.</summary>
    public static string Hash(string token) =>
        token.Length > MaxLength ? string.Empty : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Trim())));
}
