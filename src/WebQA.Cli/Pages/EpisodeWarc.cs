using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.TextBrowser.Warc;

namespace WebQA.Cli.Pages;

/// <summary>What an episode saw as a web archive: its pages as they came, in the order in which it opened them; results and error pages as page documents.</summary>
/// <remarks>The same episode gives the same bytes. Pages are <c>resource</c> records: the archive keeps bodies, not the headers that they came with.</remarks>
internal sealed class EpisodeWarc(IPageArchive archive)
{
    /// <summary>Writes the archive.</summary>
    /// <param name="state">The episode.</param>
    /// <param name="startedAt">When it began.</param>
    /// <param name="fileName">The archive's name, as its first record says it.</param>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="isCompressed">Whether records are compressed.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Pages that were written as they came.</returns>
    public async Task<int> WriteAsync(EpisodeState state, DateTimeOffset startedAt, string fileName, Stream output, bool isCompressed, CancellationToken cancellationToken)
    {
        var writer = new WarcWriter(output, isCompressed);
        writer.Write(new WarcEntry("warcinfo", IdOf(state, "warcinfo"), startedAt, "application/warc-fields", Fields(
            ("software", "WebQA"), ("format", "WARC File Format 1.1"), ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
            ("description", $"What episode {state.Setup.Id} saw in the environment {state.Setup.Environment}"), ("question", state.Setup.Question.Text)))
        {
            FileName = fileName,
        });
        var written = new HashSet<(string Url, string Sha256)>();
        foreach (var page in state.Steps.Select(s => s.Page).OfType<TextPage>().DistinctBy(p => p.PageSha256))
        {
            if (await archive.ReadSnapshotAsync(page, cancellationToken) is { } snapshot)
            {
                if (written.Add((page.Url, page.Content.SnapshotSha256!)))
                {
                    WriteSnapshot(writer, state, page, snapshot);
                }
            }
            else
            {
                writer.Write(new WarcEntry("resource", IdOf(state, page.PageSha256), page.FetchedAt, "application/json", page.Content.ToJson())
                {
                    TargetUri = $"urn:sha256:{page.PageSha256}",
                });
            }
        }
        return written.Count;
    }

    private static void WriteSnapshot(WarcWriter writer, EpisodeState state, TextPage page, PageSnapshot snapshot)
    {
        var id = IdOf(state, $"{page.Url} {page.Content.SnapshotSha256}");
        var type = snapshot.IsRendered ? "text/html; charset=utf-8" : snapshot.ContentType;
        writer.Write(new WarcEntry("resource", id, page.FetchedAt, type, snapshot.Bytes) { TargetUri = page.Url });
        writer.Write(new WarcEntry("metadata", IdOf(state, $"{page.PageSha256} metadata"), page.FetchedAt, "application/warc-fields", Fields(
            ("title", page.Title), ("requestedUrl", page.Content.RequestedUrl), ("rendered", snapshot.IsRendered ? "yes" : "no"),
            ("pageSha256", page.PageSha256), ("textSha256", page.TextSha256)))
        {
            TargetUri = page.Url,
            RefersTo = id,
        });
    }

    private static Guid IdOf(EpisodeState state, string what) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{state.Setup.Id} {what}")).AsSpan(0, 16));

    private static byte[] Fields(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            text.Append(name).Append(": ").Append(string.Concat(value.Select(static c => char.IsControl(c) ? ' ' : c))).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
