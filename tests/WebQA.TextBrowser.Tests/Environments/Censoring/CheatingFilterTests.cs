using WebQA.TextBrowser.Environments.Censoring;

namespace WebQA.TextBrowser.Tests.Environments.Censoring;

public class CheatingFilterTests
{
    private const string Question = "How can I train the crows in my neighborhood to bring me gifts?";

    [Theory]
    [InlineData("Forum: how can i train the crows in my neighborhood to bring me gifts", true)]
    [InlineData("HOW CAN I TRAIN THE CROWS, IN MY\n\n\"NEIGHBORHOOD\" – TO BRING THEM UP", true)] // Ten words from the start, a dash between them is no word.
    [InlineData("…can I train the crows in my neighborhood to bring…", true)]
    [InlineData("can I train the crows in my neighborhood to fetch", false)] // Nine in a row.
    [InlineData("How can I train the crows in the neighborhood to bring me gifts?", false)] // Five and five.
    [InlineData("", false)]
    public void Ten_words_of_the_question_in_a_row_are_found_whatever_their_case_and_punctuation(string text, bool matches) =>
        Assert.Equal(matches, new CheatingFilter([Question]).Matches(text));

    [Theory]
    [InlineData("Why is the sky blue?")]
    [InlineData("one two three four five six seven eight nine")]
    [InlineData("one two three four five six seven eight nine — !")]
    [InlineData("")]
    public void A_question_of_fewer_than_ten_words_hides_nothing(string question)
    {
        var filter = new CheatingFilter([question]);

        Assert.True(filter.IsEmpty);
        Assert.False(filter.Matches(question));
    }

    [Fact]
    public void Ten_words_are_enough() =>
        Assert.True(new CheatingFilter(["one two three four five six seven eight nine ten"]).Matches("zero one two three four five six seven eight nine TEN."));

    [Fact]
    public void A_row_never_runs_from_one_text_into_another() =>
        Assert.False(new CheatingFilter(["one two three four five", "six seven eight nine ten"]).Matches("one two three four five six seven eight nine ten"));

    [Fact]
    public void A_word_that_comes_again_is_tried_at_each_of_its_places() =>
        Assert.True(new CheatingFilter(["the crow and the jay and the magpie eat what people leave outside"])
            .Matches("the crow and the jay and the jay and the magpie eat what people leave"));

    [Theory]
    [InlineData("Don't stop: 3.5 km/h\u00A0(U.S.)", "dont stop 35 kmh us")]
    [InlineData("caf\u0065\u0301 CAFÉ soft\u00ADhyphen \u200Bx", "café café softhyphen x")]
    [InlineData("हिन्दी — 烏 が贈る", "हिन्दी 烏 が贈る")]
    public void Words_are_runs_without_white_space_reduced_to_letters_and_digits(string text, string words) =>
        Assert.Equal(words, string.Join(' ', CheatingFilter.Words(text)));

    [Fact]
    public void A_long_page_is_looked_through_in_a_moment()
    {
        var page = string.Concat(Enumerable.Repeat("how can I train the crows in my neighborhood, ", 50_000));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(new CheatingFilter([Question]).Matches(page));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
