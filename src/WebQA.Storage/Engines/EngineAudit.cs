namespace WebQA.Storage.Engines;

/// <summary>Says what a change of an engine's settings did, without anything that may be secret.</summary>
internal static class EngineAudit
{
    /// <summary>The differences in words; null where there are none.</summary>
    public static string? Describe(EngineStore.Kept? before, EngineStore.Kept after)
    {
        var changes = new List<string>();
        if (before?.Endpoint != after.Endpoint)
        {
            changes.Add(after.Endpoint is null ? "endpoint removed" : $"endpoint set to {Shown(after.Endpoint)}");
        }
        if (before?.Contact != after.Contact)
        {
            changes.Add(after.Contact is null ? "contact removed" : $"contact set to {after.Contact}");
        }
        if (!ReferenceEquals(before?.ProtectedKey, after.ProtectedKey))
        {
            changes.Add(after.ProtectedKey is null ? "key removed" : before?.ProtectedKey is null ? "key entered" : "key replaced");
        }
        return changes.Count == 0 ? null : string.Join("; ", changes);
    }

    /// <summary>Without its query, where some providers want the key.</summary>
    private static string Shown(string endpoint) => new Uri(endpoint).GetLeftPart(UriPartial.Path);
}
