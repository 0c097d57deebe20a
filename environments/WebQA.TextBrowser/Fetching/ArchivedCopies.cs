using System.Globalization;
using System.Text.Json;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Fetching;

/// <summary>Finds a copy of a page that its site no longer shows. The copy's own address is where the page was found, so that a reference to it hides nothing.</summary>
/// <param name="web">Asks the archive.</param>
/// <param name="archive">Where that is.</param>
public sealed class ArchivedCopies(IPageFetcher web, WebArchive archive)
{
    /// <summary>Addresses that may be told to an archive: those of the public web.</summary>
    private static readonly UrlRules PublicWeb = new(new GuardOptions());

    /// <summary>Whether a fault is one that a copy helps against: HTTP 403, 404, 410.</summary>
    public static bool HelpAgainst(FetchOutcome.Failed fault) => fault.Kind is "not_found" or "forbidden";

    /// <summary>The copy, or the site's fault with what came of looking for one.</summary>
    /// <param name="url">The page.</param>
    /// <param name="fault">What its site said.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public async Task<FetchOutcome> FindAsync(Uri url, FetchOutcome.Failed fault, CancellationToken cancellationToken = default)
    {
        if (!IsPublic(url))
        {
            return fault;
        }
        var asked = await web.FetchAsync(new Uri($"{archive.Availability}?url={Uri.EscapeDataString(url.AbsoluteUri)}"), cancellationToken);
        if (asked is not FetchOutcome.Fetched { Snapshot: var answer } || !TryReadTime(answer.Bytes, out var time))
        {
            return fault with { Message = $"{fault.Message} The web archive could not be asked for a copy." };
        }
        if (time is null)
        {
            return fault with { Message = $"{fault.Message} The web archive has no copy of it." };
        }
        var copy = await web.FetchAsync(new Uri($"{archive.Copies}{time}id_/{url.AbsoluteUri}"), cancellationToken);
        return copy is FetchOutcome.Fetched { Snapshot: var page }
            ? new FetchOutcome.Fetched(page with { RequestedUrl = url, BaseUrl = url, Note = Note(time, page.Note) })
            : fault with { Message = $"{fault.Message} The web archive has a copy, but did not give it." };
    }

    private static bool IsPublic(Uri url)
    {
        try
        {
            PublicWeb.Check(url.OriginalString);
            return true;
        }
        catch (GuardRefusedException)
        {
            return false;
        }
    }

    /// <summary>Reads <c>{"archived_snapshots":{"closest":{"available":true,"timestamp":"20130919044612"}}}</c>; the time is null where there is no copy.</summary>
    private static bool TryReadTime(ReadOnlyMemory<byte> json, out string? time)
    {
        time = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("archived_snapshots", out var copies) || copies.ValueKind != JsonValueKind.Object)
            {
                return false;
            }
            if (copies.TryGetProperty("closest", out var closest) && closest.ValueKind == JsonValueKind.Object
                && closest.TryGetProperty("available", out var isAvailable) && isAvailable.ValueKind == JsonValueKind.True
                && closest.TryGetProperty("timestamp", out var said) && said.ValueKind == JsonValueKind.String && said.GetString() is { Length: 14 } digits && digits.All(char.IsAsciiDigit))
            {
                time = digits;
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Note(string time, string? other)
    {
        var when = DateTime.TryParseExact(time, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : time;
        var note = $"This is an archived copy of {when}; the site itself no longer shows this page.";
        return other is null ? note : $"{note} {other}";
    }
}
