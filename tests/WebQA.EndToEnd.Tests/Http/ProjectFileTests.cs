using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using WebQA.EndToEnd.Tests.App;
using WebQA.Storage.Accounts;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>Files into a project and out of it over HTTP.</summary>
public sealed class ProjectFileTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const string Good = """{"id":"1","question":"Why?","answer_a":"<script>alert(1)</script>","answer_b":"B","preferred":"b"}""";

    [Fact]
    public async Task A_file_with_a_bad_line_is_refused_with_its_number_and_leaves_no_project()
    {
        await app.AdministratorAsync();
        var client = await app.SignedInAsync("rita", AccountRoles.Researcher);

        var bad = await SendAsync(client, "bad", "webqa", $"{Good}\n{Good.Replace("\"b\"}", "\"c\"}")}\n");
        var unknown = await SendAsync(client, "bad", "xml", Good);
        var export = await client.GetAsync("/projects/bad/export?to=webqa&ties=Drop&by=People");

        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.StartsWith("Line 2: ", bad.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.StartsWith("There is no form 'xml'. There is: webqa, ", unknown.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, export.StatusCode);
    }

    [Fact]
    public async Task An_export_is_an_archive_of_the_file_and_the_manifest_that_names_what_became_of_ties()
    {
        await app.AdministratorAsync();
        var client = await app.SignedInAsync("rita", AccountRoles.Researcher);
        var taken = await SendAsync(client, "out", "webqa", $"{Good}\n{Good.Replace("\"1\"", "\"2\"").Replace("Why?", "How?").Replace("\"b\"}", "\"tie\"}")}\n");
        Assert.Equal((HttpStatusCode.OK, 2), (taken.Status, taken.Body.GetProperty("added").GetInt32()));

        await using var archive = new ZipArchive(await client.GetStreamAsync("/projects/out/export?to=trl&ties=Drop&by=People"));

        Assert.Equal(["out.trl.jsonl.manifest.json", "out.trl.jsonl"], archive.Entries.Select(static entry => entry.FullName));
        var manifest = JsonDocument.Parse(archive.Entries[0].Open()).RootElement;
        Assert.Equal(("drop", 1, 1, 2), (manifest.GetProperty("tie_policy").GetString(), manifest.GetProperty("dropped_ties").GetInt32(), manifest.GetProperty("written").GetInt32(), manifest.GetProperty("comparisons").GetInt32()));
        using var lines = new StreamReader(archive.Entries[1].Open());
        Assert.Contains("alert(1)", await lines.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewers_look_at_projects_but_take_nothing_in_or_out_and_labelers_see_none()
    {
        await app.AdministratorAsync();
        var reviewer = await app.SignedInAsync("rob", AccountRoles.Reviewer);
        var labeler = await app.SignedInAsync(SharedApp.Labeler, AccountRoles.Labeler);

        Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync("/projects")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await SendAsync(reviewer, "mine", "webqa", Good)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await reviewer.GetAsync("/projects/mine/export?to=webqa&ties=Drop&by=People")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await labeler.GetAsync("/projects")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await labeler.GetAsync("/projects/out/comparisons")).StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient client, string project, string form, string file)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        using var response = await client.PostAsync($"/projects/{project}/import?from={form}", content);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }
}
