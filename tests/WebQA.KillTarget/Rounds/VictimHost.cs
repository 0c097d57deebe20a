using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.KillTarget.Doubles;
using WebQA.Runs;
using WebQA.Storage;

namespace WebQA.KillTarget.Rounds;

/// <summary>The real store and background service with scripted episodes: starts new ones, goes on with those it finds, until its input closes.</summary>
internal static class VictimHost
{
    public static async Task RunAsync(string data, TimeSpan pause, int episodes)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        AddTo(builder.Services, data, pause);
        using var app = builder.Build();
        await app.StartAsync();
        var host = app.Services.GetRequiredService<IEpisodeHost>();
        for (var i = 0; i < episodes; i++)
        {
            await host.StartAsync(new EpisodeRequest { Question = $"Why {i}?", Seed = i });
        }
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    /// <summary>Everything the host is made of; leases are short so that rounds are.</summary>
    public static void AddTo(IServiceCollection services, string data, TimeSpan pause)
    {
        services.AddStorage(new DataFolder(data), options =>
        {
            options.Lease = TimeSpan.FromSeconds(1);
            options.MinFreeBytes = 0;
        });
        services.AddRuns(HostedBy.Service, options =>
        {
            options.MaxRunning = 100;
            options.Heartbeat = options.Reap = TimeSpan.FromMilliseconds(100);
        });
        services.AddSingleton<IEnvironmentCatalog>(provider =>
            new ScriptedEnvironments(provider.GetRequiredService<IPageArchive>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPolicyCatalog>(provider => new ScriptedPolicies(pause, provider.GetRequiredService<TimeProvider>()));
    }
}
