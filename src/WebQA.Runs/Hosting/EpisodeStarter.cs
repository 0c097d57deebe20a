using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;

namespace WebQA.Runs.Hosting;

/// <summary>Turns what was asked into what an episode begins with, or says why it cannot begin.</summary>
internal sealed class EpisodeStarter(EpisodeReader reader, IEnvironmentCatalog environments, IPolicyCatalog policies)
{
    /// <exception cref="InvalidQuestionException">The question or a limit is not acceptable.</exception>
    /// <exception cref="UnknownNameException">There is no such environment or policy.</exception>
    /// <exception cref="HostRefusedException">The episode to follow up cannot be followed up.</exception>
    public Task<EpisodeSetup> PrepareAsync(EpisodeRequest request, CancellationToken cancellationToken) => PrepareAsync(request, null, cancellationToken);

    /// <summary>The same for an episode that somebody else than a policy of this process leads; null for the policy that is asked for.</summary>
    public async Task<EpisodeSetup> PrepareAsync(EpisodeRequest request, PolicyInfo? leader, CancellationToken cancellationToken)
    {
        var question = QuestionText.Parse(request.Question);
        Check(request.Limits, request.Temperature);
        var environment = Environment(request.Environment);
        var policy = leader ?? Policy(request.Policy);
        return new EpisodeSetup
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            Question = question,
            Environment = environment.Name,
            EnvironmentHash = environment.Hash,
            Policy = policy.Name,
            PolicyHash = policy.Hash,
            Seed = request.Seed,
            Temperature = request.Temperature,
            Limits = request.Limits,
            InitialReferences = request.FollowUpOf is { } earlier ? await ReferencesOfAsync(earlier, cancellationToken) : [],
            FollowUpOf = request.FollowUpOf,
            OwnerId = request.OwnerId,
        };
    }

    /// <summary>Checks limits and temperature against their ranges.</summary>
    public static void Check(EpisodeLimits limits, double temperature)
    {
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(limits, new ValidationContext(limits), faults, validateAllProperties: true))
        {
            throw new InvalidQuestionException($"The limits of the episode are out of range. {string.Join(' ', faults.Select(f => f.ErrorMessage))}");
        }
        if (!(temperature is >= 0 and <= 10))
        {
            throw new InvalidQuestionException($"The temperature must be from 0 (greedy) to 10; it is {temperature}.");
        }
    }

    /// <summary>The environment of a name, or the default one.</summary>
    public EnvironmentInfo Environment(string? name) =>
        environments.Get(name ?? Default(environments.Environments.Select(e => e.Name), "environment")).Info;

    /// <summary>The policy of a name, or the default one.</summary>
    public PolicyInfo Policy(string? name)
    {
        var names = policies.Policies.Select(p => p.Name);
        var wanted = name ?? Default(names, "policy");
        return policies.Policies.FirstOrDefault(p => p.Name == wanted) ?? throw new UnknownNameException("policy", wanted, names);
    }

    private static string Default(IEnumerable<string> names, string kind) =>
        names.FirstOrDefault() ?? throw new HostRefusedException($"No {kind} is installed, so nothing can be asked. Run 'webqa doctor' to see what is missing.");

    private async Task<IReadOnlyList<Reference>> ReferencesOfAsync(string episodeId, CancellationToken cancellationToken) =>
        await reader.ReadAsync(episodeId, cancellationToken) switch
        {
            null => throw new InvalidQuestionException($"There is no episode {episodeId} to follow up. Ask without it."),
            { Ended: null } => throw new InvalidQuestionException($"Episode {episodeId} has not ended yet. Wait for its answer, then follow it up."),
            var state => state.References,
        };
}
