using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>Projects, tasks and annotations as tests need them.</summary>
internal static class Tasks
{
    public static readonly Labeler Ann = new("ann"), Ben = new("ben"), Cleo = new("cleo"), Dan = new("dan");

    public static FeedbackProject Project(int overlap = 1) => new() { Name = "crows", Overlap = overlap, FullShare = 0, Lease = TimeSpan.FromMinutes(10) };

    public static ComparisonTask Task(int number = 1, Preference? gold = null) => new(
        new Question($"q{number}", $"Why do {number} crows bring gifts?", "mini-web"),
        new ComparedAnswer("They were fed [1].", [new ComparedReference("Crows (birds.example)", "Crows fed by people may bring gifts.")], "ranking"),
        new ComparedAnswer("It is trade.", [], "longest"))
    {
        Gold = gold,
    };

    public static ComparisonAnnotation Rated(Preference rating = Preference.ABetter) => new() { Rating = rating, Unsupported = rating, Coherence = Preference.EquallyGood };

    /// <summary>Every part said.</summary>
    public static ComparisonAnnotation Whole(PresentedComparison comparison) => Rated() with
    {
        Irrelevant = Preference.ABetter,
        Usefulness = Preference.ABetter,
        Trust = [.. AnnotationRules.CitedReferences(comparison.A).Select(static n => new ReferenceTrust(AnswerSide.A, n, "trustworthy")), .. AnnotationRules.CitedReferences(comparison.B).Select(static n => new ReferenceTrust(AnswerSide.B, n, "trustworthy"))],
        Claims = [Claim(AnswerSide.A, comparison.A.Text), Claim(AnswerSide.B, comparison.B.Text)],
    };

    private static AnnotatedClaim Claim(AnswerSide side, string text) => new(side, 0, text.Length, text, "", "", [], "strong", "core");

    /// <summary>A store with a project of so many tasks.</summary>
    public static async Task<TestStore> StoreAsync(FeedbackProject project, int count = 1)
    {
        var store = new TestStore();
        await store.Get<IFeedbackStore>().CreateProjectAsync(project);
        await store.Get<IFeedbackStore>().AddTasksAsync(project.Name, [.. Enumerable.Range(1, count).Select(number => Task(number))]);
        return store;
    }

    public static async Task<string> RefusalAsync(FeedbackRefusal kind, Func<Task> ask)
    {
        var refused = await Assert.ThrowsAsync<FeedbackRefusedException>(ask);
        Assert.Equal(kind, refused.Refusal);
        return refused.Message;
    }
}
