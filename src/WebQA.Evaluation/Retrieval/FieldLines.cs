namespace WebQA.Evaluation.Retrieval;

/// <summary>Lines of fields between spaces, as TREC's files have them.</summary>
internal static class FieldLines
{
    /// <summary>The fields of each line that has any, and the line's 1-based number.</summary>
    public static IEnumerable<(int Number, string[] Fields)> Read(string path) => File.ReadLines(path)
        .Select(static (line, i) => (Number: i + 1, Fields: line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        .Where(static line => line.Fields.Length > 0);
}
