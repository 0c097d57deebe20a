using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.TextBrowser.Tests.Fetching.Live;

/// <summary>Gives commands from a list, then answers with the first quote.</summary>
internal sealed class ScriptedReader(params string[] commands) : IPolicy, IEpisodeJournal
{
    private readonly Queue<string> _commands = new(commands);

    public List<EpisodeEvent> Events { get; } = [];

    public PolicyInfo Info { get; } = new("script", "0");

    public Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default) =>
        Task.FromResult(new PolicyDecision(_commands.TryDequeue(out var command) ? command : "End: Answer"));

    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new AnswerDraft($"{request.References[0].Extract} [1]"));

    public Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
    {
        Events.Add(episodeEvent);
        return Task.CompletedTask;
    }
}
