namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Fits a query to an engine: its length, and the operators that policies write whether the engine has them or not.</summary>
internal static class EngineQuery
{
    private static readonly string[] Operators = ["site:", "filetype:", "intitle:", "inurl:"];

    /// <summary>The query as the engine can take it, and the hosts that <c>site:</c> operators named where it has none.</summary>
    public static (string Text, IReadOnlyList<string> Sites) Fit(string query, EngineCapabilities capabilities)
    {
        var text = ResultText.OneLine(query);
        var words = text.Split(' ');
        if (capabilities.HasOperators)
        {
            return (Cut(words, capabilities), []);
        }
        var plain = Array.FindAll(words, static w => !Operators.Any(o => w.TrimStart('-').StartsWith(o, StringComparison.OrdinalIgnoreCase) && w.TrimStart('-').Length > o.Length));
        var sites = words.Except(plain, StringComparer.Ordinal).Where(static w => w.StartsWith(Operators[0], StringComparison.OrdinalIgnoreCase))
            .Select(static w => w[Operators[0].Length..].ToLowerInvariant()).Distinct(StringComparer.Ordinal);
        return (Cut(plain.Length > 0 ? plain : words, capabilities), [.. sites]);
    }

    private static string Cut(string[] words, EngineCapabilities capabilities)
    {
        var text = string.Join(' ', words.Take(capabilities.MaxQueryWords));
        if (text.Length <= capabilities.MaxQueryLength)
        {
            return text;
        }
        var end = text.LastIndexOf(' ', capabilities.MaxQueryLength);
        end = end > 0 ? end : capabilities.MaxQueryLength;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}
