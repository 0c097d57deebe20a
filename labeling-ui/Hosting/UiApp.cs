using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using MudBlazor.Services;
using WebQA.LabelingUi.Api;
using WebQA.LabelingUi.Compare;
using WebQA.LabelingUi.Components;
using WebQA.LabelingUi.Demonstrate;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Keys;
using WebQA.LabelingUi.Languages;
using WebQA.LabelingUi.Projects;
using WebQA.LabelingUi.Review;
using WebQA.LabelingUi.Settings;
using WebQA.LabelingUi.SignIn;
using WebQA.LabelingUi.Status;
using WebQA.LabelingUi.Webhooks;
using WebQA.Models;
using WebQA.Policies;
using WebQA.Runs;
using WebQA.Storage;
using WebQA.Storage.Connections;
using WebQA.TextBrowser.Environments;

namespace WebQA.LabelingUi.Hosting;

/// <summary>The composition root: everything the app is made of, as a list.</summary>
internal static class UiApp
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var listening = Listening.Read(builder.Configuration);
        builder.WebHost.UseUrls([.. listening.Urls]);
        // Outside Development the assets of packages are found only so, unless the app is published.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);

        var data = DataFolder.FromEnvironment();
        builder.Services.AddStorage(data);
        builder.Services.AddModels(data.Root);
        builder.Services.AddTextBrowser(TextBrowserOptions.For(data.Root, builder.Configuration["TextBrowser:ChromiumPath"]));
        builder.Services.AddPolicies();
        builder.Services.AddRuns(configure: options => builder.Configuration.GetSection("Episodes").Bind(options));

        // Open tabs hold connections; the app does not wait for them at shutdown, since every step is stored.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddQuietCircuits();
        builder.Services.AddSignIn(listening);
        builder.Services.AddSettings();
        builder.Services.AddWebhooks(builder.Configuration);
        builder.Services.AddScoped<KeysInUse>();
        builder.Services.AddSingleton(CompareLabels.From(builder.Configuration.GetSection("Compare")));
        builder.Services.AddSetupStatus();
        builder.Services.AddSingleton<PageCache>();
        builder.Services.AddSingleton<ProjectReports>();
        builder.Services.AddSingleton<LabelerLabels>();
        builder.Services.AddSingleton<LabelErrorQueue>();
        builder.Services.AddSingleton<DemonstrationQueue>();
        builder.Services.AddWebQAApi();
        builder.Services.AddMudServices();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();

        var app = builder.Build();
        app.Services.GetRequiredService<Database>().Prepare();
        app.UseLanguages();
        app.UseSecurityHeaders();
        app.UseSameOriginGuard(listening);
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapWebQAApi();
        app.MapProjectFiles();
        app.MapReview();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
