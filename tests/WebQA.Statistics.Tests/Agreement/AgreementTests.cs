using System.Text.Json;
using WebQA.Statistics.Agreement;

namespace WebQA.Statistics.Tests.Agreement;

/// <summary>The coefficients against values of other implementations (feedback-vectors.json), on the tables those were computed from.</summary>
public sealed class AgreementTests
{
    private static readonly Ratings ThreeCoders = Table(
        "* * * * * 3 4 1 2 1 1 3 3 * 3",
        "1 * 2 1 3 3 4 3 * * * * * * *",
        "* * 2 1 3 4 4 * 2 1 1 3 3 * 4");

    private static readonly Ratings FourCoders = Table(
        "1 2 3 3 2 1 4 1 2 * * *",
        "1 2 3 3 2 2 4 1 2 5 * 3",
        "* 3 3 3 2 3 4 2 2 5 1 *",
        "1 2 3 3 2 4 4 1 2 5 1 *");

    private static readonly int[][] FleissTable =
    [
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ];

    [Theory]
    [InlineData(MeasurementScale.Nominal, "nominal")]
    [InlineData(MeasurementScale.Ordinal, "ordinal")]
    [InlineData(MeasurementScale.Interval, "interval")]
    [InlineData(MeasurementScale.Ratio, "ratio")]
    public void Krippendorffs_alpha_equals_the_vectors_on_each_scale(MeasurementScale scale, string name)
    {
        Equal($"kripp 3x15 {name}", KrippendorffAlpha.Of(ThreeCoders, scale));
        Equal($"kripp 4x12 {name}", KrippendorffAlpha.Of(FourCoders, scale));
    }

    [Fact]
    public void On_one_set_of_comparisons_every_coefficient_says_something_else()
    {
        using var vectors = Vectors.Read();
        var comparisons = new Ratings([.. Agreement(vectors).GetProperty("cmp data").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? (double?)null : v.GetDouble()).ToArray())]);

        Equal("kripp cmp nominal", KrippendorffAlpha.Of(comparisons, MeasurementScale.Nominal));
        Equal("kripp cmp ordinal", KrippendorffAlpha.Of(comparisons, MeasurementScale.Ordinal));
        Equal("kripp cmp interval", KrippendorffAlpha.Of(comparisons, MeasurementScale.Interval));
        Equal("kripp cmp sign nominal", KrippendorffAlpha.Of(comparisons.Select(v => Math.Sign(v)), MeasurementScale.Nominal));
        Equal("webgpt agreement (neutral=.5) mean over pairs", PreferenceAgreement.NeutralHalf(comparisons));
        Equal("n pairs", comparisons.Pairs().Count());
        Equal("agreement both decided", PreferenceAgreement.Decided(comparisons));
        Equal("n decided pairs", PreferenceAgreement.DecidedPairs(comparisons).Count());
        Assert.Equal(12 / 24.0, PreferenceAgreement.Raw(comparisons), 1e-12);
    }

    [Theory]
    [InlineData(KappaWeight.None, "None")]
    [InlineData(KappaWeight.Linear, "linear")]
    [InlineData(KappaWeight.Quadratic, "quadratic")]
    public void Cohens_kappa_equals_the_vectors_with_each_weight(KappaWeight weight, string name)
    {
        using var vectors = Vectors.Read();
        double[] Row(string of) => [.. Agreement(vectors).GetProperty(of).EnumerateArray().Select(v => v.GetDouble())];

        Equal($"cohen weights={name}", Kappa.Cohen(Row("likert x"), Row("likert y"), weight));
    }

    [Fact]
    public void Cohens_kappa_of_a_table_of_yes_and_no_equals_the_vector()
    {
        double[] first = [.. Enumerable.Repeat(1.0, 25), .. Enumerable.Repeat(0.0, 25)];
        double[] second = [.. Enumerable.Repeat(1.0, 20), .. Enumerable.Repeat(0.0, 5), .. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(0.0, 15)];

        Equal("cohen 20/5/10/15", Kappa.Cohen(first, second));
    }

    [Fact]
    public void Fleiss_kappa_equals_the_vector() => Equal("fleiss wikipedia", Kappa.Fleiss(FleissTable));

    [Fact]
    public void Fleiss_kappa_refuses_items_with_missing_ratings_and_names_the_coefficient_that_takes_them() =>
        Assert.StartsWith(
            "Fleiss' kappa needs the same number of ratings, two or more, for each item; use Krippendorff's alpha where some are missing.",
            Assert.Throws<ArgumentException>(() => Kappa.Fleiss([[2, 1], [1, 1]])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_was_rated_twice_there_is_no_agreement_to_speak_of()
    {
        var once = Table("1 * 2", "* 3 *");

        Assert.True(double.IsNaN(KrippendorffAlpha.Of(once, MeasurementScale.Nominal)));
        Assert.True(double.IsNaN(PreferenceAgreement.NeutralHalf(once)));
        Assert.True(double.IsNaN(Kappa.Cohen([], [])));
    }

    [Fact]
    public void A_rater_with_too_few_values_is_refused() =>
        Assert.StartsWith(
            "Each rater needs a value or a gap for each item: one has 1, the first 2.",
            Assert.Throws<ArgumentException>(() => Table("1 2", "1")).Message,
            StringComparison.Ordinal);

    private static Ratings Table(params string[] rows) =>
        new([.. rows.Select(row => row.Split(' ').Select(v => v == "*" ? (double?)null : Vectors.Number(v)).ToArray())]);

    private static JsonElement Agreement(JsonDocument vectors) => vectors.RootElement.GetProperty("agreement");

    private static void Equal(string vector, double actual)
    {
        using var vectors = Vectors.Read();
        Assert.Equal(Agreement(vectors).GetProperty(vector).GetDouble(), actual, 1e-12);
    }
}
