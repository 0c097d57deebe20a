using System.Runtime.CompilerServices;
using WebQA.TextBrowser.Warc;

namespace WebQA.TextBrowser.Environments.Creation.Archives;

/// <summary>The pages of a web archive (WARC, plain or gzip): its responses and resources, at the addresses where they were captured.</summary>
/// <param name="file">Path of the archive.</param>
public sealed class WarcSource(string file) : IPageSource
{
    /// <summary>Room for the HTTP header of a response.</summary>
    private const int MaxBlock = PageIntake.MaxBytes + 512 * 1024;

    private readonly string _file = Path.GetFullPath(file);

    /// <inheritdoc/>
    public string Identity => $"{_file} ({new FileInfo(_file).Length} bytes)";

    /// <inheritdoc/>
    public int? Total => null;

    /// <summary>Whether a file's name is one of an archive.</summary>
    public static bool IsArchive(string file) => file.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync(Predicate<string> isDone, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var archive = Open();
        foreach (var record in archive.Records().Where(r => !isDone(r.Place)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Judge(record) is { } item)
            {
                await Task.Yield();
                yield return item;
            }
        }
    }

    private WarcFile Open()
    {
        try
        {
            return WarcFile.Open(_file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PageSourceException($"The archive '{_file}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>A page, a reason why it is none, or null for a record that tells of others: requests, metadata, information.</summary>
    private static SourceItem? Judge(WarcRecord record)
    {
        if (record.Head is not { } head)
        {
            return Damaged(record, record.Fault!);
        }
        if (head.Type is "revisit")
        {
            return new SourceItem.Skipped(record.Place, SkipReason.Revisit);
        }
        if (head.Type is not ("response" or "resource"))
        {
            return null;
        }
        if (!Uri.TryCreate(head.TargetUri, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return new SourceItem.Skipped(record.Place, SkipReason.BadAddress);
        }
        try
        {
            return record.ReadBlock(MaxBlock) is { } block
                ? head.Type == "resource"
                    ? new SourceItem.Page(record.Place, url, head.ContentType, block) { At = head.Date }
                    : OfResponse(record.Place, url, head.Date, ArchivedResponse.Read(block, PageIntake.MaxBytes))
                : new SourceItem.Skipped(record.Place, SkipReason.TooLarge);
        }
        catch (InvalidDataException e)
        {
            return Damaged(record, e.Message);
        }
    }

    private static SourceItem OfResponse(string place, Uri url, DateTimeOffset? date, ArchivedResponse response) => response.Status switch
    {
        200 or 203 when url.AbsolutePath == "/robots.txt" => new SourceItem.Skipped(place, SkipReason.OtherType),
        200 or 203 when response.Body is { } body => new SourceItem.Page(place, url, response.ContentType, body) { At = date },
        200 or 203 => new SourceItem.Skipped(place, SkipReason.TooLarge),
        >= 300 and < 400 => new SourceItem.Skipped(place, SkipReason.Redirect),
        _ => new SourceItem.Skipped(place, SkipReason.HttpError),
    };

    private static SourceItem.Skipped Damaged(WarcRecord record, string fault) =>
        new(record.Place, SkipReason.Damaged) { Detail = $"The record at byte {record.Place} is damaged: {fault}." };
}
