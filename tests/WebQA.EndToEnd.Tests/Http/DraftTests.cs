using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WebQA.EndToEnd.Tests.App;

namespace WebQA.EndToEnd.Tests.Http;

public sealed class DraftTests(RunningApp app) : IDisposable
{
    private readonly HttpClient _client = app.NewClient();
    private readonly string _address = $"/api/drafts/comparison/{Guid.NewGuid():N}";

    [Fact]
    public async Task A_draft_is_saved_read_back_and_deleted()
    {
        Assert.Equal("You have no draft of comparison", (await DetailAsync(await _client.GetAsync(_address)))[..31]);
        using var saved = await PutAsync(0, "tab-1", 1, new { rating = 1, note = "</script>🐦" });
        Assert.Equal((HttpStatusCode.OK, 1), (saved.StatusCode, (await JsonAsync(saved)).GetProperty("version").GetInt32()));

        var kept = await _client.GetFromJsonAsync<JsonElement>(_address);

        Assert.Equal((1, "</script>🐦"), (kept.GetProperty("content").GetProperty("rating").GetInt32(), kept.GetProperty("content").GetProperty("note").GetString()));
        using var deleted = await _client.DeleteAsync(_address);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var late = await PutAsync(1, "tab-1", 2, "more");
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
    }

    [Fact]
    public async Task Another_tab_is_shown_the_newer_draft()
    {
        using var first = await PutAsync(0, "tab-1", 1, "mine");
        using var second = await PutAsync(0, "tab-2", 1, "other");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("mine", (await JsonAsync(second)).GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_long_draft_is_taken_and_one_beyond_the_limit_is_refused_in_words()
    {
        using var taken = await PutAsync(0, "tab-1", 1, new string('é', 300_000));
        using var refused = await PutAsync(1, "tab-1", 2, new string('x', 1_000_000));

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("The draft has 1000002 characters; at most 1000000 are kept. Shorten it; what was saved before stays.", await DetailAsync(refused));
    }

    [Fact]
    public async Task Drafts_of_other_sites_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, _address) { Headers = { { "Origin", "https://evil.example" } }, Content = JsonContent.Create(new { }) };
        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    public void Dispose() => _client.Dispose();

    private Task<HttpResponseMessage> PutAsync(long version, string client, long sequence, object content) =>
        _client.PutAsJsonAsync(_address, new { version, client, sequence, content });

    private static Task<JsonElement> JsonAsync(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<string> DetailAsync(HttpResponseMessage response) => (await JsonAsync(response)).GetProperty("detail").GetString()!;
}
