using WebQA.Core.Browsing;

namespace WebQA.Core.Tests.Browsing;

public class CommandGrammarTests
{
    public static TheoryData<string, BrowserAction> Valid => new()
    {
        { "Search why is the sky blue", new BrowserAction.Search("why is the sky blue") },
        { "Clicked on link 12", new BrowserAction.Click(12) },
        { "Find in page: caveman mask", new BrowserAction.Find("caveman mask") },
        { "Quote: Crows remember faces.", new BrowserAction.Quote("Crows remember faces.") },
        { "Quote: Crows━faces.", new BrowserAction.Quote("Crows━faces.") },
        { "Scrolled down 1", new BrowserAction.ScrollDown(1) },
        { "Scrolled down 3", new BrowserAction.ScrollDown(3) },
        { "Scrolled up 2", new BrowserAction.ScrollUp(2) },
        { "Top", new BrowserAction.Top() },
        { "Back", new BrowserAction.Back() },
        { "End: Answer", new BrowserAction.End(EndKind.Answer) },
        { "End: Nonsense", new BrowserAction.End(EndKind.Nonsense) },
        { "End: Controversial", new BrowserAction.End(EndKind.Controversial) },
    };

    [Theory]
    [MemberData(nameof(Valid))]
    public void Every_form_is_read_and_written_back(string line, BrowserAction expected)
    {
        Assert.True(CommandGrammar.TryParse(line, out var action));
        Assert.Equal(expected, action);
        Assert.Equal(line, CommandGrammar.Write(action));
    }

    [Theory]
    [InlineData("")]
    [InlineData("search crows")]
    [InlineData("Search")]
    [InlineData("Search: crows")]
    [InlineData("Click on link 1")]
    [InlineData("Clicked on link")]
    [InlineData("Clicked on link one")]
    [InlineData("Clicked on link -1")]
    [InlineData("Clicked on link 1234567")]
    [InlineData("Clicked on link 1 please")]
    [InlineData("Find in page crows")]
    [InlineData("Find in page:")]
    [InlineData("Quote crows")]
    [InlineData("Quote:")]
    [InlineData("Scrolled down")]
    [InlineData("Scrolled down 0")]
    [InlineData("Scrolled down 4")]
    [InlineData("Scroll down 1")]
    [InlineData("Scrolled up 10")]
    [InlineData("Scrolled left 1")]
    [InlineData("Top of page")]
    [InlineData("back")]
    [InlineData("End")]
    [InlineData("End: answer")]
    [InlineData("End: Nonsense, Controversial")]
    [InlineData("Open https://evil.example/")]
    [InlineData("https://evil.example/")]
    public void Anything_else_is_invalid(string line) => Assert.False(CommandGrammar.TryParse(line, out _));

    [Theory]
    [InlineData("\n\n  Search crows  \nI think this is best.", "Search crows")]
    [InlineData("Back", "Back")]
    [InlineData(" \n\t\n", "")]
    public void The_command_is_the_first_non_empty_line_trimmed(string output, string expected) =>
        Assert.Equal(expected, CommandGrammar.CommandLine(output));

    [Fact]
    public void Before_the_first_page_only_a_search_or_an_end_is_legal() =>
        Assert.Equal(["search", "end", "end-without-answer"], CommandGrammar.Legal(default).Select(f => f.Name));

    [Fact]
    public void The_description_names_every_form()
    {
        var text = CommandGrammar.Describe();
        Assert.All(CommandGrammar.Forms, form => Assert.Contains(form.Usage, text, StringComparison.Ordinal));
    }
}
