using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Core.Tests.Doubles;

namespace WebQA.Core.Tests.Episodes;

public class PaperObservationTests
{
    private const string Query = "how to train crows to bring you gifts";
    private const string CrowsUrl = "https://www.birdsoutsidemywindow.org/gifts";

    [Fact] // WebGPT figure 1b
    public async Task The_papers_observation_is_reproduced_byte_for_byte_at_73_columns() =>
        Snapshot.Match((await AfterFourActionsAsync(73)).Text, "crows-73.txt");

    [Fact]
    public async Task The_default_of_80_columns_has_its_own_golden_file() =>
        Snapshot.Match((await AfterFourActionsAsync(80)).Text, "crows-80.txt");

    [Fact]
    public void Before_the_first_search_there_is_no_page() =>
        Snapshot.Match(Begin(80).Observation.Text, "before-first-search.txt");

    private static async Task<Observation> AfterFourActionsAsync(int columns)
    {
        var episode = Begin(columns);
        await episode.ApplyAsync(new PolicyDecision($"Search {Query}"));
        await episode.ApplyAsync(new PolicyDecision("Clicked on link 1"));
        await episode.ApplyAsync(new PolicyDecision("Quote: Many animals give gifts━gifts to humans."));
        await episode.ApplyAsync(new PolicyDecision("Back"));
        return episode.Observation;
    }

    private static Episode Begin(int columns)
    {
        var environment = new FakeEnvironment();
        environment.Results[Query] = TestPages.Results(
            Query,
            new SearchResult(
                "How to Make Friends With Crows - PetHelpful",
                "https://pethelpful.com/crows",
                "If you did this a few times, your crows would learn your new place, but as I said, I’m not sure if they will follow or visit you there since it’s probably not in their territory. The other option is simply to make new crow friends with the crows that live in your new neighborhood."),
            new SearchResult(
                "Gifts From Crows | Outside My Window",
                CrowsUrl,
                "The partial piece of apple may have been left behind when the crow was startled rather than as a gift. If the crows bring bright objects you’ll know for sure that it’s a gift because it’s not something they eat. Brandi Williams says: May 28, 2020 at 7:19 am."));
        environment.Pages[CrowsUrl] = TestPages.Web(
            CrowsUrl,
            "Gifts From Crows | Outside My Window",
            "Many animals give gifts to members of their own species but crows and other corvids are the only ones known to give gifts to humans.");
        var setup = new EpisodeSetup
        {
            Id = "paper",
            Question = new Question("crows", "How can I train the crows in my neighborhood to bring me gifts?"),
            Environment = "fake",
            Policy = "script",
            Limits = new EpisodeLimits { WrapColumns = columns },
        };
        return Episode.Begin(setup, environment, new ListJournal(), TimeProvider.System);
    }
}
