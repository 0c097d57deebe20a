using WebQA.Core.Feedback;
using WebQA.LabelingUi.Review;

namespace WebQA.LabelingUi.Tests.Projects;

public sealed class ReviewQueueTests
{
    private static readonly DisputedTask[] Three = [Task("a"), Task("b"), Task("c")];

    [Fact]
    public void The_task_asked_for_is_open_between_its_neighbours()
    {
        var queue = new ReviewQueue(Three, "b", "the crows", isDecided: false);

        Assert.Equal("b", queue.Current!.TaskId);
        Assert.Equal(("/review?task=a&project=the%20crows", "/review?task=c&project=the%20crows"), (queue.Previous, queue.Next));
        Assert.Equal(queue.Next, queue.AfterDecision);
    }

    [Fact]
    public void One_that_is_gone_opens_the_first_and_the_last_leads_back()
    {
        Assert.Equal("a", new ReviewQueue(Three, "gone", null, isDecided: false).Current!.TaskId);
        Assert.Equal("/review?task=b&decided=true", new ReviewQueue(Three, "c", null, isDecided: true).AfterDecision);
        Assert.Equal("/review", new ReviewQueue([Task("a")], null, null, isDecided: false).AfterDecision);
    }

    [Fact]
    public void An_empty_queue_has_nothing_open()
    {
        var queue = new ReviewQueue([], "a", null, isDecided: false);

        Assert.Equal((null, null, null), (queue.Current, queue.Previous, queue.Next));
    }

    private static DisputedTask Task(string id) => new("the crows", id, "Why?", [Preference.ABetter, Preference.BBetter], 0, IsDecided: false);
}
