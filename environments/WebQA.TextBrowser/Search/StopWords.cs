namespace WebQA.TextBrowser.Search;

/// <summary>English words that say nothing about what is sought; they are dropped from queries, never from the index.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(
        ("a about above after again against all am an and any are aren as at be because been before being below between both but by can cannot could "
        + "couldn d did didn do does doesn doing don down during each else ever few for from further get gets getting go goes got had hadn has hasn have haven having he her "
        + "here hers him his how however i if in into is isn it its itself just kind let like ll lot m make makes many may me might more most much must my "
        + "myself no nor not now of off ok on once one only or other ought our out over own re really s same say says see she should shouldn so some "
        + "something sort such t than that the their them then there these they thing things this those through to too under until up upon us ve very was wasn "
        + "way we well were weren what whatever when where whether which while who whom whose why will with without won would wouldn yes yet you your "
        + "actually always anyone anything someone people person tell told heard read keep know true").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a word in lower case is one of them.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
