using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>Certificates that no reader should accept.</summary>
internal static class FaultyCertificates
{
    /// <summary>Each with what is wrong with it; none is signed by anybody known.</summary>
    public static IEnumerable<(string Fault, Func<Stream, Task<Stream>> Secure)> All(string host)
    {
        var now = TimeProvider.System.GetUtcNow();
        yield return ("self-signed", With(host, HashAlgorithmName.SHA256, now.AddDays(-1), now.AddDays(30)));
        yield return ("expired", With(host, HashAlgorithmName.SHA256, now.AddDays(-60), now.AddDays(-30)));
        yield return ("wrong host", With("other.example", HashAlgorithmName.SHA256, now.AddDays(-1), now.AddDays(30)));
        yield return ("SHA-1", With(host, HashAlgorithmName.SHA1, now.AddDays(-1), now.AddDays(30)));
    }

    private static Func<Stream, Task<Stream>> With(string host, HashAlgorithmName hash, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var unkeyed = request.Create(request.SubjectName, new Signer(key, hash), from, to, [1]);
        var certificate = unkeyed.CopyWithPrivateKey(key);
        return async inner =>
        {
            var secure = new SslStream(inner);
            await secure.AuthenticateAsServerAsync(certificate);
            return secure;
        };
    }

    /// <summary>Signs with SHA-1 too, which .NET no longer does by itself.</summary>
    private sealed class Signer(RSA key, HashAlgorithmName hash) : X509SignatureGenerator
    {
        /// <summary>sha1WithRSAEncryption (RFC 8017, appendix A.2.4) in DER.</summary>
        private static readonly byte[] Sha1WithRsa = [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05, 0x05, 0x00];

        private readonly X509SignatureGenerator _usual = CreateForRSA(key, RSASignaturePadding.Pkcs1);

        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            hash == HashAlgorithmName.SHA1 ? Sha1WithRsa : _usual.GetSignatureAlgorithmIdentifier(hash);

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, hash, RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => _usual.PublicKey;
    }
}
