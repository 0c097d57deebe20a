using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.TextBrowser.Environments.Creation;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pdf;
using WebQA.TextBrowser.Rendering;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Keeping;

namespace WebQA.TextBrowser.Environments;

/// <summary>The text browser, for composition roots.</summary>
public static class TextBrowserServices
{
    /// <summary>Adds the environments as <see cref="IEnvironmentCatalog"/> and <see cref="EnvironmentCatalog"/>, the search engines (<see cref="EngineFactory"/>, <see cref="EngineTest"/>, <see cref="EngineLedger"/>), and the guarded <see cref="HttpPageFetcher"/>. Nothing is read or started before the first use.</summary>
    /// <remarks>Needs <see cref="IPageArchive"/> and <see cref="IEmbedder"/>; takes <see cref="IEngineSettings"/> (else the process's variables), <see cref="TimeProvider"/>, <see cref="IHostResolver"/>, <see cref="IDialler"/> and logging where they are.</remarks>
    /// <param name="services">The application's services.</param>
    /// <param name="options">Where environments and indexes lie.</param>
    public static IServiceCollection AddTextBrowser(this IServiceCollection services, TextBrowserOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IPdfTextExtractor>(static provider =>
            new PdfTextExtractor(provider.GetRequiredService<TextBrowserOptions>().Pdf, provider.GetService<TimeProvider>()));
        services.AddSingleton(static provider => new ChromiumLocator(provider.GetRequiredService<TextBrowserOptions>().Chromium.ChromiumPath));
        services.AddSingleton(static provider =>
            new ChromiumHost(provider.GetRequiredService<TextBrowserOptions>().Chromium, provider.GetService<ILogger<ChromiumHost>>(), provider.GetService<TimeProvider>()));
        services.AddSingleton(static provider => new EnvironmentCatalog(
            provider.GetRequiredService<TextBrowserOptions>(),
            new EnvironmentParts(
                provider.GetRequiredService<IPdfTextExtractor>(),
                allowUnsandboxed => new PageRenderer(provider.GetRequiredService<ChromiumHost>(), allowUnsandboxed),
                provider.GetRequiredService<IPageArchive>(),
                provider.GetRequiredService<IEmbedder>(),
                provider.GetService<TimeProvider>() ?? TimeProvider.System)
            {
                Engines = provider.GetRequiredService<EngineFactory>(),
                Resolver = provider.GetService<IHostResolver>(),
                Dialler = provider.GetService<IDialler>(),
            },
            provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance));
        services.AddSingleton(static provider => HttpPageFetcher.Create(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<EnvironmentCreator>();
        AddEngines(services);
        services.AddSingleton<IEnvironmentCatalog>(static provider => provider.GetRequiredService<EnvironmentCatalog>());
        return services;
    }

    /// <summary>The application may add <see cref="IEngineSettings"/> of its own; without them environment variables are read.</summary>
    private static void AddEngines(IServiceCollection services)
    {
        services.TryAddSingleton<IEngineSettings>(static _ => new EnvironmentVariableEngineSettings());
        services.AddSingleton(static provider => new EngineClients(provider.GetService<IHostResolver>(), provider.GetService<IDialler>()));
        services.AddSingleton(static provider => new EngineLedger(
            Path.Combine(provider.GetRequiredService<TextBrowserOptions>().DataFolder, "engines.db"),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILogger<EngineLedger>>() ?? NullLogger<EngineLedger>.Instance));
        services.AddSingleton(static provider => new EngineFactory(
            provider.GetRequiredService<IEngineSettings>(), provider.GetRequiredService<EngineClients>(), provider.GetRequiredService<EngineLedger>(), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton(static provider => new EngineTest(provider.GetRequiredService<EngineFactory>(), provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }
}
