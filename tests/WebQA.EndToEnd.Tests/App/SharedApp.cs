using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WebQA.EndToEnd.Tests.Doubles;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.EndToEnd.Tests.App;

/// <summary>The app as others can reach it, so that people sign in; asked in memory, or by a browser on a port of this machine.</summary>
public sealed partial class SharedApp : IDisposable
{
    public const string Administrator = "ann", Labeler = "bob", Password = "a long walk home";

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"webqa-shared-{Guid.NewGuid():N}");
    private readonly EveryLogLine _log = new();
    private readonly Factory _factory;

    public SharedApp()
        : this(listens: false)
    {
    }

    internal SharedApp(bool listens)
    {
        _factory = new Factory(_log);
        var before = Environment.GetEnvironmentVariable("WEBQA_DATA");
        Environment.SetEnvironmentVariable("WEBQA_DATA", _data);
        if (listens)
        {
            _factory.UseKestrel(0);
        }
        _factory.StartServer();
        Environment.SetEnvironmentVariable("WEBQA_DATA", before);
    }

    /// <summary>Where a browser finds it.</summary>
    public Uri Address => _factory.ClientOptions.BaseAddress;

    internal FirstAdministrator First => Get<FirstAdministrator>();

    /// <summary>Everything that was logged, down to the finest level.</summary>
    public IReadOnlyCollection<string> Log => _log.Lines;

    internal IReadOnlyList<RouteEndpoint> Routes => [.. Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    internal T Get<T>()
        where T : notnull => _factory.Services.GetRequiredService<T>();

    /// <summary>A browser without pictures: it keeps cookies and follows nothing.</summary>
    public HttpClient NewClient() => _factory.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>Fills and sends the form of a page.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(address);
        return await SendAsync(client, address, page, fields);
    }

    /// <summary>Fills and sends one form of a page that has several.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(HttpClient client, string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(address);
        var one = page.Split("<form").Single(part => part.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        return await SendAsync(client, address, one, fields);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string page, (string Name, string Value)[] fields)
    {
        var hidden = HiddenField().Matches(page).Select(m => (m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)));
        using var form = new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(address, form);
    }

    /// <summary>Where an answer leads: a path of the app, the whole address elsewhere, null where it leads nowhere.</summary>
    public static string? LedTo(HttpResponseMessage response)
    {
        var own = new Uri("http://localhost/");
        return response.Headers.Location is not { } location ? null
            : new Uri(own, location) is var whole && own.IsBaseOf(whole) ? whole.AbsolutePath : whole.ToString();
    }

    /// <summary>A client that has signed in as somebody; the account is made where it is missing.</summary>
    public async Task<HttpClient> SignedInAsync(string name, string? role)
    {
        await AddPersonAsync(name, role);
        await First.OfferAsync();
        var client = NewClient();
        using var response = await SendFormAsync(client, "/sign-in", ("Input.Name", name), ("Input.Password", Password));
        Assert.Equal("/", LedTo(response));
        return client;
    }

    /// <summary>Makes an account where it is missing.</summary>
    public async Task AddPersonAsync(string name, string? role)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        if (await people.FindByNameAsync(name) is null)
        {
            var person = new IdentityUser(name);
            Assert.True((await people.CreateAsync(person, Password)).Succeeded);
            Assert.True(role is null || (await people.AddToRoleAsync(person, role)).Succeeded);
        }
    }

    /// <summary>The id of an account.</summary>
    public async Task<string> IdOfAsync(string name)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>().FindByNameAsync(name))!.Id;
    }

    public Task<HttpClient> AdministratorAsync() => SignedInAsync(Administrator, AccountRoles.Admin);

    public void Dispose()
    {
        _factory.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex HiddenField();

    private sealed class Factory(EveryLogLine log) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("urls", "http://0.0.0.0:5080")
            .ConfigureLogging(logging => logging.ClearProviders().AddFilter(null, LogLevel.Trace).AddProvider(log));
    }
}
