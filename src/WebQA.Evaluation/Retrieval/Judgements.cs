using System.Globalization;

namespace WebQA.Evaluation.Retrieval;

/// <summary>Which documents are relevant to which queries: TREC's lines (query, anything, document, grade), or SciFact's table of claims. A grade above 0 is relevant; grades beyond that are not told apart.</summary>
public static class Judgements
{
    /// <summary>The relevant documents of each query that has any.</summary>
    /// <exception cref="InvalidDataException">A line is no judgement, or none says that anything is relevant; the message says which.</exception>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Read(string path)
    {
        var pairs = ClaimTable.IsIn(path) ? ClaimTable.Read(path).SelectMany(static c => c.Cited.Select(d => (Query: c.Id, Document: d))) : Lines(path);
        var relevant = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var query in pairs.GroupBy(static p => p.Query, static p => p.Document, StringComparer.Ordinal))
        {
            relevant.Add(query.Key, query.ToHashSet(StringComparer.Ordinal));
        }
        return relevant.Count > 0 ? relevant : throw new InvalidDataException($"'{path}' judges no document to be relevant.");
    }

    private static IEnumerable<(string Query, string Document)> Lines(string path)
    {
        foreach (var (number, fields) in FieldLines.Read(path))
        {
            if (fields.Length != 4 || !int.TryParse(fields[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade))
            {
                throw new InvalidDataException($"Line {number} of '{path}' is not a judgement: it takes query, 0, document and a whole grade, separated by spaces.");
            }
            if (grade > 0)
            {
                yield return (fields[0], fields[2]);
            }
        }
    }
}
