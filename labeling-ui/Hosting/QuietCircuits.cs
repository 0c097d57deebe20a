namespace WebQA.LabelingUi.Hosting;

/// <summary>Keeps what people type out of every log: below Information the framework writes each call of a circuit with its arguments, keys of search engines among them.</summary>
internal static class QuietCircuits
{
    private static readonly string[] Talkers = ["Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", "Microsoft.AspNetCore.SignalR.HubConnectionContext"];

    /// <summary>Holds for whatever levels are configured, and for each provider's own.</summary>
    public static void AddQuietCircuits(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        foreach (var provider in options.Rules.Select(r => r.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList())
        {
            foreach (var talker in Talkers)
            {
                options.Rules.Add(new LoggerFilterRule(provider, talker, LogLevel.Information, filter: null));
            }
        }
    });
}
