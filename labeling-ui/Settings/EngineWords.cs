using WebQA.LabelingUi.Resources;
using WebQA.Storage;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.LabelingUi.Settings;

/// <summary>What the settings page says about engines.</summary>
internal static class EngineWords
{
    /// <summary>What a kind of engine is.</summary>
    public static string About(string engine) => engine switch
    {
        "mediawiki" => Strings.EngineMediaWiki,
        "searxng" => Strings.EngineSearxng,
        "kiwix" => Strings.EngineKiwix,
        "brave" => Strings.EngineBrave,
        "tavily" => Strings.EngineTavily,
        "exa" => Strings.EngineExa,
        "serper" => Strings.EngineSerper,
        _ => Strings.EngineCustom,
    };

    /// <summary>An address such as this engine has, for the empty field.</summary>
    public static string ExampleEndpoint(EngineProtocol protocol) => protocol.DefaultEndpoint(language: null)?.ToString() ?? protocol.Name switch
    {
        "searxng" => "http://localhost:8888",
        "kiwix" => "http://localhost:8080",
        _ => "https://search.example/v1",
    };

    /// <summary>What is known of its key.</summary>
    public static string Key(EngineCard card) => card.Key switch
    {
        KeySource.Kept => Strings.KeyKept,
        KeySource.Unreadable => Strings.KeyLost,
        KeySource.Variable => Say.With(Strings.KeyOfVariable, EnvironmentVariableEngineSettings.NameOf(card.Engine, "KEY")),
        _ => card.Protocol.Capabilities.NeedsKey ? Strings.KeyMissing : Strings.NoKey,
    };

    /// <summary>How it stands before it is tried.</summary>
    public static string Untested(EngineCard card) => card switch
    {
        { Fault: { } fault } => fault,
        { Key: KeySource.Unreadable } => Say.With(Strings.KeyLostText, DataFolder.Variable),
        { Endpoint: null } => Say.With(Strings.EngineWithoutAddress, ExampleEndpoint(card.Protocol)),
        { IsSetUp: false } => Strings.EngineWithoutKey,
        _ => Strings.NotTestedYet,
    };

    /// <summary>What a test found.</summary>
    public static string Tested(EngineCard card, EngineTestResult result)
    {
        if (!result.IsWorking)
        {
            return $"{result.What} {result.Remedy}";
        }
        var found = Say.With(result.Count == 0 ? Strings.TestedEmpty : result.Count == 1 ? Strings.TestedOne : Strings.TestedMany, result.Count, Math.Ceiling(result.Time.TotalMilliseconds));
        return card.WantsContact ? $"{found} {Say.With(Strings.WantsContact, card.RequestsPerMinute, card.Protocol.Capabilities.RequestsPerMinute)}" : found;
    }
}
