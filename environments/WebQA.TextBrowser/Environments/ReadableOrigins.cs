using System.Collections;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Environments;

/// <summary>The private origins that an environment's pages may be read from: those it lists, and wherever the operator has put an engine of it whose results are its own pages (a Kiwix library, a wiki). Looked up anew each time, as settings change.</summary>
internal sealed class ReadableOrigins(IReadOnlyList<string> listed, IEnumerable<EngineEntry> engines, IEngineSettings settings) : IReadOnlyList<string>
{
    private readonly string[] _engines = [.. engines.Where(static e => !e.IsLocal && EngineProtocols.Get(e.Engine).Capabilities.HoldsPages && e.Endpoint is null).Select(static e => e.Engine)];

    public int Count => All().Count();

    public string this[int index] => All().ElementAt(index);

    public IEnumerator<string> GetEnumerator() => All().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<string> All() => listed.Concat(_engines.Select(Endpoint).OfType<Uri>().Select(static e => $"{e.Scheme}://{e.Host}:{e.Port}"));

    private Uri? Endpoint(string engine)
    {
        try
        {
            return settings.Find(engine).Endpoint;
        }
        catch (EngineFaultException)
        {
            return null; // The search itself says what is wrong with the setting.
        }
    }
}
