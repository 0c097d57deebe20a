using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.EndToEnd.Tests.App;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>Programs that act for a person by token.</summary>
public sealed class ApiTokenTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_token_does_what_it_is_for_within_its_person_s_role_until_it_is_revoked()
    {
        using var person = await SignedInAsync("rosa", AccountRoles.Researcher);
        var key = await MakeAsync(person, "nightly export", ApiScopes.Projects, ApiScopes.Exports, ApiScopes.Annotations, ApiScopes.Settings);
        using var program = Program(key);

        using var made = await program.PostAsJsonAsync("/api/projects", new { name = "crows by token", overlap = 2, gold_share = 0.1 });
        using var twice = await program.PostAsJsonAsync("/api/projects", new { name = "crows by token" });
        using var gold = await program.PostAsJsonAsync("/api/projects/crows%20by%20token/gold", new { question = "Why?", a = new { text = "Because." }, b = new { text = "Nobody knows." }, gold = "a_better" });
        using var wrong = await program.PostAsJsonAsync("/api/projects", new { name = "more", overlap = 0 });
        using var noScope = await program.PostAsJsonAsync("/api/questions", new { question = "Why?" });
        using var noRole = await program.GetAsync("/api/settings/engines");
        using var page = await program.GetAsync("/history");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.BadRequest), (made.StatusCode, twice.StatusCode, gold.StatusCode, wrong.StatusCode));
        Assert.Equal("The overlap is 0; from 1 to 100 people can judge the same task.", await DetailAsync(wrong));
        Assert.Equal((HttpStatusCode.Forbidden, "The token is not made for 'episodes'. Make one that is at /account."), (noScope.StatusCode, await DetailAsync(noScope)));
        Assert.Equal((HttpStatusCode.Forbidden, "The account that the token stands for may not do that. An administrator can change its roles."), (noRole.StatusCode, await DetailAsync(noRole)));
        Assert.Equal("/sign-in", SharedApp.LedTo(page));
        var listed = (await program.GetFromJsonAsync<JsonElement>("/api/projects")).EnumerateArray().Single(p => p.GetProperty("name").GetString() == "crows by token");
        Assert.Equal((1, 1, 2), (listed.GetProperty("tasks").GetInt32(), listed.GetProperty("gold").GetInt32(), listed.GetProperty("overlap").GetInt32()));

        // What the person may no longer do, the program may no longer do, from the next call on.
        await app.Get<People>().SetRolesAsync("rosa", [AccountRoles.Labeler], "ann");
        using var demoted = await program.GetAsync("/api/projects/crows%20by%20token/gold");
        Assert.Equal(HttpStatusCode.Forbidden, demoted.StatusCode);
        var known = (await program.GetFromJsonAsync<JsonElement>("/api/projects")).EnumerateArray().Single(p => p.GetProperty("name").GetString() == "crows by token");
        Assert.Equal((0, JsonValueKind.Null), (known.GetProperty("tasks").GetInt32(), known.GetProperty("gold").ValueKind));
        await app.Get<People>().DisableAsync("rosa", "ann");
        using var disabled = await program.GetAsync("/api/projects");
        await app.Get<People>().EnableAsync("rosa", "ann");
        using var enabled = await program.GetAsync("/api/projects");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (disabled.StatusCode, enabled.StatusCode));

        var token = Assert.Single(app.Get<ApiTokens>().Of(await app.IdOfAsync("rosa")));
        Assert.NotNull(token.LastUsedAt);
        Assert.False(app.Get<ApiTokens>().Revoke(await app.IdOfAsync(SharedApp.Administrator), "ann", token.Number));
        Assert.True(app.Get<ApiTokens>().Revoke(token.OwnerId, "rosa", token.Number));
        using var revoked = await program.GetAsync("/api/projects");
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer error=\"invalid_token\""), (revoked.StatusCode, revoked.Headers.WwwAuthenticate.ToString()));
        Assert.Equal(
            ["token 'nightly export' revoked", "enabled", "disabled", "roles set to labeler", "token 'nightly export' made for annotations, exports, projects, settings"],
            app.Get<AuditLog>().Of("account/rosa").Select(e => e.Change));
        Assert.DoesNotContain(app.Log, line => line.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_said_is_read_page_by_page_and_exported_in_every_form()
    {
        using var person = await SignedInAsync("rudi", AccountRoles.Researcher);
        using var program = Program(await MakeAsync(person, "reader", ApiScopes.Annotations, ApiScopes.Exports, ApiScopes.Tasks));
        await app.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = "read", FullShare = 0 });
        await app.Get<IFeedbackStore>().AddTasksAsync("read", [.. Enumerable.Range(0, 3).Select(static i =>
            new ComparisonTask(new($"q{i}", $"Why {i}?"), new ComparedAnswer($"Because {i}.", []), new ComparedAnswer("Nobody knows.", [])))]);
        for (var i = 0; i < 3; i++)
        {
            using var claimed = await program.PostAsync("/api/projects/read/tasks", null);
            var lease = (await claimed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("lease");
            using var done = await program.PostAsJsonAsync(
                $"/api/tasks/{lease.GetProperty("task_id").GetString()}/comparison",
                new { fence = lease.GetProperty("fence").GetInt64(), comparison = new { rating = i == 0 ? "equally_good" : "a_better", unsupported = "a_better", coherence = "a_better" } });
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        }

        var first = Lines(await program.GetStringAsync("/api/projects/read/annotations?limit=2"));
        var second = Lines(await program.GetStringAsync($"/api/projects/read/annotations?limit=2&after={first[1].GetProperty("id").GetString()}"));
        using var unknown = await program.GetAsync("/api/projects/read/annotations?after=nothing");
        using var nowhere = await program.GetAsync("/api/projects/ravens/annotations");
        using var everything = await program.GetAsync("/api/projects/read/annotations?made_by=all");
        using var form = await program.GetAsync("/api/projects/read/exports/zip");

        Assert.Equal((2, 1), (first.Count, second.Count));
        Assert.Equal("The project has no comparison 'nothing' to go on behind.", await DetailAsync(unknown));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (nowhere.StatusCode, everything.StatusCode, form.StatusCode));
        Assert.DoesNotContain(await app.IdOfAsync("rudi"), await program.GetStringAsync("/api/projects/read/annotations"), StringComparison.Ordinal);
        foreach (var name in WebQA.Storage.Exchange.ComparisonFormats.All.Select(f => f.Name))
        {
            using var file = await program.GetAsync($"/api/projects/read/exports/{name}");
            var bytes = await file.Content.ReadAsByteArrayAsync();
            Assert.Equal((HttpStatusCode.OK, "attachment"), (file.StatusCode, file.Content.Headers.ContentDisposition!.DispositionType));
            var manifest = await program.GetFromJsonAsync<JsonElement>($"/api/projects/read/exports/{name}/manifest");
            Assert.Equal(3, manifest.GetProperty("comparisons").GetInt32());
            Assert.NotEmpty(bytes);
        }
        var expanded = await program.GetFromJsonAsync<JsonElement>("/api/projects/read/exports/trl/manifest?ties=expand");
        Assert.Equal(("expand", 6), (expanded.GetProperty("tie_policy").GetString(), expanded.GetProperty("written").GetInt32()));
    }

    [Fact]
    public async Task Wrong_tokens_are_refused_and_many_make_their_address_wait()
    {
        (await app.AdministratorAsync()).Dispose();
        using var shared = new SharedApp();
        using var program = shared.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"{ApiTokens.Prefix}{new string('x', 43)}");
        for (var i = 0; i < FailedTokens.Most; i++)
        {
            using var refused = await program.GetAsync("/api/projects");
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        using var many = await program.GetAsync("/api/projects");

        Assert.Equal(HttpStatusCode.TooManyRequests, many.StatusCode);
        Assert.InRange(many.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), FailedTokens.Window);
    }

    private async Task<HttpClient> SignedInAsync(string name, string role)
    {
        (await app.AdministratorAsync()).Dispose();
        return await app.SignedInAsync(name, role);
    }

    /// <summary>Makes a token by the form of the account page, and takes its key off the answer.</summary>
    private static async Task<string> MakeAsync(HttpClient person, string name, params string[] scopes)
    {
        using var answer = await SharedApp.SendFormAsync(
            person, "/account", form: "new-token", [("Token.Name", name), ("Token.Days", "30"), .. scopes.Select(static s => ("Token.Scopes", s))]);
        var html = await answer.Content.ReadAsStringAsync();
        var at = html.IndexOf(ApiTokens.Prefix, StringComparison.Ordinal);
        Assert.True(at > 0, html);
        Assert.DoesNotContain(ApiTokens.Prefix, await person.GetStringAsync("/account"), StringComparison.Ordinal);
        return html[at..html.IndexOf('"', at)];
    }

    private HttpClient Program(string key)
    {
        var program = app.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return program;
    }

    private static List<JsonElement> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))];

    private static async Task<string> DetailAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
}
