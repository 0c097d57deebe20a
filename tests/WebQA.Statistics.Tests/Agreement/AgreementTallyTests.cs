using System.Text.Json;
using WebQA.Statistics.Agreement;

namespace WebQA.Statistics.Tests.Agreement;

/// <summary>Sums give what the coefficients give that read the whole table.</summary>
public sealed class AgreementTallyTests
{
    [Fact]
    public void On_the_comparisons_of_the_vectors_the_sums_give_the_same_figures()
    {
        using var vectors = Vectors.Read();
        var agreement = vectors.RootElement.GetProperty("agreement");
        int?[][] byRater = [.. agreement.GetProperty("cmp data").EnumerateArray().Select(static row => row.EnumerateArray().Select(static v => v.ValueKind == JsonValueKind.Null ? (int?)null : v.GetInt32()).ToArray())];

        var tally = new AgreementTally(2);
        for (var item = 0; item < byRater[0].Length; item++)
        {
            tally.Add([.. byRater.Select(row => row[item]).OfType<int>()], countsForFleiss: false);
        }

        Assert.Equal(agreement.GetProperty("kripp cmp ordinal").GetDouble(), tally.Alpha, 1e-12);
        Assert.Equal(agreement.GetProperty("webgpt agreement (neutral=.5) mean over pairs").GetDouble(), tally.NeutralHalf, 1e-12);
        Assert.Equal(agreement.GetProperty("agreement both decided").GetDouble(), tally.Decided, 1e-12);
        Assert.Equal((agreement.GetProperty("n pairs").GetInt32(), agreement.GetProperty("n decided pairs").GetInt32()), (tally.Pairs, tally.DecidedPairs));
    }

    [Fact]
    public void Of_two_raters_the_kappa_is_Cohens_equal_to_the_vector()
    {
        using var vectors = Vectors.Read();
        var agreement = vectors.RootElement.GetProperty("agreement");
        int[] Row(string of) => [.. agreement.GetProperty(of).EnumerateArray().Select(static v => v.GetInt32() - 3)];

        var tally = new AgreementTally(2);
        foreach (var (x, y) in Row("likert x").Zip(Row("likert y")))
        {
            tally.Add([x, y], countsForFleiss: true);
        }

        Assert.Equal(agreement.GetProperty("cohen weights=quadratic").GetDouble(), tally.Cohen, 1e-12);
    }

    [Fact]
    public void Random_ratings_have_the_Fleiss_kappa_of_their_table_of_sides()
    {
        var random = new Random(7);
        int[][] items = [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 3).Select(_ => random.Next(-2, 3)).ToArray())];

        var tally = new AgreementTally(2);
        foreach (var item in items)
        {
            tally.Add(item, countsForFleiss: true);
        }

        Assert.Equal(
            Kappa.Fleiss([.. items.Select(static i => (int[])[i.Count(static v => v < 0), i.Count(static v => v == 0), i.Count(static v => v > 0)])]), tally.Fleiss, 1e-12);
        Assert.Equal((200, 600), (tally.Items, tally.Pairs));
    }

    [Fact]
    public void Without_an_item_that_two_rated_nothing_is_said()
    {
        var tally = new AgreementTally(2);
        tally.Add([1], countsForFleiss: true);

        Assert.Equal(0, tally.Items);
        Assert.True(double.IsNaN(tally.Raw) && double.IsNaN(tally.Cohen) && double.IsNaN(tally.Fleiss) && double.IsNaN(tally.Alpha));
    }
}
