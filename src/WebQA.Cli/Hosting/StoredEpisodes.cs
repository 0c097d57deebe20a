using System.Text;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Runs;

namespace WebQA.Cli.Hosting;

/// <summary>Stored episodes by the id that somebody typed.</summary>
internal sealed class StoredEpisodes(IEpisodeStore store, IPageArchive archive, EpisodeReader reader)
{
    /// <summary>The episode's summary.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public async Task<EpisodeSummary> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) ?? throw NotStored(id);

    /// <summary>The state that the episode's events and pages add up to.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public async Task<EpisodeState> ReadAsync(string id, CancellationToken cancellationToken) =>
        await reader.ReadAsync(id, cancellationToken) ?? throw NotStored(id);

    /// <summary>The ids of the references whose extract is not what the archived text holds at its place; none where all citations verify.</summary>
    public async Task<IReadOnlyList<int>> UnverifiedReferencesAsync(EpisodeState state, CancellationToken cancellationToken)
    {
        var unverified = new List<int>();
        foreach (var reference in state.References)
        {
            var bytes = await archive.ReadBlobAsync(reference.TextSha256, cancellationToken);
            if (bytes is null || !Holds(Encoding.UTF8.GetString(bytes), reference.Start, reference.Length, reference.Extract))
            {
                unverified.Add(reference.Id);
            }
        }
        return unverified;
    }

    private static bool Holds(string text, int start, int length, string extract) =>
        start >= 0 && length >= 0 && start + length <= text.Length && text.AsSpan(start, length).SequenceEqual(extract);

    private static UsageException NotStored(string id) =>
        new($"There is no episode '{id}' in this data folder. 'webqa episode list' names those there are.");
}
