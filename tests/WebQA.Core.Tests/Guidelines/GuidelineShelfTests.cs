using System.Security.Cryptography;
using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Core.Guidelines;

namespace WebQA.Core.Tests.Guidelines;

public sealed class GuidelineShelfTests
{
    private static readonly string Folder = Find();

    [Fact]
    public void A_text_that_people_have_read_is_never_changed()
    {
        using var pinned = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "versions.json")));
        var there = pinned.RootElement.EnumerateObject().ToDictionary(
            version => version.Name, version => (version.Value.GetProperty("guidelines").GetString(), version.Value.GetProperty("quiz").GetString()), StringComparer.Ordinal);

        Assert.Equal(there.Keys.Order(StringComparer.Ordinal), GuidelineShelf.All.Select(g => $"{g.Kind}/{g.Version}").Order(StringComparer.Ordinal));
        Assert.Equal([], from guideline in GuidelineShelf.All
                         let name = $"{guideline.Kind}/{guideline.Version}"
                         where there[name] != (Hash(name, "guidelines.md"), Hash(name, "quiz.json")) || guideline.Sha256 != there[name].Item1
                         select $"data/guidelines/{name} was changed. Put the new text into a folder of its own, and its hashes into versions.json.");
    }

    [Fact]
    public void Each_form_of_a_project_has_guidelines_and_fact_checks_too() =>
        Assert.Equal(
            Enum.GetValues<ProjectForm>().Select(GuidelineKinds.Of).Append(GuidelineKinds.FactCheck).Order(StringComparer.Ordinal),
            GuidelineShelf.All.Select(g => g.Kind).Distinct(StringComparer.Ordinal));

    [Fact]
    public void Every_quiz_can_be_passed_and_failed_and_says_why() => Assert.All(GuidelineShelf.All, guideline =>
    {
        var quiz = guideline.Quiz;
        Assert.InRange(quiz.PassMark, (quiz.Questions.Count / 2) + 1, quiz.Questions.Count);
        Assert.All(quiz.Questions, question =>
        {
            Assert.InRange(question.Right, 0, question.Choices.Count - 1);
            Assert.Equal(question.Choices.Count, question.Choices.Distinct(StringComparer.Ordinal).Count());
            Assert.EndsWith(".", question.Why, StringComparison.Ordinal);
        });
        Assert.Equal(quiz.Questions.Count, quiz.Right([.. quiz.Questions.Select(q => q.Right)]));
        Assert.Equal(0, quiz.Right([.. quiz.Questions.Select(q => (q.Right + 1) % q.Choices.Count)]));
        // Who always takes the same place must not pass.
        Assert.All(Enumerable.Range(0, quiz.Questions.Min(q => q.Choices.Count)), place => Assert.True(quiz.Right([.. quiz.Questions.Select(_ => place)]) < quiz.PassMark));
    });

    [Fact]
    public void A_quiz_is_not_marked_without_an_answer_to_each_question()
    {
        var quiz = GuidelineShelf.Find("fact-check", "1")!.Quiz;

        Assert.StartsWith("The quiz has 4 questions, and 1 answers were given. Answer each one.", Assert.Throws<ArgumentException>(() => quiz.Right([0])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Question 2 has choices 0 to 2, not 7.", Assert.Throws<ArgumentException>(() => quiz.Right([0, 7, 0, 0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_comparison_guidelines_have_a_section_for_each_of_the_seven_steps_and_the_five_priorities_in_order()
    {
        var guideline = GuidelineShelf.Find("comparison", "1")!;

        Assert.Equal("Comparing two answers", guideline.Title);
        Assert.StartsWith("You compare two answers", guideline.Introduction, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], guideline.Sections.Select(s => s.Step).OfType<int>());
        var step4 = Assert.Single(guideline.Sections, s => s.Step == 4);
        Assert.Equal("What counts as supported", step4.Title);
        var priorities = Assert.Single(guideline.Sections, s => s.Step == 7).Text;
        int[] places = [.. ((string[])["Unsupported information", "core question", "Further helpful", "Coherence and citation", "Irrelevant information"]).Select(p => priorities.IndexOf(p, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_project_names_guidelines_that_exist()
    {
        var project = new FeedbackProject { Name = "crows", Form = ProjectForm.Demonstration };

        Assert.Equal("1", project.Checked().GuidelineVersion);
        Assert.Equal(
            "There are no guidelines 'demonstration', version '7'. There is version 1; another goes to data/guidelines/demonstration.",
            Assert.Throws<FeedbackRefusedException>(() => (project with { GuidelineVersion = "7" }).Checked()).Message);
    }

    private static string Hash(string name, string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, name, file))));

    private static string Find()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "WebQA.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }
        return Path.Combine(root, "data", "guidelines");
    }
}
