using System.Net;
using WebQA.EndToEnd.Tests.App;
using WebQA.Storage.Accounts;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>Every page and every call of the API, asked for by every role: whoever should not see it is refused, whoever should gets through.</summary>
public sealed class RouteAccessTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public void Every_route_of_the_app_has_its_line_and_every_line_its_route()
    {
        var routes = RouteTable.Of(app.Routes).Select(static r => r.Method == "*" ? r.Pattern : $"{r.Method} {r.Pattern}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(RouteTable.Pages.Keys.Concat(RouteTable.Calls.Keys).Order(StringComparer.Ordinal), routes);
    }

    [Theory]
    [InlineData(RouteTable.NoRole)]
    [InlineData(AccountRoles.Asker)]
    [InlineData(AccountRoles.Labeler)]
    [InlineData(AccountRoles.Reviewer)]
    [InlineData(AccountRoles.Researcher)]
    [InlineData(AccountRoles.Admin)]
    public async Task A_role_sees_what_is_for_it_and_nothing_else(string role)
    {
        (await app.AdministratorAsync()).Dispose();
        using var client = await app.SignedInAsync($"{role.Replace(' ', '-')}-at-the-door", role == RouteTable.NoRole ? null : role);
        var wrong = new List<string>();
        foreach (var (method, pattern, route) in RouteTable.Of(app.Routes))
        {
            var isPage = method == "*";
            var allowed = (isPage ? RouteTable.Pages.GetValueOrDefault(pattern) : RouteTable.Calls.GetValueOrDefault($"{method} {pattern}"))?.Contains(role) ?? false;
            using var request = new HttpRequestMessage(new HttpMethod(isPage ? "GET" : method), RouteTable.Address(route));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var isRefused = response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || SharedApp.LedTo(response) is "/no-access" or "/sign-in";
            if (isRefused == allowed || (int)response.StatusCode >= 500)
            {
                wrong.Add($"{request.Method} {pattern} answered {(int)response.StatusCode} {SharedApp.LedTo(response)} to {role}, who {(allowed ? "may" : "may not")}.");
            }
        }
        Assert.Equal([], wrong);
    }
}
