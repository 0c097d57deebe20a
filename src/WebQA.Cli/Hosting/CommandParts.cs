using Microsoft.Extensions.DependencyInjection;
using WebQA.Cli.Doctor;
using WebQA.Cli.Pages;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Checks;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Rendering;

namespace WebQA.Cli.Hosting;

/// <summary>What only the commands need.</summary>
internal static class CommandParts
{
    public static void AddCommandParts(this IServiceCollection services)
    {
        services.AddSingleton<StoredEpisodes>();
        services.AddSingleton<EpisodeWatch>();
        services.AddSingleton<SearchReadiness>();
        services.AddSingleton<PageSource>();
        services.AddSingleton<MachineCheck>();
        services.AddSingleton<IPageReader>(provider => new PageReader(provider.GetRequiredService<IPdfTextExtractor>()));
        services.AddSingleton<ChromiumInstaller>();
        services.AddSingleton(provider => new PdfCheck(provider.GetRequiredService<IPdfTextExtractor>()));
    }
}
