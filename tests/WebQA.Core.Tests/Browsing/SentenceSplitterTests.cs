using WebQA.Core.Browsing;

namespace WebQA.Core.Tests.Browsing;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("Crows remember. They do! Do they? Yes.", new[] { "Crows remember.", "They do!", "Do they?", "Yes." })]
    [InlineData("Dr. Marzluff of the U.S. wore a mask. It cost 3.50 dollars.", new[] { "Dr. Marzluff of the U.S. wore a mask.", "It cost 3.50 dollars." })]
    [InlineData("He said “Go away.” Then he left.", new[] { "He said “Go away.”", "Then he left." })]
    [InlineData("One line\nbroken in two. Next\n\nNew paragraph", new[] { "One line\nbroken in two.", "Next", "New paragraph" })]
    [InlineData("J. K. Rowling wrote it. I did not.", new[] { "J. K. Rowling wrote it.", "I did not." })]
    [InlineData("これは文です。次の文です。", new[] { "これは文です。", "次の文です。" })]
    [InlineData("Crows give gifts.^1 Nobody knows why.^[2, 3] It is odd.", new[] { "Crows give gifts.^1", "Nobody knows why.^[2, 3]", "It is odd." })]
    [InlineData("Crows fly.[1] They do.[2][3] It is 10.^x or so.", new[] { "Crows fly.[1]", "They do.[2][3]", "It is 10.^x or so." })]
    [InlineData("", new string[0])]
    public void Text_is_cut_into_sentences(string text, string[] expected) =>
        Assert.Equal(expected, SentenceSplitter.Split(text).Select(s => text.Substring(s.Start, s.Length)));
}
