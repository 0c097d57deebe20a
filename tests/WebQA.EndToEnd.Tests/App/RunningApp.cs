using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Episodes;

namespace WebQA.EndToEnd.Tests.App;

/// <summary>The real app on a real port with an empty data folder of its own, shared by the tests of this assembly.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"webqa-e2e-{Guid.NewGuid():N}");
    private Factory? _factory;

    public Uri Address => _factory!.ClientOptions.BaseAddress;

    internal PacedPolicies Policies => _factory!.Services.GetRequiredService<PacedPolicies>();

    internal IEpisodeHost Host => _factory!.Services.GetRequiredService<IEpisodeHost>();

    internal IEpisodeStore Store => _factory!.Services.GetRequiredService<IEpisodeStore>();

    internal T Get<T>()
        where T : notnull => _factory!.Services.GetRequiredService<T>();

    internal EpisodeFeed NewFeed() => new(Host, Store, _factory!.Services.GetRequiredService<PageCache>());

    /// <summary>A client outside a browser.</summary>
    public HttpClient NewClient() => new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    public ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("WEBQA_DATA", _data);
        _factory = new Factory();
        _factory.UseKestrel(0);
        _factory.StartServer();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }
        Directory.Delete(_data, recursive: true);
    }

    private sealed class Factory : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
        {
            var own = services.Last(s => s.ServiceType == typeof(IPolicyCatalog));
            services.Remove(own);
            services.AddSingleton(provider => new PacedPolicies((IPolicyCatalog)(own.ImplementationFactory?.Invoke(provider)
                ?? own.ImplementationInstance
                ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!))));
            services.AddSingleton<IPolicyCatalog>(provider => provider.GetRequiredService<PacedPolicies>());
        });
    }
}
