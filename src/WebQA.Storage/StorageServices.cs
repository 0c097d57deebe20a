using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WebQA.Core.Browsing;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Core.Feedback;
using WebQA.Core.Feedback.Webhooks;
using WebQA.Core.Guidelines;
using WebQA.Storage.Archive;
using WebQA.Storage.Backups;
using WebQA.Storage.Connections;
using WebQA.Storage.Demonstrations;
using WebQA.Storage.Drafts;
using WebQA.Storage.Engines;
using WebQA.Storage.Episodes;
using WebQA.Storage.Exchange;
using WebQA.Storage.Feedback;
using WebQA.Storage.Guidelines;
using WebQA.Storage.Personal;
using WebQA.Storage.Webhooks;

namespace WebQA.Storage;

/// <summary>Adds the store to a host.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds <see cref="IEpisodeStore"/>, <see cref="IEpisodeChanges"/>, <see cref="IPageArchive"/>, <see cref="IPersonalSettings"/>,
    /// <see cref="IEngineStore"/>, <see cref="IFeedbackStore"/>, <see cref="ITaskQueue"/>, <see cref="ISkipLog"/>, <see cref="IReviewStore"/>, <see cref="IComparisonBrowser"/>, <see cref="IDraftStore"/>, <see cref="IAskerVotes"/>, <see cref="IIncidentStore"/> and the <see cref="Database"/>. Nothing is opened before first use; call <see cref="Database.Prepare"/> to learn of faults at start.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DataFolder folder, Action<StorageOptions>? configure = null)
    {
        var options = services.AddOptions<StorageOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddSingleton<Database>();
        services.AddSingleton(provider => new GroupWriter(provider.GetRequiredService<Database>(), Durability.Normal));
        services.AddSingleton(provider => new FreeSpace(folder, provider.GetRequiredService<IOptions<StorageOptions>>(), folder.FreeBytes));
        services.AddSingleton<EpisodeChanges>();
        services.AddSingleton<IEpisodeChanges>(provider => provider.GetRequiredService<EpisodeChanges>());
        services.AddSingleton<IEpisodeStore, EpisodeStore>();
        services.AddSingleton<IPageArchive, PageArchive>();
        services.AddSingleton<PagesByText>();
        services.AddSingleton<IPersonalSettings, PersonalSettings>();
        services.AddDataProtection().SetApplicationName("WebQA").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        services.AddSingleton<SecretBox>();
        services.AddSingleton<IEngineStore, EngineStore>();
        services.AddSingleton<PersonalWriter>();
        services.AddSingleton<IFeedbackStore, FeedbackStore>();
        services.AddSingleton<ITaskQueue, TaskQueue>();
        services.AddSingleton<ISkipLog, SkipLog>();
        services.AddSingleton<IReviewStore, ReviewStore>();
        services.AddSingleton<IComparisonBrowser, ComparisonBrowser>();
        services.AddSingleton<IDraftStore, DraftStore>();
        services.AddSingleton<IDemonstrationStore, DemonstrationStore>();
        services.AddSingleton<IGuidelineReadings, GuidelineReadings>();
        services.AddSingleton<IProjectAdmission, ProjectAdmission>();
        services.AddSingleton<IAskerVotes, AskerVotes>();
        services.AddSingleton<IIncidentStore, IncidentStore>();
        services.AddSingleton<IWebhookStore, WebhookStore>();
        services.AddSingleton<LabelerNames>();
        services.AddSingleton<ProjectImport>();
        services.AddSingleton<ProjectExport>();
        services.AddSingleton<AnswerExport>();
        services.AddSingleton<Backup>();
        services.AddSingleton<Restore>();
        return services;
    }
}
