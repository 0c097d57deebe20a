using System.Runtime.CompilerServices;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Tests.Exchange;

public sealed class ConversionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-exchange-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_people_s_comparisons_convert_to_every_form_with_every_tie_accounted_for()
    {
        var source = Preferences();
        foreach (var format in ComparisonFormats.All)
        {
            var dropped = await ComparisonConversion.RunAsync(source, ComparisonFormats.Find("webqa")!, Target("all"), format, TiePolicy.Drop, TestContext.Current.CancellationToken);

            Assert.Equal(3_165, dropped.Comparisons);
            Assert.Equal(dropped.Comparisons, dropped.Decided + dropped.Ties);
            Assert.Equal(format.HoldsTies ? 3_165 : dropped.Decided, dropped.Written);
            Assert.Equal(dropped.Written, File.OpenRead(Target("all")) is var file ? await CountAsync(format, file) : 0);
        }
    }

    [Fact]
    public async Task The_mean_loss_of_expanded_ties_is_that_of_soft_labels()
    {
        var (question, a, b) = (new Question("q", "Why?"), new ComparedAnswer("A", []), new ComparedAnswer("B", []));
        Comparison[] comparisons = [new("1", question, a, b, Preference.ABetter), new("2", question, a, b, Preference.EquallyGood)];

        var expanded = await Ties.RemoveAsync(comparisons.ToAsyncEnumerable(), TiePolicy.Expand, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        // Reward difference 1: the loss of a win is ln(1 + e⁻¹), of a loss ln(1 + e), of a tie their mean (feedback-vectors.json).
        double LossOf(double y) => (y * 0.31326168751822286) + ((1 - y) * 1.3132616875182228);
        Assert.Equal((LossOf(1) + LossOf(0.5)) / 2, expanded.Average(c => LossOf(c.Preference == Preference.ABetter ? 1 : 0)), 1e-15);
    }

    [Fact]
    public async Task A_bad_line_leaves_the_target_as_it_was()
    {
        var source = Target("source");
        await File.WriteAllTextAsync(source, "{\"id\":\"1\",\"question\":\"Why?\",\"answer_a\":\"A\",\"answer_b\":\"B\",\"preferred\":\"a\"}\n{\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Target("kept"), "before", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ExchangeFormatException>(() => ComparisonConversion.RunAsync(
            source, ComparisonFormats.Find("webqa")!, Target("kept"), ComparisonFormats.Find("trl")!, TiePolicy.Drop, TestContext.Current.CancellationToken));

        Assert.Equal("before", await File.ReadAllTextAsync(Target("kept"), TestContext.Current.CancellationToken));
        Assert.Equal(["kept", "source"], _folder.GetFiles().Select(f => f.Name).Order());
    }

    private static async Task<int> CountAsync(IComparisonFormat format, FileStream file)
    {
        await using var _ = file;
        return await format.ReadAsync(file).CountAsync();
    }

    private string Target(string name) => Path.Combine(_folder.FullName, name);

    private static string Preferences([CallerFilePath] string here = "")
    {
        var shared = Environment.GetEnvironmentVariable("WEBQA_SHARED") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared"));
        var path = Path.Combine(shared, "data", "preferences", "pairs.jsonl");
        Assert.SkipUnless(File.Exists(path), $"There is no {path}; set WEBQA_SHARED to the folder of shared data.");
        return path;
    }
}
