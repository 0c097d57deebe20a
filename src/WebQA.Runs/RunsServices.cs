using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WebQA.Core.BestOfN;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Runs.Batches;
using WebQA.Runs.BestOfN;
using WebQA.Runs.Demonstrations;
using WebQA.Runs.Hosting;
using WebQA.Runs.Sessions;

namespace WebQA.Runs;

/// <summary>Adds the running of episodes to a host.</summary>
public static class RunsServices
{
    /// <summary>
    /// Adds <see cref="IEpisodeHost"/>, <see cref="EpisodeReader"/>, <see cref="DemonstrationDesk"/> and <see cref="BatchRunner"/>; for a service also the background service that resumes what was left.
    /// Needs the store (<see cref="IEpisodeStore"/>, <see cref="IEpisodeChanges"/>, the archive), an <see cref="IEnvironmentCatalog"/> and an <see cref="IPolicyCatalog"/>.
    /// </summary>
    /// <param name="services">Where to add.</param>
    /// <param name="hostedBy">Service for the app; command for a command that runs its own episodes and ends.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddRuns(
        this IServiceCollection services, HostedBy hostedBy = HostedBy.Service, Action<EpisodeHostOptions>? configure = null)
    {
        services.AddOptions<EpisodeHostOptions>().Configure(options =>
        {
            options.HostedBy = hostedBy;
            configure?.Invoke(options);
        });
        services.AddSingleton<IValidateOptions<EpisodeHostOptions>, EpisodeHostOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(NullLogger<>)));
        services.AddSingleton<EpisodeReader>();
        services.AddSingleton<EpisodeStarter>();
        services.AddSingleton<EpisodeWorker>();
        services.AddSingleton<LeaseKeeper>();
        services.AddSingleton<EpisodeWatcher>();
        services.AddSingleton(provider => new EpisodeHost(
            provider.GetRequiredService<EpisodeStarter>(), provider.GetRequiredService<EpisodeWorker>(), provider.GetRequiredService<LeaseKeeper>(),
            provider.GetRequiredService<IEpisodeStore>(), provider.GetRequiredService<EpisodeWatcher>(),
            provider.GetRequiredService<IOptions<EpisodeHostOptions>>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<EpisodeHost>>()));
        services.AddSingleton(provider => new BrowsingSessions(
            provider.GetRequiredService<EpisodeStarter>(), provider.GetRequiredService<LeaseKeeper>(), provider.GetRequiredService<IEpisodeStore>(),
            provider.GetRequiredService<IEnvironmentCatalog>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DemonstrationDesk(
            provider.GetRequiredService<EpisodeStarter>(), provider.GetRequiredService<LeaseKeeper>(), provider.GetRequiredService<IEpisodeStore>(),
            provider.GetRequiredService<IDemonstrationStore>(), provider.GetRequiredService<IEnvironmentCatalog>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DemonstrationExport>();
        services.AddSingleton<AnswerSelector>();
        services.AddSingleton<BestOfNRunner>();
        services.AddSingleton<SampleRunner>();
        services.AddSingleton(provider => new BatchRunner(
            provider.GetRequiredService<SampleRunner>(), provider.GetRequiredService<EpisodeStarter>(), provider.GetServices<IRunMetrics>(),
            provider.GetRequiredService<IOptions<EpisodeHostOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEpisodeHost>(provider => provider.GetRequiredService<EpisodeHost>());
        if (hostedBy == HostedBy.Service)
        {
            services.AddHostedService<EpisodeReaper>();
        }
        return services;
    }
}
