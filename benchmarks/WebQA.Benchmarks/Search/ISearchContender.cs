namespace WebQA.Benchmarks.Search;

/// <summary>An index that is timed.</summary>
internal interface ISearchContender : IDisposable
{
    /// <summary>Its name in the figures.</summary>
    string Name { get; }

    /// <summary>Builds the index in an empty folder and opens it.</summary>
    void Build(IReadOnlyList<BenchmarkPassage> passages, string folder);

    /// <summary>The best of those that hold any of the words.</summary>
    /// <returns>How many were found, at most <paramref name="count"/>.</returns>
    int Search(IReadOnlyList<string> words, int count);
}

/// <summary>A passage of about 100 words.</summary>
/// <param name="Title">Its page's title.</param>
/// <param name="Text">Its text.</param>
internal sealed record BenchmarkPassage(string Title, string Text);
