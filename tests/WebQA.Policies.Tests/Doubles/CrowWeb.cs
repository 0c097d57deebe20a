using WebQA.Core.Browsing;
using WebQA.Core.Tests.Doubles;

namespace WebQA.Policies.Tests.Doubles;

/// <summary>A web of a few pages about crows and bread.</summary>
internal static class CrowWeb
{
    public const string Question = "Why do crows bring gifts to people, and do they remember human faces?";

    public const string Gifts = "https://birds.example/gifts";
    public const string Faces = "https://birds.example/faces";
    public const string Bread = "https://kitchen.example/bread";

    public static FakeEnvironment Create(string query = Question)
    {
        var web = new FakeEnvironment();
        web.Pages[Gifts] = TestPages.Web(
            Gifts,
            "Gifts of crows",
            """
            # Why crows bring gifts

            Birds live in many towns and are watched by many people every day of the year, in parks and in gardens alike. Nobody knows how long this has been going on, since old books hardly speak of it, and the oldest stories are told without a date. This page collects what is known.

            Crows bring gifts to people who feed them because dropped things were followed by food before. A crow that once dropped a bead near its food learned that people answer with more food.

            No controlled study has counted how often crows leave gifts for people. It may be chance. See also 【0†how crows remember human faces】.

            * Crows bring keys, beads and screws as gifts to people.
            * Gifts of crows stop when people stop to feed them.

            gift | share of people
            beads | 12 percent of people who feed crows
            """,
            new PageLink(0, "how crows remember human faces", Faces, "birds.example"));
        web.Pages[Faces] = TestPages.Web(
            Faces,
            "Faces",
            """
            # Crows and human faces

            Long ago people said that birds are all alike and that they take people to be all alike, which is a strange thing to say of a bird that lives beside us. It was tested in a park, over many years, with masks.

            Crows remember human faces for years, as a study with masks in a park showed. Young crows learn human faces from their parents.
            """);
        web.Pages[Bread] = TestPages.Web(Bread, "Bread", "# Bread\n\nBread rises because yeast makes gas in the dough. Stale bread is not dry bread.");
        web.Results[query] = TestPages.Results(
            query,
            new SearchResult("Gifts of crows", Gifts, "Crows bring gifts."),
            new SearchResult("Bread", Bread, "Bread rises."));
        return web;
    }
}
