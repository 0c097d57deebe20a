using WebQA.Core.Answers;
using WebQA.Core.Questions;
using WebQA.Core.Tests.Doubles;

namespace WebQA.Core.Tests.Answers;

public class AnswerPromptTests
{
    [Fact] // WebGPT appendix A
    public void Question_and_quotes_are_separated_by_black_squares() =>
        Assert.Equal(
            "Do crows fly?◼[1] On crows (a.example)\n\nCrows fly.◼[2] More (b.example)\n\nThey do.◼",
            AnswerPrompt.Render(new Question("q", "Do crows fly?"), [Reference(1, "On crows", "a.example", "Crows fly."), Reference(2, "More", "b.example", "They do.")]));

    private static Reference Reference(int id, string title, string domain, string extract) =>
        new(id, "https://" + domain, "https://" + domain, title, domain, "p", "t", null, 0, extract.Length, extract, TestPages.Noon);
}
