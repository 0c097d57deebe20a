using WebQA.Core.Answers;

namespace WebQA.Core.Tests.Answers;

/// <summary>Answers without their citations.</summary>
public sealed class CitationMarksTests
{
    [Theory]
    [InlineData("They were fed [1].", "They were fed.")]
    [InlineData("A [1, 2][3] b [4] .", "A b .")]
    [InlineData("[1] first", " first")]
    [InlineData("x[0] is a place [, ] and [a1] a name [12", "x is a place [, ] and [a1] a name [12")]
    [InlineData("[", "[")]
    [InlineData("", "")]
    public void Marks_go_with_the_blank_before_them_and_nothing_else_does(string text, string expected) => Assert.Equal(expected, CitationMarks.Strip(text));
}
