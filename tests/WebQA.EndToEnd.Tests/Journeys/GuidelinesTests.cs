using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.Core.Feedback;
using WebQA.Core.Guidelines;
using WebQA.Core.Questions;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

public sealed class GuidelinesTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    [Fact]
    public async Task Guidelines_are_read_and_their_quiz_is_failed_and_passed_by_keyboard_and_then_the_task_is_given()
    {
        var store = App.Get<IFeedbackStore>();
        await store.CreateProjectAsync(new FeedbackProject { Name = "gated", Form = ProjectForm.MinimalComparison });
        await store.AddTasksAsync("gated", [new ComparisonTask(new Question("q", "Why is the sky blue?", "x"), new ComparedAnswer("Air scatters blue light.", [], "a"), new ComparedAnswer("It is.", [], "b"))]);
        await App.Get<IProjectAdmission>().SetRulesAsync("gated", new AdmissionRules { RequiresGuidelines = true });
        var page = await WindowAsync(390, 900);
        await OpenAsync(page, "/compare/gated");
        await Expect(page.GetByText("Before tasks of 'gated' are given to you, read the guidelines 'minimal-comparison', version 1, and say that you have.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Guidelines" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Comparison without references" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Comparing two answers as a reader would");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read version 1" }).PressAsync("Enter");

        var quiz = GuidelineShelf.Find("minimal-comparison", "1")!.Quiz;
        var handIn = page.GetByRole(AriaRole.Button, new() { Name = "Hand in" });
        await ChooseAsync(page, quiz, question => (question.Right + 1) % question.Choices.Count);
        await handIn.PressAsync("Enter");
        await Expect(page.GetByText("0 of 4 are right, which is not enough. Read the reasons and try again.")).ToBeVisibleAsync();
        await Expect(page.GetByText(quiz.Questions[0].Why)).ToBeVisibleAsync();
        Assert.Equal([], from violation in (await page.RunAxe()).Violations
                         where violation.Impact is "serious" or "critical"
                         select $"{violation.Id}: {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Select(n => n.Html))}");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));

        await ChooseAsync(page, quiz, question => question.Right);
        await handIn.PressAsync("Enter");
        await Expect(page.GetByText("4 of 4 are right: passed.")).ToBeVisibleAsync();
        await OpenAsync(page, "/guidelines");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Comparison without references" }).GetByText("Quiz passed")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(1440, 1000);
        await OpenAsync(page, "/compare/gated");
        await Expect(page.GetByText("Air scatters blue light.")).ToBeVisibleAsync();
        await Expect(page.Locator(".gdp .tag")).ToContainTextAsync("Version 1, read ");
    }

    [Fact]
    public async Task A_project_asks_for_a_trial_and_a_reviewer_lets_a_person_in()
    {
        await App.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = "trial of absolute ratings", Form = ProjectForm.AbsoluteRating });
        await App.Get<IGuidelineReadings>().AcknowledgeAsync("zoe", "absolute-rating", "1");
        var admission = App.Get<IProjectAdmission>();
        var page = await WindowAsync();
        await OpenAsync(page, "/admission?project=trial%20of%20absolute%20ratings");

        await page.GetByLabel("Guidelines must be read").CheckAsync();
        await page.GetByLabel("Tasks of the trial").FillAsync("5");
        await page.GetByLabel("Agreement that passes").FillAsync("80");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Saved." })).ToBeVisibleAsync();
        Assert.Equal(
            new AdmissionRules { RequiresGuidelines = true, TrialTasks = 5, TrialPassMark = 0.8 }, await admission.RulesAsync("trial of absolute ratings"));

        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "zoe" });
        await Expect(row).ToContainTextAsync("quiz not passed yet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep out: zoe" }).ClickAsync();
        await Expect(page.GetByText("Say in a few words why, since the person reads it")).ToBeVisibleAsync();
        await page.GetByLabel("Reason for the decision about zoe").FillAsync("<b>Known</b> from another project.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Let in: zoe" }).ClickAsync();
        await Expect(row).ToContainTextAsync("let in by a reviewer");
        await Expect(row).ToContainTextAsync("<b>Known</b> from another project.");
        Assert.Equal(AdmissionStage.Admitted, (await admission.OfAsync("trial of absolute ratings", "zoe")).Stage);
        Assert.Equal([], from violation in (await page.RunAxe()).Violations
                         where violation.Impact is "serious" or "critical"
                         select $"{violation.Id}: {string.Join("\n  ", violation.Nodes.Select(n => n.Html))}");
    }

    /// <summary>As a keyboard does: Tab into the group, Space or an arrow chooses.</summary>
    private static async Task ChooseAsync(IPage page, GuidelineQuiz quiz, Func<QuizQuestion, int> choice)
    {
        foreach (var (index, question) in quiz.Questions.Index())
        {
            var radio = page.Locator($"input[name=question-{index}]").Nth(choice(question));
            await radio.PressAsync(" ");
            await Expect(radio).ToBeCheckedAsync();
        }
    }
}
