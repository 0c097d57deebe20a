using System.Text;

namespace WebQA.Evaluation.Retrieval;

/// <summary>SciFact's claims as a table with columns <c>id</c>, <c>claim</c> and <c>cited_doc_ids</c>: queries and judgements in one. What a claim cites is relevant to it, as in BEIR.</summary>
internal static class ClaimTable
{
    /// <summary>A claim.</summary>
    public sealed record Claim(string Id, string Text, IReadOnlyList<string> Cited);

    /// <summary>Whether a file is such a table.</summary>
    public static bool IsIn(string path)
    {
        using var reader = new StreamReader(path);
        return reader.ReadLine() is { } head && head.StartsWith("id,claim,", StringComparison.Ordinal) && head.Split(',').Contains("cited_doc_ids");
    }

    /// <summary>The claims of a table; one that stands in several rows comes several times.</summary>
    /// <exception cref="InvalidDataException">A row is damaged; the message says which.</exception>
    public static IEnumerable<Claim> Read(string path)
    {
        var columns = Array.Empty<string>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = Fields(line);
            if (number == 1)
            {
                columns = fields;
                continue;
            }
            if (fields.Length != columns.Length)
            {
                throw new InvalidDataException($"Line {number} of '{path}' has {fields.Length} fields; the first line names {columns.Length}.");
            }
            yield return new Claim(
                fields[Array.IndexOf(columns, "id")], fields[Array.IndexOf(columns, "claim")], Ids(fields[Array.IndexOf(columns, "cited_doc_ids")], number, path));
        }
    }

    /// <summary>The ids of <c>[4983]</c>, <c>[4983, 5]</c> or <c>[ 4983 5]</c>: the table comes in both forms.</summary>
    private static string[] Ids(string list, int number, string path) =>
        list is ['[', .. var ids, ']']
            ? ids.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidDataException($"Line {number} of '{path}' has '{list}' where a list of ids such as [4983] should stand.");

    /// <summary>Fields part at commas; one in quotation marks may hold commas, and marks that are doubled.</summary>
    private static string[] Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }
        fields.Add(field.ToString());
        return [.. fields];
    }
}
