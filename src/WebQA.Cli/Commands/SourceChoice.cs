using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.TextBrowser.Environments.Creation;
using WebQA.TextBrowser.Environments.Creation.Archives;
using WebQA.TextBrowser.Environments.Creation.Folders;
using WebQA.TextBrowser.Environments.Creation.Sites;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.Cli.Commands;

/// <summary>Where the pages of a new environment come from: a folder, a web archive, or a site, by what is named.</summary>
internal sealed class SourceChoice
{
    /// <summary>A site on the public web is asked no more often.</summary>
    private const double ShortestDelay = 0.5;

    private readonly Option<string> _from = new("--from")
    {
        Description = "A folder of HTML, PDF, Markdown and text files; a web archive (.warc, .warc.gz); or a site by its sitemap or first page.", HelpName = "folder|warc|url", Required = true,
    };

    private readonly Option<string?> _address = new("--base-url")
    {
        Description = "A folder's address on the web; without it what its pages say, or https://<name>.example/.", HelpName = "url",
    };

    private readonly Option<double> _delay = NumberOption.Decimal("--delay", "Seconds between two requests to a site; more where its robots.txt asks for more.", 1.0, 0.0, 60.0);

    private readonly Option<string[]> _private = new("--private-origin")
    {
        Description = "An origin that may be read although it is not on the public web, such as http://127.0.0.1:8080; may be given more than once.", HelpName = "origin",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_from, _address, _delay, _private])
        {
            command.Add(option);
        }
    }

    /// <summary>The source that was named.</summary>
    /// <exception cref="UsageException">There is none of that name, or an option does not go with it.</exception>
    public IPageSource Read(ParseResult parsed, string name, TimeProvider clock)
    {
        var from = parsed.GetRequiredValue(_from);
        var address = parsed.GetValue(_address) is { } text ? AddressOf(text) ?? throw new UsageException($"--base-url takes an address that begins with http:// or https://; '{text}' is not one.") : null;
        if (Directory.Exists(from))
        {
            return new FolderSource(from, name, address);
        }
        if (address is not null)
        {
            throw new UsageException("--base-url is for folders; the pages of web archives and sites have their addresses.");
        }
        if (File.Exists(from))
        {
            return WarcSource.IsArchive(from) ? new WarcSource(from) : throw new UsageException($"'{from}' is neither a folder nor a web archive (.warc, .warc.gz). Name one of these.");
        }
        return AddressOf(from) is { } site
            ? SiteOf(parsed, site, clock)
            : throw new UsageException($"There is no folder or web archive '{from}', and it is not a URL (https://...). Name one that holds pages.");
    }

    private SiteSource SiteOf(ParseResult parsed, Uri site, TimeProvider clock)
    {
        var origins = parsed.GetValue(_private) ?? [];
        var delay = parsed.GetValue(_delay);
        return delay >= ShortestDelay || origins.Length > 0
            ? new SiteSource(site, new GuardOptions { PrivateOrigins = origins }, TimeSpan.FromSeconds(delay), clock)
            : throw new UsageException($"--delay takes at least {ShortestDelay} for a site on the public web; {delay} would be rude.");
    }

    private static Uri? AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
