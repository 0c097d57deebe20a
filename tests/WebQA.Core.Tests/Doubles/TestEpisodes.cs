using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;

namespace WebQA.Core.Tests.Doubles;

/// <summary>Episodes over a small fake web: one query, one long page, one short page.</summary>
internal sealed class TestEpisodes
{
    public const string LongUrl = "https://long.example/page";
    public const string ShortUrl = "https://short.example/page";

    public TestEpisodes()
    {
        Environment.Results["crows"] = TestPages.Results(
            "crows",
            new SearchResult("A long page", LongUrl, "Long."),
            new SearchResult("A short page", ShortUrl, "Short."),
            new SearchResult("A dead link", "https://dead.example/", "Gone."));
        var paragraphs = Enumerable.Range(0, 300).Select(i => $"Paragraph {i} tells that crow number {i} brought a gift of {i} grams to the feeder.");
        Environment.Pages[LongUrl] = TestPages.Web(LongUrl, "A long page", string.Join("\n\n", paragraphs));
        Environment.Pages[ShortUrl] = TestPages.Web(
            ShortUrl,
            "A short page",
            "Crows remember faces. See 【0†the long page†long.example】 for more, or 【1†this one】 again.",
            new PageLink(0, "the long page", LongUrl, "long.example"),
            new PageLink(1, "this one", ShortUrl, "short.example"));
    }

    public FakeEnvironment Environment { get; } = new();

    public ListJournal Journal { get; } = new();

    public Episode Begin(EpisodeLimits? limits = null, Func<EpisodeSetup, EpisodeSetup>? change = null)
    {
        var setup = new EpisodeSetup
        {
            Id = "e1",
            Question = new Question("q1", "Do crows bring gifts?"),
            Environment = "fake",
            Policy = "script",
            Limits = limits ?? new EpisodeLimits(),
        };
        setup = change?.Invoke(setup) ?? setup;
        Journal.Events.Add(new EpisodeStarted(setup));
        return Episode.Begin(setup, Environment, Journal, TimeProvider.System);
    }

    public static async Task<EpisodeStep> DoAsync(Episode episode, params string[] commands)
    {
        EpisodeStep? last = null;
        foreach (var command in commands)
        {
            last = await episode.ApplyAsync(new PolicyDecision(command));
        }
        return last!;
    }
}
