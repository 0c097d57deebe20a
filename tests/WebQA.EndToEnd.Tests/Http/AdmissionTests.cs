using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Core.Guidelines;
using WebQA.Core.Questions;
using WebQA.EndToEnd.Tests.App;
using WebQA.Storage.Accounts;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>Who is not let in yet is told what to do; pages about letting people in are for those who may.</summary>
public sealed class AdmissionTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_claim_before_the_guidelines_is_refused_with_the_next_step()
    {
        var store = app.Get<IFeedbackStore>();
        await store.CreateProjectAsync(new FeedbackProject { Name = "gated", FullShare = 0 });
        await store.AddTasksAsync("gated", [new ComparisonTask(new Question("q", "Why?", "x"), new ComparedAnswer("So.", [], "a"), new ComparedAnswer("Thus.", [], "b"))]);
        await app.Get<IProjectAdmission>().SetRulesAsync("gated", new AdmissionRules { RequiresGuidelines = true });
        using var administrator = await app.AdministratorAsync();
        using var client = await app.SignedInAsync(SharedApp.Labeler, AccountRoles.Labeler);
        var bob = await app.IdOfAsync(SharedApp.Labeler);

        using var early = await client.PostAsync("/api/projects/gated/tasks", null);
        var problem = await early.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Forbidden, early.StatusCode);
        Assert.Equal(
            ("Not yet", "Before tasks of 'gated' are given to you, read the guidelines 'comparison', version 1, and say that you have."),
            (problem.GetProperty("title").GetString(), problem.GetProperty("detail").GetString()));

        var readings = app.Get<IGuidelineReadings>();
        await readings.AcknowledgeAsync(bob, "comparison", "1");
        await readings.AnswerQuizAsync(bob, "comparison", "1", [.. GuidelineShelf.Find("comparison", "1")!.Quiz.Questions.Select(q => q.Right)]);
        using var claimed = await client.PostAsync("/api/projects/gated/tasks", null);
        Assert.Equal(HttpStatusCode.OK, claimed.StatusCode);
    }

    [Fact]
    public async Task Labelers_read_guidelines_and_do_not_see_who_is_let_in()
    {
        await app.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = "let-in" });
        using var administrator = await app.AdministratorAsync();
        using var labeler = await app.SignedInAsync(SharedApp.Labeler, AccountRoles.Labeler);
        using var reviewer = await app.SignedInAsync("rita", AccountRoles.Reviewer);
        using var asker = await app.SignedInAsync("asa", AccountRoles.Asker);

        Assert.Contains("Comparing two answers", await labeler.GetStringAsync("/guidelines"), StringComparison.Ordinal);
        Assert.DoesNotContain("/admission", await labeler.GetStringAsync("/guidelines"), StringComparison.Ordinal);
        Assert.Equal("/no-access", SharedApp.LedTo(await labeler.GetAsync("/admission")));
        Assert.Equal("/no-access", SharedApp.LedTo(await asker.GetAsync("/guidelines")));
        Assert.Contains("What the project asks for", await reviewer.GetStringAsync("/admission?project=let-in"), StringComparison.Ordinal);
    }
}
