using System.CommandLine;
using System.Text;
using System.Text.Json;
using WebQA.Cli.Hosting;
using WebQA.Core.Browsing;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa archive get</c>: a stored page by any of its hashes, byte for byte.</summary>
internal static class ArchiveCommand
{
    public static Command Create(CliSession session) => new("archive", "Read the page archive.") { Get(session) };

    private static Command Get(CliSession session)
    {
        var sha = new Argument<string>("sha256") { Description = "Hash of a page, of its plain text, or of its bytes as fetched." };
        var text = new Option<bool>("--text") { Description = "The plain text that quotes refer to, also where the page's own hash is given." };
        var command = new Command("get", "Write a stored page to stdout.") { sha, text };
        command.SetAction((parsed, cancellationToken) => RunAsync(session, parsed.GetRequiredValue(sha), parsed.GetValue(text), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string sha256, bool asText, CancellationToken cancellationToken)
    {
        var hash = sha256.Trim().ToLowerInvariant();
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit))
        {
            throw new UsageException($"'{sha256}' is not a SHA-256: 64 hexadecimal digits.");
        }
        if (await session.Get<IPageArchive>().ReadBlobAsync(hash, cancellationToken) is not { } bytes)
        {
            await session.Error.WriteLineAsync($"The archive holds nothing under {hash}. It was deleted, or WEBQA_DATA names another folder.");
            return ExitCode.Failed;
        }
        await session.WriteBytesAsync(asText && PlainTextOf(bytes, hash) is { } plain ? Encoding.UTF8.GetBytes(plain) : bytes, cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>The plain text of a page document; null where the bytes are something else.</summary>
    private static string? PlainTextOf(byte[] bytes, string sha256)
    {
        try
        {
            var page = new TextPage(PageContent.FromJson(bytes), DateTimeOffset.UnixEpoch);
            return page.PageSha256 == sha256 ? page.PlainText : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
