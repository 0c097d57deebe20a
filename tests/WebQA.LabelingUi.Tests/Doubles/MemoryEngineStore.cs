using WebQA.Storage.Engines;

namespace WebQA.LabelingUi.Tests.Doubles;

/// <summary>Settings of engines in memory.</summary>
internal sealed class MemoryEngineStore(TimeProvider clock) : IEngineStore
{
    private readonly Dictionary<string, (EngineSetting Setting, string? Key)> _kept = new(StringComparer.Ordinal);

    /// <summary>Whether what keys are encrypted with is gone.</summary>
    public bool HasLostKeys { get; set; }

    public EngineSetting? Find(string engine) => _kept.TryGetValue(engine, out var kept)
        ? kept.Setting with { Key = kept.Key is null ? KeyState.None : HasLostKeys ? KeyState.Unreadable : KeyState.Kept }
        : null;

    public string? ReadKey(string engine) => !HasLostKeys && _kept.TryGetValue(engine, out var kept) ? kept.Key : null;

    public EngineSetting? Save(string engine, EngineChange change, string? by)
    {
        if (change.Endpoint is { Length: > 0 } text && !text.StartsWith("http", StringComparison.Ordinal))
        {
            throw new SettingRefusedException("The endpoint must be an address.");
        }
        var endpoint = change.Endpoint is { Length: > 0 } ? new Uri(change.Endpoint) : null;
        var key = change.RemovesKey ? null : change.NewKey is { Length: > 0 } ? change.NewKey : _kept.GetValueOrDefault(engine).Key;
        var contact = change.Contact is { Length: > 0 } ? change.Contact : null;
        _kept[engine] = (new EngineSetting(engine, endpoint, contact, KeyState.None, clock.GetUtcNow(), by), key);
        return Find(engine);
    }
}
