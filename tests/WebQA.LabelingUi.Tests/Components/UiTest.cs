using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Keys;
using WebQA.LabelingUi.Status;
using WebQA.LabelingUi.Tests.Doubles;
using WebQA.Storage.Accounts;
using WebQA.Storage.Personal;

namespace WebQA.LabelingUi.Tests.Components;

/// <summary>Renders components as the circuit does, over the crow web.</summary>
public abstract class UiTest : IAsyncDisposable
{
    private protected UiTest()
    {
        Engines = new StatedEngines(Clock);
        Context = new BunitContext();
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.Services.AddMudServices();
        Context.Services.AddSingleton<TimeProvider>(Clock);
        Context.Services.AddSingleton(World.Pages);
        Context.Services.AddSingleton<IEpisodeHost>(World.Episodes);
        Context.Services.AddSingleton<IEpisodeStore>(World.Episodes);
        Context.Services.AddSingleton<IEnvironmentCatalog>(World.Web);
        Context.Services.AddSingleton<IPageArchive>(World.Web);
        Context.Services.AddSingleton<IPolicyCatalog>(World.Policies);
        Context.Services.AddSingleton<ISetupStatus>(Setup);
        Context.Services.AddSingleton(Engines.Desk);
        Context.Services.AddSingleton<IExampleQuestions>(new FewExamples());
        Context.Services.AddSingleton<IPersonalSettings>(Settings);
        Context.Services.AddSingleton<KeysInUse>();
        // The one person of a machine of one's own.
        Context.AddAuthorization().SetAuthorized("operator").SetRoles([.. AccountRoles.All]);
        Context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Context.Render<MudPopoverProvider>();
        Dialogs = Context.Render<MudDialogProvider>();
    }

    private protected World World { get; } = new();

    private protected StatedEngines Engines { get; }

    private protected StatedSetup Setup { get; } = new();

    private protected MemorySettings Settings { get; } = new();

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 14, 0, 0, TimeSpan.Zero));

    protected BunitContext Context { get; }

    protected IRenderedComponent<MudDialogProvider> Dialogs { get; }

    /// <summary>The address in the browser's bar.</summary>
    protected string Address => Context.Services.GetRequiredService<BunitNavigationManager>().Uri;

    protected void GoTo(string address) => Context.Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        World.Episodes.Dispose();
        GC.SuppressFinalize(this);
    }

    internal sealed class StatedSetup : ISetupStatus
    {
        public IReadOnlyList<SetupPart> Parts { get; set; } = [new("index", SetupState.Ready, "Ready: 3 pages, no key needed.")];
    }

    private sealed class FewExamples : IExampleQuestions
    {
        public string Coverage => "Three pages about crows.";

        public IReadOnlyList<ExampleQuestion> Page(int number) => [new("Nature", $"Question {number}?")];
    }
}
