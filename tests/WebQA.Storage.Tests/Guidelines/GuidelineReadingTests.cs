using WebQA.Core.Feedback;
using WebQA.Core.Guidelines;

namespace WebQA.Storage.Tests.Guidelines;

public sealed class GuidelineReadingTests
{
    [Fact]
    public async Task Reading_is_kept_with_the_person_the_version_and_the_text()
    {
        await using var store = new TestStore();
        var readings = store.Get<IGuidelineReadings>();

        var read = await readings.AcknowledgeAsync("ann", "comparison", "1");
        store.Clock.Advance(TimeSpan.FromDays(1));
        var again = await readings.AcknowledgeAsync("ann", "comparison", "1");

        Assert.Equal(new GuidelineReading("comparison", "1", TestStore.Noon, 0, null, null), read);
        Assert.Equal(read, again);
        Assert.Equal(read, Assert.Single(await readings.OfAsync("ann")));
        Assert.Empty(await readings.OfAsync("ben"));
        Assert.Equal(GuidelineShelf.Find("comparison", "1")!.Sha256, store.Scalar("select text_sha256 from guideline_reading"));
    }

    [Fact]
    public async Task A_quiz_can_be_taken_again_and_stays_passed()
    {
        await using var store = new TestStore();
        var readings = store.Get<IGuidelineReadings>();
        await readings.AcknowledgeAsync("ann", "fact-check", "1");
        int[] right = [.. GuidelineShelf.Find("fact-check", "1")!.Quiz.Questions.Select(q => q.Right)], wrong = [.. right.Select(r => (r + 1) % 3)];

        var failed = await readings.AnswerQuizAsync("ann", "fact-check", "1", [right[0], right[1], wrong[2], wrong[3]]);
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        var passed = await readings.AnswerQuizAsync("ann", "fact-check", "1", [.. right[..3], wrong[3]]);
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        var later = await readings.AnswerQuizAsync("ann", "fact-check", "1", wrong);

        Assert.Equal((1, (int?)2, (DateTimeOffset?)null), (failed.QuizAttempts, failed.QuizRight, failed.QuizPassedAt));
        Assert.Equal((2, (int?)3, TestStore.Noon.AddMinutes(5)), (passed.QuizAttempts, passed.QuizRight, passed.QuizPassedAt));
        Assert.Equal((3, (int?)0, TestStore.Noon.AddMinutes(5)), (later.QuizAttempts, later.QuizRight, later.QuizPassedAt));
    }

    [Fact]
    public async Task What_cannot_be_read_or_answered_is_refused()
    {
        await using var store = new TestStore();
        var readings = store.Get<IGuidelineReadings>();
        async Task<string> RefusedAsync(Func<Task> ask) => (await Assert.ThrowsAsync<FeedbackRefusedException>(ask)).Message;

        Assert.Equal("There are no guidelines 'comparison', version 9.", await RefusedAsync(() => readings.AcknowledgeAsync("ann", "comparison", "9")));
        Assert.Equal("Read the guidelines 'fact-check', version 1, and say that you have, before their quiz.", await RefusedAsync(() => readings.AnswerQuizAsync("ann", "fact-check", "1", [0, 0, 0, 0])));
        Assert.Equal("Question 1 has choices 0 to 2, not -1.", await RefusedAsync(() => readings.AnswerQuizAsync("ann", "fact-check", "1", [-1, 0, 0, 0])));
        Assert.Empty(await readings.OfAsync("ann"));
    }
}
