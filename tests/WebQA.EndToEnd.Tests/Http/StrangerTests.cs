using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using WebQA.EndToEnd.Tests.App;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>Where others can reach the app, every route but a few refuses whoever has not signed in.</summary>
public sealed class StrangerTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public void Only_health_signing_in_and_the_files_of_the_app_are_open() => Assert.Equal(
        RouteTable.Open,
        app.Routes.Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null && r.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(r => r.RoutePattern.RawText).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_other_route_refuses_a_stranger()
    {
        using var client = app.NewClient();
        var checkedRoutes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var route in app.Routes.Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            var address = RouteTable.Address(route);
            foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address);
                using var response = await client.SendAsync(request);

                var isRedirect = response.StatusCode == HttpStatusCode.Redirect && SharedApp.LedTo(response) == "/sign-in";
                Assert.True(isRedirect || response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {address} answered {(int)response.StatusCode} to a stranger.");
                Assert.True(!isRedirect || method == "GET", $"{method} {address} led a stranger away in place of refusing.");
                checkedRoutes.Add(address);
            }
        }
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "/", "/history", "/episodes/x", "/api/questions", "/api/episodes/x", "/openapi/x.json", "/_blazor/negotiate", "/episodes/x/answer.md" },
            checkedRoutes);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/appsettings.json")]
    [InlineData("/js/../appsettings.json")]
    public async Task An_address_that_does_not_exist_leads_to_signing_in_too(string address)
    {
        using var client = app.NewClient();
        using var response = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/sign-in", SharedApp.LedTo(response));
    }

    [Fact]
    public async Task A_refused_call_of_the_api_says_what_to_do()
    {
        using var client = app.NewClient();
        using var response = await client.PostAsJsonAsync("/api/questions", new { question = "Why?" });

        Assert.Equal("Sign in at /sign-in first.", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Strangers_learn_that_the_app_lives_and_nothing_of_its_parts()
    {
        using var client = app.NewClient();

        Assert.Equal("live", await client.GetStringAsync("/health/live"));
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal("[]", await ready.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/css/tokens.css")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task The_page_for_signing_in_gets_its_files(string address)
    {
        using var client = app.NewClient();
        using var response = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
