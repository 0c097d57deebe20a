namespace WebQA.TextBrowser.Environments;

/// <summary>The domains of an environment that no policy may see, subdomains included.</summary>
/// <remarks>WebGPT appendix A: sites whose answers policies would copy are removed from results and links.</remarks>
internal sealed class BlockedDomains(IReadOnlyList<string> domains)
{
    /// <summary>Whether a host is one of them or stands below one.</summary>
    public bool Contains(string host)
    {
        foreach (var domain in domains)
        {
            if (host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
                && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.'))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a URL leads to one of them; false for what is not a URL.</summary>
    public bool Contains(Uri url) => Contains(url.IdnHost);
}
