using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WebQA.Core.Episodes;
using WebQA.EndToEnd.Tests.App;
using WebQA.Storage.Accounts;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>Whose questions, answers and pages a person sees (decision 0011).</summary>
public sealed class OwnershipTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const string Secret = "Why do crows bring people gifts?";

    [Fact]
    public async Task Another_s_question_is_as_if_it_were_not_there_and_reviewers_read_it()
    {
        (await app.AdministratorAsync()).Dispose();
        using var owner = await app.SignedInAsync("olga", AccountRoles.Asker);
        using var other = await app.SignedInAsync("otto", AccountRoles.Asker);
        using var labeler = await app.SignedInAsync("lena", AccountRoles.Labeler);
        using var reviewer = await app.SignedInAsync("rita", AccountRoles.Reviewer);
        using var asked = await owner.PostAsJsonAsync("/api/questions", new { question = Secret });
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await owner.GetStringAsync($"/api/episodes/{id}/steps");
        var page = (await app.Get<IEpisodeStore>().ReadAsync(id)).Select(e => e.Event).OfType<StepTaken>().First(s => s.QuoteStart is not null).PageSha256!;

        foreach (var address in (string[])[$"/api/episodes/{id}", $"/api/episodes/{id}/steps", $"/episodes/{id}/answer.md", $"/episodes/{id}/answer.html"])
        {
            Assert.Equal(
                [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK],
                [await StatusAsync(owner, address), await StatusAsync(other, address), await StatusAsync(labeler, address), await StatusAsync(reviewer, address)]);
        }
        foreach (var address in (string[])[$"/episodes/{id}", "/history", "/", $"/?again={id}"])
        {
            Assert.Contains(WebUtility.HtmlEncode(Secret), await owner.GetStringAsync(address), StringComparison.Ordinal);
            Assert.DoesNotContain($"/episodes/{id}", await other.GetStringAsync(address), StringComparison.Ordinal);
        }
        Assert.Contains("There is no such episode", await other.GetStringAsync($"/episodes/{id}"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"/episodes/{id}\"", await reviewer.GetStringAsync("/history"), StringComparison.Ordinal);
        Assert.Contains($"/episodes/{id}\"", await reviewer.GetStringAsync("/history?whose=everybody"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/episodes/{id}\"", await labeler.GetStringAsync("/history?whose=everybody"), StringComparison.Ordinal);

        Assert.Contains("The archive holds no page", await other.GetStringAsync($"/pages/{page}?episode={id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("The archive holds no page", await owner.GetStringAsync($"/pages/{page}?episode={id}"), StringComparison.Ordinal);
        var seen = await labeler.GetStringAsync($"/pages/{page}?episode={id}");
        Assert.DoesNotContain("The archive holds no page", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(WebUtility.HtmlEncode(Secret), seen, StringComparison.Ordinal);

        using var followed = await other.PostAsJsonAsync("/api/questions", new { question = "And ravens?", follow_up_of = id });
        Assert.Equal(HttpStatusCode.BadRequest, followed.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return response.StatusCode;
    }
}
