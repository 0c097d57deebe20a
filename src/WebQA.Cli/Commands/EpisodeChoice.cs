using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Core.Episodes;

namespace WebQA.Cli.Commands;

/// <summary>Where, by which policy and within which limits episodes run: what <c>ask</c> and <c>run</c> have in common.</summary>
internal sealed record EpisodeChoice(string? Environment, string? Policy, long Seed, double Temperature, EpisodeLimits Limits, int Samples)
{
    /// <summary>What a host takes for one question.</summary>
    public EpisodeRequest ToRequest(string question) => new()
    {
        Question = question, Environment = Environment, Policy = Policy, Seed = Seed, Temperature = Temperature, Limits = Limits,
    };

    /// <summary>The options of a command that runs episodes.</summary>
    public sealed class Options
    {
        private static readonly EpisodeLimits Defaults = new();

        private readonly Option<string?> _environment = CatalogChoice.EnvironmentOption("The web to browse");
        private readonly Option<string?> _policy = new("--policy") { Description = "What chooses the commands and writes the answer.", HelpName = "name" };
        private readonly Option<long> _seed = NumberOption.Whole("--seed", "Seed of all randomness; the same seed gives the same answer.", 0L, 0L, long.MaxValue);
        private readonly Option<double> _temperature = NumberOption.Decimal("--temperature", "Sampling temperature; 0 is greedy.", 0.0, 0.0, 10.0);
        private readonly Option<int> _maxActions = NumberOption.Whole("--max-actions", "Actions before browsing is cut short.", Defaults.MaxActions, 1, 1_000);
        private readonly Option<int> _referenceWords = NumberOption.Whole("--reference-words", "Words of all quotes together.", Defaults.ReferenceWords, 10, 5_000);
        private readonly Option<int> _samples = NumberOption.Whole("--n", "Episodes a question.", 1, 1, 64);

        public void AddTo(Command command)
        {
            foreach (var option in (ReadOnlySpan<Option>)[_environment, _policy, _seed, _temperature, _maxActions, _referenceWords, _samples])
            {
                command.Add(option);
            }
        }

        public EpisodeChoice Read(ParseResult parsed)
        {
            var choice = new EpisodeChoice(
                parsed.GetValue(_environment),
                parsed.GetValue(_policy),
                parsed.GetValue(_seed),
                parsed.GetValue(_temperature),
                new EpisodeLimits { MaxActions = parsed.GetValue(_maxActions), ReferenceWords = parsed.GetValue(_referenceWords) },
                parsed.GetValue(_samples));
            return choice is { Samples: > 1, Temperature: 0 }
                ? throw new UsageException("At --temperature 0 all episodes of a question are the same. Give --n with a temperature, for example --temperature 0.8.")
                : choice;
        }
    }
}
