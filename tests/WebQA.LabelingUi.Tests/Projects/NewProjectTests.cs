using WebQA.Core.Feedback;
using WebQA.LabelingUi.Projects;

namespace WebQA.LabelingUi.Tests.Projects;

public sealed class NewProjectTests
{
    [Fact]
    public void What_was_typed_becomes_a_project_with_shares_from_percentages()
    {
        var project = new NewProject
        {
            Name = " crows ", Form = ProjectForm.MinimalComparison, Overlap = "3", CohortShare = "50", FullShare = "12.5", GoldShare = "5", Pool = "trained", Quota = "200",
            GuidelineVersion = "1", LeaseMinutes = "15", Seed = "42",
        }.ToProject("ann");

        Assert.Equal(
            new FeedbackProject
            {
                Name = "crows", Form = ProjectForm.MinimalComparison, OwnerId = "ann", Overlap = 3, CohortShare = 0.5, FullShare = 0.125, GoldShare = 0.05, Pool = "trained", Quota = 200,
                GuidelineVersion = "1", Lease = TimeSpan.FromMinutes(15), Seed = 42,
            },
            project);
    }

    [Fact]
    public void Empty_pool_and_quota_are_none() =>
        Assert.Equal((null, null), (new NewProject { Name = "a", Pool = " ", Quota = "" }.ToProject(null).Pool, new NewProject { Name = "a" }.ToProject(null).Quota));

    [Theory]
    [InlineData("three", "100", "“People a task” is a whole number.")]
    [InlineData("3", "101", "“Share of tasks that get them, %” is a percentage from 0 to 100.")]
    [InlineData("0", "100", "The overlap is 0; from 1 to 100 people can judge the same task.")]
    [InlineData("99999999999", "100", "“People a task” is a whole number.")]
    public void What_cannot_be_used_is_named(string overlap, string cohort, string message) =>
        Assert.Equal(message, Assert.Throws<FeedbackRefusedException>(() => new NewProject { Name = "crows", Overlap = overlap, CohortShare = cohort }.ToProject(null)).Message);
}
