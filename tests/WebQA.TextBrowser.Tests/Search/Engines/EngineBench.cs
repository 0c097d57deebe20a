using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Tests.Search.Engines;

/// <summary>One engine against a fake of its service, with settings that a test can change.</summary>
internal sealed class EngineBench : IEngineSettings, IAsyncDisposable
{
    private readonly EngineClients _clients = new();
    private readonly EngineProtocol _protocol;

    private EngineBench(EngineProtocol protocol, FakeService service)
    {
        (_protocol, Service) = (protocol, service);
        Settings = new EngineSettings { Endpoint = service.Url };
    }

    public FakeService Service { get; }

    public EngineSettings Settings { get; set; }

    public EngineOptions Options { get; set; } = new();

    public static async Task<EngineBench> StartAsync(EngineProtocol protocol, Func<Microsoft.AspNetCore.Http.HttpContext, Task>? answer = null) =>
        new(protocol, await FakeService.StartAsync(answer));

    public HttpSearchEngine Engine => new(_protocol, Options, this, _clients, TimeProvider.System);

    public Task<IReadOnlyList<SearchResult>> SearchAsync(string query = "crows", int count = 8) => Engine.SearchAsync(query, count, TestContext.Current.CancellationToken);

    public Task<EngineFaultException> FaultAsync() => Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync());

    public EngineSettings Find(string engine) => engine == _protocol.Name ? Settings : EngineSettings.None;

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        _clients.Dispose();
    }
}
