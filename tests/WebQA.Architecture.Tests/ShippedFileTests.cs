using System.Text.Json;
using System.Text.RegularExpressions;

namespace WebQA.Architecture.Tests;

/// <summary>What a clone carries: data that parses, nothing that only one machine has, nothing too large for git.</summary>
public partial class ShippedFileTests
{
    private const long LargestText = 2_000_000;

    /// <summary>Pages of an environment are data: what their authors wrote stands as it is.</summary>
    private static IEnumerable<string> Texts => Repository.Files
        .Where(f => !f.StartsWith("environments/mini-web/web/", StringComparison.Ordinal) && new FileInfo(Repository.PathOf(f)).Length <= LargestText)
        .Where(f => !IsBinary(f));

    [Fact]
    public void Every_json_file_parses() =>
        Assert.Equal([], from file in Repository.Files
                         where file.EndsWith(".json", StringComparison.Ordinal)
                         let fault = FaultOf(File.ReadAllText(Repository.PathOf(file)))
                         where fault is not null
                         select $"{file}: {fault}");

    [Fact]
    public void Every_line_of_every_jsonl_file_parses() =>
        Assert.Equal([], from file in Repository.Files
                         where file.EndsWith(".jsonl", StringComparison.Ordinal)
                         from line in File.ReadLines(Repository.PathOf(file)).Index()
                         where line.Item.Length > 0
                         let fault = FaultOf(line.Item)
                         where fault is not null
                         select $"{file}, line {line.Index + 1}: {fault}");

    [Fact]
    public void No_file_names_a_path_of_one_machine() =>
        Assert.Equal([], from file in Texts
                         from line in File.ReadLines(Repository.PathOf(file)).Index()
                         where line.Item.Contains(Repository.Root, StringComparison.Ordinal) || HomeFolder().IsMatch(line.Item)
                         select $"{file}, line {line.Index + 1}: {line.Item.Trim()}");

    [Fact]
    public void No_line_ends_with_a_carriage_return() =>
        Assert.Equal([], from file in Texts
                         where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal) || IsScript(file)
                         where File.ReadAllText(Repository.PathOf(file)).Contains('\r', StringComparison.Ordinal)
                         select file);

    private static string? FaultOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }

    private static bool IsScript(string file) => file == "webqa" || file.StartsWith(".ci/", StringComparison.Ordinal);

    private static bool IsBinary(string file)
    {
        using var stream = File.OpenRead(Repository.PathOf(file));
        Span<byte> head = stackalloc byte[4096];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)].Contains((byte)0);
    }

    [GeneratedRegex(@"(^|[\s""'(=`:])(/home/[a-z][\w-]*/|/root/|/Users/[A-Za-z][\w-]*/|[A-Z]:\\Users\\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex HomeFolder();
}
