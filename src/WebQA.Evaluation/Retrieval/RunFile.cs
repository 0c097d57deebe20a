using System.Globalization;
using System.Text;

namespace WebQA.Evaluation.Retrieval;

/// <summary>Rankings in TREC's form: <c>query Q0 document rank score name</c> a line.</summary>
public static class RunFile
{
    /// <summary>Writes the ranking of a query. Scores only say the order: they fall by 1 a rank, so that no tool sees a tie.</summary>
    public static async Task WriteAsync(TextWriter writer, string queryId, IReadOnlyList<string> documentIds, string runName)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < documentIds.Count; i++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{queryId} Q0 {documentIds[i]} {i + 1} {documentIds.Count - i} {runName}\n");
        }
        await writer.WriteAsync(lines);
    }

    /// <summary>The documents of each query, by falling score; equal scores in the order of the file.</summary>
    /// <exception cref="InvalidDataException">A line is not one of a run; the message says which.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string path)
    {
        var ranked = new Dictionary<string, List<(string Document, double Score)>>(StringComparer.Ordinal);
        foreach (var (number, fields) in FieldLines.Read(path))
        {
            if (fields.Length != 6 || !double.TryParse(fields[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var score))
            {
                throw new InvalidDataException($"Line {number} of '{path}' is not a line of a run: it takes query, Q0, document, rank, score and name, separated by spaces.");
            }
            (ranked.TryGetValue(fields[0], out var documents) ? documents : ranked[fields[0]] = []).Add((fields[2], score));
        }
        return ranked.ToDictionary(
            static q => q.Key, static IReadOnlyList<string> (q) => [.. q.Value.OrderByDescending(static d => d.Score).Select(static d => d.Document).Distinct(StringComparer.Ordinal)],
            StringComparer.Ordinal);
    }
}
