using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WebQA.Core.Episodes;
using WebQA.EndToEnd.Tests.App;
using WebQA.Storage.Accounts;

namespace WebQA.EndToEnd.Tests.Http;

public sealed class SignInTests
{
    private const string SignInFailed = "Name and password do not fit, or the account is locked: after 5 wrong passwords it is for 5 minutes.";

    [Fact]
    public async Task The_token_of_the_start_makes_one_administrator_who_is_signed_in()
    {
        using var app = new SharedApp();
        using var client = app.NewClient();
        Assert.True(app.First.IsOffered);
        using (var page = await client.GetAsync("/sign-in"))
        {
            Assert.Equal("/first-administrator", SharedApp.LedTo(page));
        }

        Assert.Contains("That is not the token.", await MakeAsync(client, new string('0', 32), SharedApp.Password), StringComparison.Ordinal);
        Assert.Contains("Passwords must be at least 12 characters.", await MakeAsync(client, app.First.Token, "short"), StringComparison.Ordinal);
        Assert.Contains("The two passwords differ.", await MakeAsync(client, app.First.Token, SharedApp.Password, "another one here"), StringComparison.Ordinal);
        using var made = await SendAsync(client, app.First.Token, SharedApp.Password, SharedApp.Password);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (made.StatusCode, SharedApp.LedTo(made)));
        var cookie = Assert.Single(made.Headers.GetValues("Set-Cookie"), c => c.StartsWith("webqa-session=", StringComparison.Ordinal));
        Assert.EndsWith("; path=/; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        using var home = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal("made the first administrator", Assert.Single(app.Get<AuditLog>().Of("account/ann")).Change);

        using var second = app.NewClient();
        using var late = await second.GetAsync("/first-administrator");
        Assert.Equal("/sign-in", SharedApp.LedTo(late));
        Assert.Equal(
            "There is an administrator already, so the token no longer works. Sign in, or ask the administrator for an account.",
            await app.First.MakeAsync(app.First.Token, "eve", SharedApp.Password));
    }

    [Fact]
    public async Task Two_who_use_the_token_at_once_make_one_administrator()
    {
        using var app = new SharedApp();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => app.First.MakeAsync(app.First.Token, $"p{i}", SharedApp.Password))));

        Assert.Single(answers, a => a is null);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_also_for_the_right_one()
    {
        using var app = new SharedApp();
        (await app.AdministratorAsync()).Dispose();
        using var client = app.NewClient();

        for (var i = 0; i < 5; i++)
        {
            Assert.Contains(SignInFailed, await TryAsync(client, "wrong password"), StringComparison.Ordinal);
        }
        Assert.Contains(SignInFailed, await TryAsync(client, SharedApp.Password), StringComparison.Ordinal);
        // Nobody of that name, and the same is said: guesses do not tell which names there are.
        Assert.Contains(SignInFailed, await TryAsync(client, SharedApp.Password, "nobody"), StringComparison.Ordinal);
        using var home = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var app = new SharedApp();
        using var client = await app.AdministratorAsync();
        Assert.Contains("Signed in as ann (admin).", await client.GetStringAsync("/account"), StringComparison.Ordinal);

        using var left = await SharedApp.SendFormAsync(client, "/account", form: "sign-out");

        Assert.Equal("/sign-in", SharedApp.LedTo(left));
        using var home = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    [Fact]
    public async Task A_question_belongs_to_whoever_asked_it()
    {
        using var app = new SharedApp();
        using var client = await app.AdministratorAsync();

        using var asked = await client.PostAsJsonAsync("/api/questions", new { question = "Why do crows bring people gifts?", environment = "mini-web" });
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

        Assert.Equal(await app.IdOfAsync(SharedApp.Administrator), (await app.Get<IEpisodeStore>().FindAsync(id))!.OwnerId);
        await app.Get<IEpisodeHost>().StopAsync(id);
    }

    [Theory]
    [InlineData("/history", "/history")]
    [InlineData("//evil.example/", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task After_signing_in_one_comes_back_to_the_page_of_this_app_alone(string wanted, string given)
    {
        using var app = new SharedApp();
        (await app.AdministratorAsync()).Dispose();
        using var client = app.NewClient();

        using var response = await SharedApp.SendFormAsync(
            client, $"/sign-in?ReturnUrl={Uri.EscapeDataString(wanted)}", ("Input.Name", SharedApp.Administrator), ("Input.Password", SharedApp.Password));

        Assert.Equal(given, SharedApp.LedTo(response));
    }

    [Fact]
    public async Task A_form_without_its_token_against_forgery_does_nothing()
    {
        using var app = new SharedApp();
        (await app.AdministratorAsync()).Dispose();
        using var client = app.NewClient();
        using var form = new FormUrlEncodedContent(
            [new("_handler", "sign-in"), new("Input.Name", SharedApp.Administrator), new("Input.Password", SharedApp.Password)]);

        using var response = await client.PostAsync("/sign-in", form);

        Assert.DoesNotContain(response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c => c.StartsWith("webqa-session=", StringComparison.Ordinal));
        using var home = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string token, string password, string again) => SharedApp.SendFormAsync(
        client, "/first-administrator",
        ("Input.Token", token), ("Input.Name", SharedApp.Administrator), ("Input.Password", password), ("Input.Again", again));

    private static async Task<string> MakeAsync(HttpClient client, string token, string password, string? again = null)
    {
        using var response = await SendAsync(client, token, password, again ?? password);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain(password + "\"", page, StringComparison.Ordinal);
        return page;
    }

    private static async Task<string> TryAsync(HttpClient client, string password, string name = SharedApp.Administrator)
    {
        using var response = await SharedApp.SendFormAsync(client, "/sign-in", ("Input.Name", name), ("Input.Password", password));
        return await response.Content.ReadAsStringAsync();
    }
}
