using System.Text.Json.Nodes;

namespace WebQA.Cli.Tests.Commands;

public class AskTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task An_answer_goes_to_stdout_with_its_quotes_and_the_steps_to_stderr()
    {
        var run = await web.RunAsync("ask", TinyWeb.Question, "--environment", TinyWeb.Name);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("] Crow gifts (birds.example)\n    https://birds.example/crow-gifts, read ", run.Out, StringComparison.Ordinal);
        Assert.Contains("    > ", run.Out, StringComparison.Ordinal);
        Assert.Contains("(Assembled from quotes.)", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Search ", run.Out, StringComparison.Ordinal);
        Assert.Contains(" in tiny-web by ranking, seed 0\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("   1  Search ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("      answered\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_best_of_four_is_the_answer_with_the_highest_reward_and_the_document_holds_all_four()
    {
        var run = await web.RunAsync("ask", TinyWeb.Question, "--environment", TinyWeb.Name, "--n", "4", "--temperature", "1", "--json", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(" (4 of 4, episode ", run.Error, StringComparison.Ordinal);
        var document = JsonNode.Parse(run.Out)!;
        var samples = document["samples"]!.AsArray();
        Assert.Equal(4, samples.Select(s => (string)s!["episode"]!).Distinct().Count());
        var best = samples.Where(s => s!["score"] is not null).MaxBy(s => (double)s!["score"]!)!;
        Assert.Equal((string)best["answer"]!, (string)document["answer"]!);
        Assert.Equal("reward", (string)document["choice"]!["strategy"]!);
        Assert.StartsWith("webqa-reward-", (string)document["choice"]!["model"]!, StringComparison.Ordinal);
        Assert.Contains((string)document["choice"]!["reason"]! + "\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_the_web_does_not_answer_ends_with_exit_code_3_and_the_reason()
    {
        var run = await web.RunAsync("ask", "How many moons does Jupiter have according to the newest count?", "--environment", TinyWeb.Name);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("No answer: not enough evidence. ", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The question is empty. Type what you want to know, for example: Why do crows bring people gifts?", " ")]
    [InlineData("The question holds a control character (U+0007) at position 4. Delete it and ask again.", "why\u0007 not")]
    [InlineData("There is no environment 'mars'. There is: mini-web, tiny-web, brave, kiwix, searxng, tavily, wikipedia.", "why", "--environment", "mars")]
    [InlineData("There is no policy 'oracle'. There is: ranking.", "why", "--environment", TinyWeb.Name, "--policy", "oracle")]
    [InlineData("--seed takes a whole number from 0 to 9223372036854775807; 'x' is not one. See 'webqa ask --help'.", "why", "--seed", "x")]
    [InlineData("--temperature takes a number from 0 to 10; '-1' is not one. See 'webqa ask --help'.", "why", "--temperature", "-1")]
    [InlineData("--max-actions takes a whole number from 1 to 1000; '0' is not one. See 'webqa ask --help'.", "why", "--max-actions", "0")]
    [InlineData("At --temperature 0 all episodes of a question are the same. Give --n with a temperature, for example --temperature 0.8.", "why", "--n", "4")]
    [InlineData("The folder of '/no/such/folder/a.json' does not exist. Make it first, or name another file.", "why", "--json", "/no/such/folder/a.json")]
    public async Task What_cannot_be_asked_gets_one_line_and_exit_code_2(string message, params string[] arguments)
    {
        var run = await web.RunAsync(["ask", .. arguments]);

        Assert.Equal(new CliRun(2, string.Empty, message + "\n"), run);
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_is_refused_with_its_length()
    {
        var run = await web.RunAsync("ask", new string('a', 10_000));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("The question has 10,000 characters; at most 4,000 are read. Shorten it to the question itself.\n", run.Error);
    }
}
