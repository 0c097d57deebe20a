using WebQA.Benchmarks.Search;

namespace WebQA.Benchmarks.Tests.Search;

public sealed class ContenderTests : IDisposable
{
    private static readonly BenchmarkPassage[] Passages =
        [new("Crows", "A crow gives a gift."), new("Tides", "The moon pulls the sea."), new("Gifts", "People wrap them.")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-contenders-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Ours counts pages, and these three passages make one.</summary>
    [Theory]
    [InlineData("webqa", 1)]
    [InlineData("fts5", 2)]
    [InlineData("lucene_net", 2)]
    public void Each_engine_finds_what_holds_any_form_of_any_word(string name, int found)
    {
        using ISearchContender engine = name switch { "webqa" => new OwnIndex(), "fts5" => new Fts5Index(), _ => new LuceneIndex() };
        engine.Build(Passages, _folder.FullName);

        Assert.Equal((name, found, 0), (engine.Name, engine.Search(["crows", "gifts"], 10), engine.Search(["walrus"], 10)));
    }

    [Fact]
    public void Passages_and_queries_come_from_pages_JSON_and_tables_and_more_are_mixed_from_them()
    {
        var text = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"Sentence number {i} says something about crows."));
        File.WriteAllText(Path.Combine(_folder.FullName, "a.html"), $"<title>Crows</title><main><h1>Crows</h1><p>{text}</p></main>");
        File.WriteAllText(Path.Combine(_folder.FullName, "b.jsonl"), $"{{\"title\": \"Tides\", \"text\": \"{text.Replace("crows", "tides", StringComparison.Ordinal)}\", \"question\": \"Why do crows leave gifts?\"}}\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "c.csv"), "id,claim,x\n1,Moons pull seas.,y\n");

        var set = PassageSet.Of(_folder.FullName, seed: 1);
        var more = set.Take(set.Real.Count + 5, seed: 1);

        Assert.Equal(["Crows", "Tides"], set.Real.Select(p => p.Title).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["crows leave gifts", "moons pull seas"], set.Queries.Select(q => string.Join(' ', q)).Order(StringComparer.Ordinal));
        Assert.Equal(set.Real.Count + 5, more.Count);
        Assert.Equal(more, set.Take(set.Real.Count + 5, seed: 1));
    }
}
