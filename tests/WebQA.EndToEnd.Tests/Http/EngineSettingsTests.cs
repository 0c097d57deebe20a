using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WebQA.EndToEnd.Tests.App;
using WebQA.EndToEnd.Tests.Doubles;
using WebQA.Storage.Accounts;

namespace WebQA.EndToEnd.Tests.Http;

public sealed class EngineSettingsTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const string Secret = "never-shown-4f2";

    [Theory]
    [InlineData(null)]
    [InlineData(AccountRoles.Asker)]
    [InlineData(AccountRoles.Labeler)]
    [InlineData(AccountRoles.Reviewer)]
    [InlineData(AccountRoles.Researcher)]
    public async Task Nobody_but_an_administrator_sees_or_changes_them(string? role)
    {
        (await app.AdministratorAsync()).Dispose();
        using var client = await app.SignedInAsync($"{SharedApp.Labeler}-{role}", role);

        using var page = await client.GetAsync("/settings");
        using var list = await client.GetAsync("/api/settings/engines");
        using var change = await client.PutAsJsonAsync("/api/settings/engines/brave", new { key = Secret });
        using var test = await client.PostAsync("/api/settings/engines/brave/test", null);

        Assert.Equal((HttpStatusCode.Redirect, "/no-access"), (page.StatusCode, SharedApp.LedTo(page)));
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [list.StatusCode, change.StatusCode, test.StatusCode]);
        Assert.Equal("This account may not do that. An administrator can.", (await list.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        Assert.DoesNotContain("href=\"/settings\"", await client.GetStringAsync("/account"), StringComparison.Ordinal);
        Assert.Empty(app.Get<AuditLog>().Of("engine/brave"));
    }

    [Fact]
    public async Task An_administrator_sets_tests_and_clears_an_engine_and_no_answer_and_no_log_holds_the_key()
    {
        await using var searxng = await FakeSearxng.StartAsync();
        using var client = await app.AdministratorAsync();
        var answers = new List<string>();

        answers.Add(await PutAsync(client, "custom", new { endpoint = searxng.Origin, contact = "ann@uni.example", key = Secret }));
        answers.Add(await client.GetStringAsync("/api/settings/engines"));
        answers.Add(await client.GetStringAsync("/settings"));
        using (var tested = await client.PostAsync("/api/settings/engines/custom/test", null))
        {
            answers.Add(await tested.Content.ReadAsStringAsync());
        }
        Assert.Contains($"Bearer {Secret}", Assert.Single(searxng.Requests), StringComparison.Ordinal);
        Assert.Contains("\"ok\":false", answers[^1], StringComparison.Ordinal);
        answers.Add(await PutAsync(client, "custom", new { remove_key = true }));

        Assert.All(answers, a => Assert.DoesNotContain(Secret, a, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains("\"key\":\"kept\"", answers[0], StringComparison.Ordinal);
        Assert.Contains("\"updated_by\":\"ann\"", answers[0], StringComparison.Ordinal);
        Assert.Contains("\"key\":\"none\"", answers[^1], StringComparison.Ordinal);
        Assert.Equal(
            ["endpoint removed; contact removed; key removed", $"endpoint set to {searxng.Origin}/; contact set to ann@uni.example; key entered"],
            app.Get<AuditLog>().Of("engine/custom").Select(e => e.Change));
    }

    [Theory]
    [InlineData("brave", """{"key":"two words"}""", 400, "The key must be at most 1,000 characters without blanks")]
    [InlineData("brave", """{"endpoint":"ftp://x.example"}""", 400, "The endpoint must be an address that begins with http:// or https://")]
    [InlineData("brave", """{"secret":"never-shown-4f2"}""", 400, "could not be mapped")]
    [InlineData("moon", "{}", 404, "There is no search engine 'moon'. There is: mediawiki, searxng,")]
    public async Task What_cannot_be_set_is_refused_in_words(string engine, string body, int status, string message)
    {
        using var client = await app.AdministratorAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PutAsync($"/api/settings/engines/{engine}", content);

        Assert.Equal(status, (int)response.StatusCode);
        var detail = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
        Assert.Contains(message, detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, detail, StringComparison.Ordinal);
    }

    private static async Task<string> PutAsync(HttpClient client, string engine, object wanted)
    {
        using var response = await client.PutAsJsonAsync($"/api/settings/engines/{engine}", wanted);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
