namespace WebQA.TextBrowser.Search;

/// <summary>By what a local index orders pages.</summary>
public enum SearchRanking
{
    /// <summary>By words and by meaning, joined; by words alone until the vectors are there.</summary>
    Hybrid,

    /// <summary>By words alone (BM25); no vectors are made.</summary>
    Words,

    /// <summary>By meaning alone: the cosine of the query's vector and the best passage's.</summary>
    Vectors,
}
