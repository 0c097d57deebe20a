namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>HTTP clients for what the program itself asks for, search engines for example: every request passes the rules and goes to a checked address.</summary>
public static class GuardedClient
{
    /// <summary>A client that follows no redirect, keeps no cookie and uses no proxy; a refusal is a <see cref="GuardRefusedException"/>, bare or inside an <see cref="HttpRequestException"/>.</summary>
    /// <param name="options">What the operator allows; a private endpoint must be listed in <see cref="GuardOptions.PrivateOrigins"/>.</param>
    /// <param name="resolver">Finds addresses; null for the operating system's.</param>
    /// <param name="dialler">Opens connections; null for TCP.</param>
    public static HttpClient Create(GuardOptions options, IHostResolver? resolver = null, IDialler? dialler = null) =>
        new(new RulesHandler(new UrlRules(options), new GuardedConnections(options, resolver, dialler).CreateHandler()));

    private sealed class RulesHandler(UrlRules rules, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = rules.Check(request.RequestUri!.OriginalString);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
