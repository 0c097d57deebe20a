using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Keys;

/// <summary>Which screens have which keys, and what they are called.</summary>
internal static class KeyScopes
{
    /// <summary>The screens whose keys act at an address, besides those that act everywhere.</summary>
    /// <param name="path">Of a page, without the slash at its beginning.</param>
    public static IEnumerable<KeyScope> Of(string path) => path.Split('/', '?', '#')[0] switch
    {
        "demonstrate" => [KeyScope.Demonstrate],
        "compare" => [KeyScope.Compare],
        "review" => [KeyScope.Review],
        "" or "episodes" => [KeyScope.Running],
        _ => [],
    };

    public static string Title(KeyScope scope) => scope switch
    {
        KeyScope.Demonstrate => KeysStrings.ScopeDemonstrate,
        KeyScope.Compare => KeysStrings.ScopeCompare,
        KeyScope.Review => KeysStrings.ScopeReview,
        KeyScope.Running => KeysStrings.ScopeRunning,
        _ => KeysStrings.ScopeEverywhere,
    };
}
