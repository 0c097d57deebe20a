using System.Net;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Tests.Fetching.Http;

namespace WebQA.TextBrowser.Tests.Fetching.Guard;

public sealed class GuardedClientTests : IHostResolver, IDialler
{
    private readonly List<IPEndPoint> _dials = [];
    private IPAddress[] _addresses = [IPAddress.Loopback];

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_refused_and_not_dialled()
    {
        using var client = GuardedClient.Create(new GuardOptions(), this, this);

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(client, "http://search.example/"));

        Assert.Equal("search.example leads to an address that is not on the public web, so it is not opened.", Assert.IsType<GuardRefusedException>(fault.InnerException).Message);
        Assert.Empty(_dials);
    }

    [Fact]
    public async Task One_private_address_among_public_ones_is_enough_to_refuse_a_name()
    {
        _addresses = [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("fd00::5")];
        using var client = GuardedClient.Create(new GuardOptions(), this, this);

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(client, "http://search.example/"));

        Assert.Empty(_dials);
    }

    [Fact]
    public async Task A_spelling_of_a_private_address_is_refused_before_any_name_is_resolved()
    {
        using var client = GuardedClient.Create(new GuardOptions(), this, this);

        Assert.Equal(GuardRefusal.Private, (await Assert.ThrowsAsync<GuardRefusedException>(() => GetAsync(client, "http://0x7f.1/"))).Refusal);
    }

    [Fact]
    public async Task A_listed_private_origin_is_asked_and_its_redirects_are_not_followed()
    {
        await using var elsewhere = new LoopbackServer("HTTP/1.1 200 OK", []);
        await using var server = new LoopbackServer($"HTTP/1.1 302 Found\r\nLocation: {elsewhere.Url}", []);
        using var client = GuardedClient.Create(new GuardOptions { PrivateOrigins = [server.Origin] });

        using var response = await client.GetAsync(server.Url, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Found, 1, 0), (response.StatusCode, server.Connections, elsewhere.Connections));
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<IPAddress>>(_addresses);

    public Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        _dials.Add(endPoint);
        throw new InvalidOperationException("Nothing may be dialled.");
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string url) => client.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
}
