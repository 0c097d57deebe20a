using WebQA.Core.Answers;

namespace WebQA.Core.Episodes;

/// <summary>Chooses commands and writes answers. One instance serves one episode; a person at the UI is a policy too.</summary>
/// <remarks>
/// Whatever a policy remembers must be a pure function of <see cref="Observation.History"/>, and its randomness a function of the seed and
/// the step, so that an episode resumed in another process goes on as it would have. Page text in an observation is untrusted.
/// </remarks>
public interface IPolicy
{
    /// <summary>What this policy is, as stored with each episode.</summary>
    PolicyInfo Info { get; }

    /// <summary>Answers an observation with the text of a command.</summary>
    Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default);

    /// <summary>Answers the question from the references, or abstains.</summary>
    Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default);
}

/// <summary>The identity of a policy.</summary>
/// <param name="Name">For example <c>ranking</c>.</param>
/// <param name="Hash">SHA-256 over its weights and settings, lower-case hex.</param>
public sealed record PolicyInfo(string Name, string Hash);

/// <summary>A policy's reply to an observation.</summary>
/// <param name="Text">The command, as text; its first non-empty line is read.</param>
/// <param name="LogProbability">Natural-log probability of the command, where known.</param>
/// <param name="Usage">Tokens used, for language models.</param>
public sealed record PolicyDecision(string Text, double? LogProbability = null, TokenUsage? Usage = null);

/// <summary>Tokens of one call to a language model.</summary>
public sealed record TokenUsage(int InputTokens, int OutputTokens);

/// <summary>The policies that can be asked for by name.</summary>
public interface IPolicyCatalog
{
    /// <summary>The policies, the default first.</summary>
    IReadOnlyList<PolicyInfo> Policies { get; }

    /// <summary>A policy for one episode.</summary>
    /// <param name="name">One of <see cref="Policies"/>.</param>
    /// <param name="seed">Seed of its randomness.</param>
    /// <param name="temperature">0 is greedy.</param>
    /// <exception cref="UnknownNameException">There is no such policy; the message lists those there are.</exception>
    IPolicy Create(string name, long seed, double temperature);
}

/// <summary>The environments that can be asked for by name.</summary>
public interface IEnvironmentCatalog
{
    /// <summary>The environments, the default first.</summary>
    IReadOnlyList<Browsing.EnvironmentInfo> Environments { get; }

    /// <summary>An environment, shared by all its episodes.</summary>
    /// <exception cref="UnknownNameException">There is no such environment; the message lists those there are.</exception>
    Browsing.IEnvironment Get(string name);
}

/// <summary>A name that is not in a catalogue; the message lists the names that are.</summary>
public sealed class UnknownNameException(string kind, string name, IEnumerable<string> known)
    : Exception($"There is no {kind} '{name}'. There is: {string.Join(", ", known)}.");
