using System.Collections.Concurrent;
using WebQA.Core.Browsing;

namespace WebQA.Core.Tests.Doubles;

/// <summary>An environment of a few pages held in memory, with results pages made by hand.</summary>
internal sealed class FakeEnvironment : IEnvironment
{
    private readonly ConcurrentDictionary<string, TextPage> _byKey = [];

    public Dictionary<string, TextPage> Results { get; } = [];

    public Dictionary<string, TextPage> Pages { get; } = [];

    public EnvironmentInfo Info { get; } = new("fake", new string('0', 64), "A fake web");

    public Task<TextPage> SearchAsync(string query, CancellationToken cancellationToken = default) =>
        Task.FromResult(Keep(Results.TryGetValue(query, out var page) ? page : TestPages.Results(query)));

    public Task<TextPage> OpenAsync(string url, CancellationToken cancellationToken = default) =>
        Task.FromResult(Keep(Pages.TryGetValue(url, out var page) ? page : TestPages.Error(url, $"There is no page at {url}.")));

    public Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default) =>
        _byKey.TryGetValue(pageSha256, out var page) ? Task.FromResult(page) : throw new PageNotStoredException(pageSha256);

    private TextPage Keep(TextPage page) => _byKey[page.PageSha256] = page;
}
