using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using WebQA.LabelingUi.Hosting;

namespace WebQA.LabelingUi.Tests.Hosting;

public class SameOriginGuardTests
{
    [Theory]
    [InlineData("127.0.0.1:5080", null)]
    [InlineData("localhost:5080", "http://localhost:5080")]
    [InlineData("[::1]:5080", "http://[::1]:5080")]
    public void The_app_s_own_requests_pass(string host, string? origin) => Assert.Null(SameOriginGuard.Refusal(Request(host, origin), Own));

    [Theory]
    [InlineData("evil.example", null, "The request names the host 'evil.example'. This app answers only to localhost, 127.0.0.1 and [::1].")]
    [InlineData("127.0.0.1.evil.example:5080", null, "The request names the host '127.0.0.1.evil.example:5080'. This app answers only to localhost, 127.0.0.1 and [::1].")]
    [InlineData("127.0.0.1:5080", "https://evil.example", "The request comes from 'https://evil.example', which is another site than this app.")]
    [InlineData("127.0.0.1:5080", "http://127.0.0.1:9999", "The request comes from 'http://127.0.0.1:9999', which is another site than this app.")]
    [InlineData("127.0.0.1:5080", "null", "The request comes from 'null', which is another site than this app.")]
    public void Requests_of_other_sites_are_refused(string host, string? origin, string reason) =>
        Assert.Equal(reason, SameOriginGuard.Refusal(Request(host, origin), Own));

    [Theory]
    [InlineData("192.168.1.4:5080", null)]
    [InlineData("[fe80::1]:5080", null)]
    [InlineData("webqa.example", null)]
    [InlineData("lab.example", "The request names the host 'lab.example', which this app does not know as its own. The operator can add it to the setting AllowedHosts.")]
    public void Where_people_sign_in_numbers_and_the_names_given_to_it_pass(string host, string? reason) =>
        Assert.Equal(reason, SameOriginGuard.Refusal(Request(host, null), Shared));

    private static Listening Own => Read("http://127.0.0.1:5080");

    private static Listening Shared => Read("http://0.0.0.0:5080");

    private static Listening Read(string urls) => Listening.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls), new("AllowedHosts", "webqa.example;other.example")]).Build());

    private static HttpRequest Request(string host, string? origin)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString(host));
        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }
        return request;
    }
}
