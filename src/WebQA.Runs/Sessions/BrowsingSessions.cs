using System.Security.Cryptography;
using WebQA.Core.Episodes;
using WebQA.Runs.Hosting;

namespace WebQA.Runs.Sessions;

/// <summary>Opens episodes that are led from outside, command by command, instead of by a policy of this process.</summary>
public sealed class BrowsingSessions
{
    private readonly EpisodeStarter _starter;
    private readonly LeaseKeeper _leases;
    private readonly IEpisodeStore _store;
    private readonly IEnvironmentCatalog _environments;
    private readonly TimeProvider _clock;
    private readonly string _owner = $"{Environment.ProcessId}@{Environment.MachineName}/{Guid.NewGuid():N}";

    internal BrowsingSessions(EpisodeStarter starter, LeaseKeeper leases, IEpisodeStore store, IEnvironmentCatalog environments, TimeProvider clock) =>
        (_starter, _leases, _store, _environments, _clock) = (starter, leases, store, environments, clock);

    /// <summary>Stores the start of an episode and returns it at its first observation.</summary>
    /// <param name="request">What is asked, where, within which limits; its policy is not looked at.</param>
    /// <param name="leader">Who leads it, as stored in place of a policy's name.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="Core.Questions.InvalidQuestionException">The question or a limit is not acceptable.</exception>
    /// <exception cref="UnknownNameException">There is no such environment.</exception>
    public async Task<BrowsingSession> OpenAsync(EpisodeRequest request, string leader, CancellationToken cancellationToken = default)
    {
        var prepared = await _starter.PrepareAsync(request, new PolicyInfo(leader, Convert.ToHexStringLower(SHA256.HashData("led from outside"u8))), cancellationToken);
        var setup = prepared with { FeedbackOnInvalid = true };
        var environment = _environments.Get(setup.Environment).For(setup.Question);
        var lease = await _store.CreateAsync(setup, _owner, HostedBy.Command, cancellationToken);
        var episode = Episode.Begin(setup, environment, new StoreJournal(_store, lease, next: 1), _clock);
        return new BrowsingSession(episode, _leases.Hold(lease), _leases, _store);
    }
}
