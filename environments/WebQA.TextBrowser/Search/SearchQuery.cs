namespace WebQA.TextBrowser.Search;

/// <summary>A query as engines get it.</summary>
public static class SearchQuery
{
    /// <summary>Longest query in UTF-16 units: more than anyone searches for, and too little to carry pages away.</summary>
    public const int MaxLength = 512;

    /// <summary>The query, its end cut off at a word where it is longer than <see cref="MaxLength"/>.</summary>
    public static string Cut(string query)
    {
        if (query.Length <= MaxLength)
        {
            return query;
        }
        var end = query.LastIndexOf(' ', MaxLength);
        end = end < MaxLength / 2 ? MaxLength : end;
        return query[..(char.IsHighSurrogate(query[end - 1]) ? end - 1 : end)].TrimEnd();
    }
}
