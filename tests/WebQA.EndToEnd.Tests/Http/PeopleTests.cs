using System.Net;
using WebQA.EndToEnd.Tests.App;
using WebQA.Storage.Accounts;
using WebQA.Storage.Engines;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>From the invitation to the account that is shut, over the forms that people use.</summary>
public sealed class PeopleTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const string New = "another long walk home";

    [Fact]
    public async Task An_invited_person_sets_a_password_once_and_is_signed_in()
    {
        (await app.AdministratorAsync()).Dispose();
        var people = app.Get<People>();
        var token = await people.InviteAsync("iris", [AccountRoles.Labeler, AccountRoles.Asker], "ann");
        using var client = app.NewClient();

        using var differs = await SetAsync(client, token, SharedApp.Password, New);
        using var tooShort = await SetAsync(client, token, "short", "short");
        using var set = await SetAsync(client, token, SharedApp.Password, SharedApp.Password);
        using var home = await client.GetAsync("/");
        using var again = await SetAsync(app.NewClient(), token, New, New);

        Assert.Contains("The two passwords differ.", await differs.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Passwords must be at least 12 characters.", await tooShort.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(("/", HttpStatusCode.OK), (SharedApp.LedTo(set), home.StatusCode));
        Assert.Contains("This link does not work", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var iris = (await people.ListAsync()).Single(p => p.Name == "iris");
        Assert.Equal((PersonState.Active, "asker labeler"), (iris.State, string.Join(' ', iris.Roles)));
        Assert.DoesNotContain(app.Log, line => line.Contains(token, StringComparison.Ordinal));
        Assert.Equal(["password set by a link", "invited as labeler, asker"], app.Get<AuditLog>().Of("account/iris").Select(e => e.Change));
        var taken = await Assert.ThrowsAsync<SettingRefusedException>(() => people.InviteAsync("iris", [], "ann"));
        Assert.Equal("Username 'iris' is already taken.", taken.Message);
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_it_and_a_newer_link_ends_the_older()
    {
        (await app.AdministratorAsync()).Dispose();
        using var client = await app.SignedInAsync("pia", AccountRoles.Asker);
        using var wrong = await SharedApp.SendFormAsync(client, "/account", "change-password", ("Password.Name", "not it at all"), ("Password.Password", New), ("Password.Again", New));
        Assert.Contains("The current password is not right", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var changed = await SharedApp.SendFormAsync(client, "/account", "change-password", ("Password.Name", SharedApp.Password), ("Password.Password", New), ("Password.Again", New));
        Assert.Contains("The password is changed.", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/", await SignInAsync("pia", New));

        var older = await app.Get<People>().ResetAsync("pia", "ann");
        var newer = await app.Get<People>().ResetAsync("pia", "ann");
        using var ended = await SetAsync(app.NewClient(), older, SharedApp.Password, SharedApp.Password);
        using var set = await SetAsync(app.NewClient(), newer, SharedApp.Password, SharedApp.Password);
        Assert.Contains("This link does not work", await ended.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(("/", null, "/"), (SharedApp.LedTo(set), await SignInAsync("pia", New), await SignInAsync("pia", SharedApp.Password)));
    }

    [Fact]
    public async Task A_disabled_account_cannot_sign_in_nor_be_given_a_link_and_one_administrator_always_stays()
    {
        (await app.AdministratorAsync()).Dispose();
        (await app.SignedInAsync("doro", AccountRoles.Labeler)).Dispose();
        var people = app.Get<People>();
        var link = await people.ResetAsync("doro", "ann");
        await people.SetPoolsAsync("doro", ["birds", "fish"], "ann");
        await people.DisableAsync("doro", "ann");
        using var useless = await SetAsync(app.NewClient(), link, New, New);

        Assert.Contains("This link does not work", await useless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await SignInAsync("doro", SharedApp.Password));
        Assert.Equal("The account doro is disabled. Enable it first.", (await Assert.ThrowsAsync<SettingRefusedException>(() => people.ResetAsync("doro", "ann"))).Message);
        var doro = (await people.ListAsync()).Single(p => p.Name == "doro");
        Assert.Equal((PersonState.Disabled, "birds, fish"), (doro.State, string.Join(", ", doro.Pools)));
        await people.EnableAsync("doro", "ann");
        Assert.Equal("/", await SignInAsync("doro", SharedApp.Password));

        const string Only = "ann is the only administrator. Make somebody else one first, so that nobody is locked out.";
        Assert.Equal(Only, (await Assert.ThrowsAsync<SettingRefusedException>(() => people.DisableAsync("ann", "ann"))).Message);
        Assert.Equal(Only, (await Assert.ThrowsAsync<SettingRefusedException>(() => people.SetRolesAsync("ann", [AccountRoles.Asker], "ann"))).Message);
        Assert.Equal("There is no account 'nobody'. 'webqa people list' names them all.", (await Assert.ThrowsAsync<SettingRefusedException>(() => people.DisableAsync("nobody", "ann"))).Message);
    }

    private static Task<HttpResponseMessage> SetAsync(HttpClient client, string token, string password, string again) =>
        SharedApp.SendFormAsync(client, "/set-password", ("Input.Token", token), ("Input.Password", password), ("Input.Again", again));

    /// <returns>Where signing in leads; null where it is refused.</returns>
    private async Task<string?> SignInAsync(string name, string password)
    {
        using var client = app.NewClient();
        using var response = await SharedApp.SendFormAsync(client, "/sign-in", ("Input.Name", name), ("Input.Password", password));
        return SharedApp.LedTo(response);
    }
}
