using System.Globalization;
using WebQA.Storage.Engines;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Keeping;

namespace WebQA.LabelingUi.Settings;

/// <summary>What the settings page works with.</summary>
internal static class SettingsServices
{
    public static void AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<IEngineSettings>(provider => new LayeredEngineSettings(Kept(provider.GetRequiredService<IEngineStore>()), new EnvironmentVariableEngineSettings()));
        services.AddSingleton(provider => new EngineDesk(
            provider.GetRequiredService<IEngineStore>(),
            provider.GetRequiredService<IEngineSettings>(),
            provider.GetRequiredService<TextBrowserOptions>(),
            (engine, cancellationToken) => provider.GetRequiredService<EngineTest>().RunAsync(engine, provider.GetRequiredService<IEngineSettings>(), cancellationToken),
            engine => Requests(provider.GetRequiredService<EngineLedger>(), engine, provider.GetRequiredService<TimeProvider>())));
    }

    private static long Requests(EngineLedger ledger, string engine, TimeProvider clock)
    {
        var month = clock.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return ledger.Uses().FirstOrDefault(u => u.Engine == engine && u.Month == month)?.Requests ?? 0;
    }

    private static Func<string, EngineSettings?> Kept(IEngineStore store) => engine => store.Find(engine) is { } kept
        ? new EngineSettings { Endpoint = kept.Endpoint, Contact = kept.Contact, Key = store.ReadKey(engine) }
        : null;
}
