using WebQA.Storage.Connections;

namespace WebQA.Storage.Archive;

/// <summary>Finds stored pages by their text, which is what references of comparisons name. Thread-safe.</summary>
public sealed class PagesByText(Database database)
{
    /// <summary>Keys of stored pages by the hash of their plain text; texts that no stored page has are left out.</summary>
    public IReadOnlyDictionary<string, string> Find(IEnumerable<string> textSha256) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in textSha256.Distinct(StringComparer.Ordinal))
        {
            if (statements.Scalar("select page_sha256 from page where text_sha256 = @text limit 1", ("@text", text)) is string page)
            {
                found[text] = page;
            }
        }
        return found;
    });
}
