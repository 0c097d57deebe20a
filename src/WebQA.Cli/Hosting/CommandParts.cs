using Microsoft.Extensions.DependencyInjection;
using WebQA.Cli.Doctor;
using WebQA.Cli.Pages;
using WebQA.Core.Browsing;
using WebQA.Storage.Engines;
using WebQA.Core.Episodes;
using WebQA.Models.Embeddings;
using WebQA.Runs.Answers;
using WebQA.TextBrowser.Checks;
using WebQA.TextBrowser.Checks.Injection;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Rendering;
using WebQA.TextBrowser.Search.Engines;

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
        services.AddSingleton<EpisodeWarc>();
        services.AddSingleton<MachineCheck>();
        services.AddSingleton<EngineCheck>();
        services.AddSingleton<IEngineSettings>(static provider => new LayeredEngineSettings(
            Kept(provider.GetRequiredService<IEngineStore>()), new EnvironmentVariableEngineSettings()));
        services.AddSingleton<IPageReader>(provider => new PageReader(provider.GetRequiredService<IPdfTextExtractor>()));
        services.AddSingleton<ChromiumInstaller>();
        services.AddSingleton(_ => new InjectionCheck(new ProductDoors(CountMarks, static state => AnswerDocument.Of(state, Untimed(state)).WithoutTimes().ToJson())));
        services.AddSingleton(provider => new PdfCheck(provider.GetRequiredService<IPdfTextExtractor>()));
    }

    private static int CountMarks(string text)
    {
        var tokenizer = WordPieceTokenizer.Load(Path.Combine(new EmbedderOptions().Folder, "tokenizer.json"));
        return tokenizer.Encode(text, int.MaxValue)[1..^1].Count(tokenizer.IsMark);
    }

    private static EpisodeSummary Untimed(EpisodeState state) => new(
        state.Setup.Id, state.Setup.Question.Text, state.Setup.Environment, state.Setup.Policy, state.Setup.Seed, EpisodePhase.Ended, state.Ended?.Outcome, state.Ended?.Reason,
        state.ActionsUsed, state.References.Count, default, default, null, null, null);

    /// <summary>What was entered in the app's settings holds here too.</summary>
    private static Func<string, EngineSettings?> Kept(IEngineStore store) => engine => store.Find(engine) is { } kept
        ? new EngineSettings { Endpoint = kept.Endpoint, Contact = kept.Contact, Key = store.ReadKey(engine) }
        : null;
}
