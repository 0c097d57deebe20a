using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using WebQA.EndToEnd.Tests.App;

namespace WebQA.EndToEnd.Tests.Http;

public sealed class ApiTests(RunningApp app) : IDisposable
{
    private readonly HttpClient _client = app.NewClient();

    [Fact]
    public async Task Asking_is_accepted_and_its_events_stream_to_the_end()
    {
        app.Policies.Pace = TimeSpan.Zero;
        using var response = await _client.PostAsJsonAsync("/api/questions", new { question = "Why do crows bring people gifts?", seed = 7 });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var accepted = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(response.Headers.Location!.ToString(), accepted.GetProperty("location").GetString());

        var events = await _client.GetStringAsync($"{accepted.GetProperty("location").GetString()}/steps");

        Assert.StartsWith("event: started\ndata: {\"type\":\"started\"", events, StringComparison.Ordinal);
        Assert.Contains("\nevent: step\n", events, StringComparison.Ordinal);
        Assert.Contains("\nevent: ended\n", events, StringComparison.Ordinal);
        Assert.Contains("\nid: 0\n", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_document_holds_the_answer_and_its_quotes()
    {
        app.Policies.Pace = TimeSpan.Zero;
        using var response = await _client.PostAsJsonAsync("/api/questions", new { question = "Why do crows bring people gifts?", seed = 3 });
        await _client.GetStringAsync($"{response.Headers.Location}/steps");

        var document = await _client.GetFromJsonAsync<JsonElement>(response.Headers.Location);

        Assert.Equal("webqa.answer/1", document.GetProperty("schema").GetString());
        Assert.Equal("answered", document.GetProperty("outcome").GetString());
        Assert.Equal(3, document.GetProperty("seed").GetInt32());
        Assert.NotEmpty(document.GetProperty("citations").EnumerateArray());
        Assert.All(document.GetProperty("references").EnumerateArray(), r => Assert.EndsWith(".example", r.GetProperty("domain").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_stream_goes_on_behind_the_last_event()
    {
        app.Policies.Pace = TimeSpan.Zero;
        using var response = await _client.PostAsJsonAsync("/api/questions", new { question = "Why do crows bring people gifts?" });
        var location = response.Headers.Location!;
        await _client.GetStringAsync($"{location}/steps");

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{location}/steps") { Headers = { { "Last-Event-ID", "1" } } };
        using var again = await _client.SendAsync(request);

        Assert.StartsWith("event: step\n", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("\nid: 1\n", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"question":" "}""", 400, "The question is empty. Type what you want to know, for example: Why do crows bring people gifts?")]
    [InlineData("""{"question":"a\u0007b"}""", 400, "The question holds a control character (U+0007) at position 2. Delete it and ask again.")]
    [InlineData("""{"question":"🐦🐦"}""", 400, "The question holds no letter and no digit, so there is nothing to search for. Ask in words.")]
    [InlineData("""{"question":"Why?","environment":"moon"}""", 400, "There is no environment 'moon'. There is: mini-web, brave, kiwix, searxng, tavily, wikipedia.")]
    [InlineData("""{"question":"Why?","colour":"red"}""", 400, "'colour' could not be mapped")]
    [InlineData("""{"question":""", 400, "The body is not as described at /openapi/v1.json")]
    [InlineData("""{"question":"Why?","temperature":99}""", 400, "The temperature must be from 0 (greedy) to 10; it is 99.")]
    [InlineData("""{"question":"Why?","follow_up_of":"nothing"}""", 400, "There is no episode nothing to follow up. Ask without it.")]
    public async Task What_cannot_be_asked_is_refused_in_words(string body, int status, string message)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync("/api/questions", content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(message, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("مرحبا كيف تطير الغربان؟")]
    [InlineData("Why do crows 🐦 bring gifts?")]
    public async Task Questions_in_any_script_are_taken_as_they_are(string question)
    {
        app.Policies.Pace = TimeSpan.Zero;
        using var response = await _client.PostAsJsonAsync("/api/questions", new { question });
        var id = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

        Assert.Equal(question, (await app.Store.FindAsync(id))!.Question);
    }

    [Theory]
    [InlineData("md", "text/markdown", "# Why do crows bring people gifts?")]
    [InlineData("html", "text/html", "<!doctype html>")]
    public async Task An_answer_is_exported_as_a_file(string extension, string type, string beginning)
    {
        app.Policies.Pace = TimeSpan.Zero;
        using var asked = await _client.PostAsJsonAsync("/api/questions", new { question = "Why do crows bring people gifts?" });
        var page = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("page").GetString();
        await _client.GetStringAsync($"{asked.Headers.Location}/steps");

        using var file = await _client.GetAsync($"{page}/answer.{extension}");

        Assert.Equal((type, "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.StartsWith(beginning, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/episodes/nothing")]
    [InlineData("/api/episodes/nothing/steps")]
    [InlineData("/episodes/nothing/answer.md")]
    public async Task An_unknown_episode_is_not_found_in_words(string address)
    {
        using var response = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no episode 'nothing'.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Requests_of_other_sites_are_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_route()
    {
        var description = await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.Equal(
            [
                "/api/demonstrations", "/api/demonstrations/export/{form}", "/api/drafts/{kind}/{id}", "/api/episodes/{id}", "/api/episodes/{id}/steps", "/api/incidents", "/api/incidents/{id}/settlement",
                "/api/projects", "/api/projects/{project}/annotations", "/api/projects/{project}/exports/{format}", "/api/projects/{project}/exports/{format}/manifest",
                "/api/projects/{project}/gold", "/api/projects/{project}/tasks", "/api/questions", "/api/review/tasks/{id}/decision",
                "/api/settings/engines", "/api/settings/engines/{engine}", "/api/settings/engines/{engine}/test",
                "/api/tasks/{id}/comparison", "/api/tasks/{id}/heartbeat", "/api/tasks/{id}/release", "/api/tasks/{id}/skip",
            ],
            description.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_page_allows_inline_scripts_or_loads_from_elsewhere()
    {
        using var response = await _client.GetAsync("/");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Contains("script-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data:;", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*src=)", html);
    }

    public void Dispose() => _client.Dispose();
}
