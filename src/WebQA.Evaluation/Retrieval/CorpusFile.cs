namespace WebQA.Evaluation.Retrieval;

/// <summary>Reads the documents of a test collection: JSON lines (<c>id</c> or <c>_id</c>, <c>title</c>, <c>text</c>), or TREC markup (<c>doc</c>, <c>docno</c>, <c>title</c>, <c>text</c>).</summary>
public static class CorpusFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It holds no document, a damaged one, or two of one id; the message says where.</exception>
    public static IReadOnlyList<CorpusDocument> Read(string path)
    {
        CorpusDocument[] documents = TaggedRecords.AreIn(path)
            ? [.. TaggedRecords.Read(path, "doc").Select(static r => new CorpusDocument(r.Id, r.Field("title"), r.Field("text") is { Length: > 0 } text ? text : r.Body))]
            : [.. JsonLines.Read(path).Select(static l => new CorpusDocument(l.Id, l.Text("title"), l.Text("text")))];
        if (documents.Length == 0)
        {
            throw new InvalidDataException($"'{path}' holds no document. It takes JSON lines with id, title and text, or TREC markup with <doc> and <docno>.");
        }
        if (documents.GroupBy(static d => d.Id, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"'{path}' holds {twice.Count()} documents of id '{twice.Key}'. Ids must differ, since judgements name documents by them.");
        }
        return documents;
    }
}
