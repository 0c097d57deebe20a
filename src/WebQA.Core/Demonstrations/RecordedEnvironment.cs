using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.Core.Demonstrations;

/// <summary>The web as an episode found it: each search and each click brings the page that it brought then, in that order.</summary>
/// <param name="recorded">The episode.</param>
public sealed class RecordedEnvironment(EpisodeState recorded) : IEnvironment
{
    private readonly Queue<TextPage> _pages = new(recorded.Steps.Where(step => step.Event.Opened).Select(step => step.Page!));

    /// <inheritdoc/>
    public EnvironmentInfo Info { get; } = new(recorded.Setup.Environment, recorded.Setup.EnvironmentHash, recorded.Setup.Environment);

    /// <inheritdoc/>
    public Task<TextPage> SearchAsync(string query, CancellationToken cancellationToken = default) => Next($"the search for '{query}'");

    /// <inheritdoc/>
    public Task<TextPage> OpenAsync(string url, CancellationToken cancellationToken = default) => Next(url);

    /// <inheritdoc/>
    public Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default) =>
        Task.FromResult(recorded.Steps.Find(step => step.Page?.PageSha256 == pageSha256)?.Page ?? throw new PageNotStoredException(pageSha256));

    private Task<TextPage> Next(string wanted) => _pages.TryDequeue(out var page)
        ? Task.FromResult(page)
        : throw new InvalidDataException($"Episode {recorded.Setup.Id} opened no further page; {wanted} is not among its events.");
}
