namespace WebQA.TextBrowser.Environments.Domains;

/// <summary>The domains of an environment that no policy may see. A site counts as blocked by its registrable domain, whatever its subdomain.</summary>
/// <remarks>
/// WebGPT appendix A: sites whose answers policies would copy are removed from results and links. An entry that is itself a public
/// suffix, such as <c>blogspot.com</c>, stands for every site below it.
/// </remarks>
internal sealed class BlockedDomains
{
    private readonly HashSet<string> _domains;

    /// <summary>Takes the entries of a definition: hosts in ASCII form.</summary>
    public BlockedDomains(IReadOnlyList<string> domains) =>
        _domains = [.. domains.Select(PublicSuffixList.Bundled.RegistrableDomain)];

    /// <summary>Whether a host is on a blocked domain.</summary>
    /// <param name="host">ASCII form, as <see cref="Uri.IdnHost"/> has it.</param>
    public bool Contains(string host)
    {
        if (_domains.Count == 0)
        {
            return false;
        }
        var domain = PublicSuffixList.Bundled.RegistrableDomain(host);
        return _domains.Contains(domain) || _domains.Contains(domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..]);
    }

    /// <summary>Whether a URL leads to one of them.</summary>
    public bool Contains(Uri url) => Contains(url.IdnHost);
}
