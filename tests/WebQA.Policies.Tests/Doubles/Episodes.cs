using System.Text;
using System.Text.Json.Nodes;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Core.Tests.Doubles;
using WebQA.Policies.Ranking;

namespace WebQA.Policies.Tests.Doubles;

internal static class Episodes
{
    /// <summary>The shipped weights with a threshold that suits the cosines of <see cref="WordEmbedder"/>.</summary>
    private static readonly RankingModel Model = LowThreshold();

    public static IPolicy Policy(long seed = 0, double temperature = 0, IEmbedder? embedder = null) =>
        new RankingPolicy(Model, embedder ?? new WordEmbedder(), seed, temperature);

    public static async Task<Episode> RunAsync(
        IEnvironment web, string question = CrowWeb.Question, long seed = 0, double temperature = 0, EpisodeLimits? limits = null, IReadOnlyList<Reference>? references = null, ListJournal? journal = null)
    {
        var policy = Policy(seed, temperature);
        var episode = Begin(web, question, limits, references, journal);
        using var control = new EpisodeControl();
        await foreach (var _ in EpisodeRunner.RunAsync(episode, policy, control, TimeProvider.System, TestContext.Current.CancellationToken))
        {
        }
        return episode;
    }

    public static Episode Begin(
        IEnvironment web, string question = CrowWeb.Question, EpisodeLimits? limits = null, IReadOnlyList<Reference>? references = null, ListJournal? journal = null) =>
        Episode.Begin(Setup(question, limits, references), web, journal ?? new ListJournal(), TimeProvider.System);

    public static EpisodeSetup Setup(string question, EpisodeLimits? limits = null, IReadOnlyList<Reference>? references = null) => new()
    {
        Id = "e", Question = QuestionText.Parse(question), Environment = "fake", Policy = "ranking", Limits = limits ?? new EpisodeLimits(), InitialReferences = references ?? [],
    };

    public static List<string> Commands(this Episode episode) => [.. episode.State.Steps.Select(s => s.Event.Command)];

    private static RankingModel LowThreshold()
    {
        using var stream = typeof(PolicyCatalog).Assembly.GetManifestResourceStream("ranking-v1.json")!;
        var json = JsonNode.Parse(stream)!;
        json["answer"]!["abstain_below"] = 2.0;
        return RankingModel.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "test");
    }
}
