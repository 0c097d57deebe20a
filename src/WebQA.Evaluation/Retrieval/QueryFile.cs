namespace WebQA.Evaluation.Retrieval;

/// <summary>Reads the queries of a test collection: lines of id, tab, text; JSON lines (<c>id</c> or <c>_id</c>, <c>text</c>); TREC markup; or SciFact's table of claims.</summary>
public static class QueryFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It holds no query, or a damaged one; the message says where.</exception>
    public static IReadOnlyList<CorpusQuery> Read(string path)
    {
        var queries = All(path).Select(static q => q with { Text = string.Join(' ', q.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) })
            .DistinctBy(static q => q.Id, StringComparer.Ordinal).ToList();
        if (queries.Count == 0)
        {
            throw new InvalidDataException($"'{path}' holds no query. It takes lines of id, tab and text, JSON lines with id and text, or TREC markup with <top> and <num>.");
        }
        if (queries.Find(static q => q.Text.Length == 0) is { } empty)
        {
            throw new InvalidDataException($"Query '{empty.Id}' of '{path}' has no text.");
        }
        return queries;
    }

    private static IEnumerable<CorpusQuery> All(string path)
    {
        if (ClaimTable.IsIn(path))
        {
            return ClaimTable.Read(path).Select(static c => new CorpusQuery(c.Id, c.Text));
        }
        if (TaggedRecords.AreIn(path))
        {
            return TaggedRecords.Read(path, "top").Concat(TaggedRecords.Read(path, "doc")).Select(static r => new CorpusQuery(r.Id, r.Body));
        }
        using var reader = new StreamReader(path);
        return reader.Peek() == '{' ? JsonLines.Read(path).Select(static l => new CorpusQuery(l.Id, l.Text("text"))) : Lines(path);
    }

    private static IEnumerable<CorpusQuery> Lines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            yield return line.Split('\t', 2) is [{ Length: > 0 } id, var text] && !id.Contains(' ', StringComparison.Ordinal)
                ? new CorpusQuery(id, text)
                : throw new InvalidDataException($"Line {number} of '{path}' is not a query: it takes an id without spaces, a tab, and the text.");
        }
    }
}
