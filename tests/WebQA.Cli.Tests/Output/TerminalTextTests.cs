using WebQA.Cli.Output;

namespace WebQA.Cli.Tests.Output;

public class TerminalTextTests
{
    [Fact]
    public void What_a_terminal_would_obey_is_replaced() =>
        Assert.Equal("red \uFFFD[31mtext\uFFFD\uFFFD and \uFFFDreversed\nnext\tline", TerminalText.Safe("red \u001b[31mtext\u0007\u009b and \u202Ereversed\nnext\tline"));

    [Fact]
    public void Text_in_any_script_stays_as_it_is() =>
        Assert.Equal("למה עורבים 🐦‍⬛ 為什麼", TerminalText.Safe("למה עורבים 🐦‍⬛ 為什麼"));

    [Theory]
    [InlineData("one\r\ntwo\tthree", 40, "one two three")]
    [InlineData("abcdefgh", 5, "abcd…")]
    [InlineData("abc😀defgh", 5, "abc…")]
    public void A_line_is_one_line_of_at_most_the_given_length(string text, int length, string expected) =>
        Assert.Equal(expected, TerminalText.Line(text, length));
}
