using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace WebQA.Storage.Engines;

/// <summary>Encrypts secrets with the keys of <see cref="DataFolder.Keys"/> (ASP.NET Core Data Protection), so that a copy of the database alone holds none. Thread-safe.</summary>
internal sealed class SecretBox(IDataProtectionProvider protection, DataFolder folder)
{
    /// <summary>Encrypts a secret for one purpose; it opens for no other.</summary>
    /// <exception cref="StorageException">The folder of keys cannot be used.</exception>
    public byte[] Close(string purpose, string secret)
    {
        try
        {
            return protection.CreateProtector(purpose).Protect(Encoding.UTF8.GetBytes(secret));
        }
        catch (Exception fault) when (IsOfTheKeys(fault))
        {
            throw new StorageException(
                $"The keys in {folder.Keys} cannot be read or written, so nothing secret can be kept: {fault.Message} Give this user the right to that folder, then try again.", fault);
        }
    }

    /// <summary>The secret; null where its key is gone or the bytes were changed.</summary>
    public string? Open(string purpose, byte[] box)
    {
        try
        {
            return Encoding.UTF8.GetString(protection.CreateProtector(purpose).Unprotect(box));
        }
        catch (Exception fault) when (IsOfTheKeys(fault))
        {
            return null;
        }
    }

    private static bool IsOfTheKeys(Exception fault) => fault is CryptographicException or IOException or UnauthorizedAccessException;
}
