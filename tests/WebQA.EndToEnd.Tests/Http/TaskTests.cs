using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.EndToEnd.Tests.App;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>Comparison tasks over HTTP, where people sign in.</summary>
public sealed class TaskTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly string _project = $"crows-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_task_is_taken_held_and_handed_in_once()
    {
        await ProjectAsync(tasks: 1);
        using var client = await SignedInAsync(SharedApp.Labeler, "labeler");
        using var claimed = await client.PostAsync($"/api/projects/{_project}/tasks", null);
        var (id, fence, comparison) = await ReadAsync(claimed);
        Assert.False(comparison.GetProperty("a").TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.String);

        using var renewed = await client.PostAsJsonAsync($"/api/tasks/{id}/heartbeat", new { fence });
        using var incomplete = await SubmitAsync(client, id, fence, new { rating = "a_better" });
        using var done = await SubmitAsync(client, id, fence, new { rating = "a_better", unsupported = "equally_good", coherence = "b_better" });
        using var again = await SubmitAsync(client, id, fence, new { rating = "a_better", unsupported = "equally_good", coherence = "b_better" });
        using var none = await client.PostAsync($"/api/projects/{_project}/tasks", null);

        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "The rating of unsupported information is missing. The rating of coherence is missing."), (incomplete.StatusCode, await DetailAsync(incomplete)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.NoContent), (done.StatusCode, again.StatusCode, none.StatusCode));
        Assert.Single(await app.Get<IFeedbackStore>().ReadAsync(_project).ToListAsync());
    }

    [Fact]
    public async Task Another_s_task_cannot_be_touched_and_an_asker_gets_none()
    {
        await ProjectAsync(tasks: 2);
        using var labeler = await SignedInAsync(SharedApp.Labeler, "labeler");
        using var other = await SignedInAsync("cleo", "labeler");
        using var asker = await SignedInAsync("dora", "asker");
        using var claimed = await labeler.PostAsync($"/api/projects/{_project}/tasks", null);
        var (id, fence, _) = await ReadAsync(claimed);

        using var stolen = await SubmitAsync(other, id, fence, new { rating = "a_better", unsupported = "a_better", coherence = "a_better" });
        using var refused = await asker.PostAsync($"/api/projects/{_project}/tasks", null);
        using var unknown = await labeler.PostAsync("/api/projects/ravens/tasks", null);
        using var skipped = await labeler.PostAsJsonAsync($"/api/tasks/{id}/skip", new { fence, route = "for_others", reason = "I know too little of crows." });

        Assert.Equal((HttpStatusCode.Forbidden, $"Task {id} was not given to you. Take a task from the queue."), (stolen.StatusCode, await DetailAsync(stolen)));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, "There is no project 'ravens'."), (unknown.StatusCode, await DetailAsync(unknown)));
        Assert.Equal(HttpStatusCode.NoContent, skipped.StatusCode);
    }

    [Theory]
    [InlineData("""{"fence":1,"comparison":{"rating":"a_better","claims":null}}""")]
    [InlineData("""{"fence":1,"comparison":{"rating":"best"}}""")]
    [InlineData("""{"fence":1,"comparison":{"rating":"a_better"},"person_id":"ann"}""")]
    public async Task A_body_in_another_shape_is_refused_in_words(string body)
    {
        using var client = await SignedInAsync(SharedApp.Labeler, "labeler");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/tasks/x/comparison", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("The body is not as described at /openapi/v1.json", await DetailAsync(response), StringComparison.Ordinal);
    }

    /// <summary>Nobody signs in before there is an administrator.</summary>
    private async Task<HttpClient> SignedInAsync(string name, string role)
    {
        (await app.AdministratorAsync()).Dispose();
        return await app.SignedInAsync($"{name}-of-tasks", role);
    }

    private async Task ProjectAsync(int tasks)
    {
        await app.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = _project, FullShare = 0 });
        await app.Get<IFeedbackStore>().AddTasksAsync(_project, [.. Enumerable.Range(0, tasks).Select(static i =>
            new ComparisonTask(new Question($"q{i}", $"Why {i}?"), new ComparedAnswer("Because.", [], "ranking"), new ComparedAnswer("Nobody knows.", [], "longest")))]);
    }

    private static Task<HttpResponseMessage> SubmitAsync(HttpClient client, string id, long fence, object comparison) =>
        client.PostAsJsonAsync($"/api/tasks/{id}/comparison", new { fence, comparison });

    private static async Task<(string Id, long Fence, JsonElement Comparison)> ReadAsync(HttpResponseMessage claimed)
    {
        var json = await claimed.Content.ReadFromJsonAsync<JsonElement>();
        return (json.GetProperty("lease").GetProperty("task_id").GetString()!, json.GetProperty("lease").GetProperty("fence").GetInt64(), json.GetProperty("comparison"));
    }

    private static async Task<string> DetailAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
}
