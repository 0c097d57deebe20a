using System.Text.RegularExpressions;

namespace WebQA.Architecture.Tests;

/// <summary>A package that comes along through a reference could be used without being named in the project file; its namespaces may not.</summary>
public partial class NamespaceTests
{
    private static readonly (string Namespace, string[] Folders)[] MayUse =
    [
        ("Microsoft.Playwright", ["environments/WebQA.TextBrowser/", "benchmarks/WebQA.Benchmarks/"]),
        ("AngleSharp", ["environments/WebQA.TextBrowser/", "benchmarks/WebQA.Benchmarks/"]),
        ("Markdig", ["environments/WebQA.TextBrowser/", "labeling-ui/"]),
        ("SmartReader", ["benchmarks/WebQA.Benchmarks/"]),
        ("BenchmarkDotNet", ["benchmarks/WebQA.Benchmarks/"]),
        ("UglyToad.PdfPig", ["environments/WebQA.PdfReader/"]),
        ("Microsoft.EntityFrameworkCore", ["src/WebQA.Storage/"]),
        ("Lucene.Net", ["benchmarks/WebQA.Benchmarks/"]),
        ("Microsoft.Data.Sqlite", ["src/WebQA.Storage/", "environments/WebQA.TextBrowser/", "benchmarks/WebQA.Benchmarks/"]),
        ("Microsoft.ML", ["src/WebQA.Models/"]),
        ("Spectre.Console", ["src/WebQA.Cli/"]),
        ("System.CommandLine", ["src/WebQA.Cli/"]),
        ("MudBlazor", ["labeling-ui/"]),
    ];

    [Fact]
    public void Each_library_is_used_only_where_it_belongs() =>
        Assert.Equal([], from file in Repository.Files
                         where (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
                             && !file.StartsWith("tests/", StringComparison.Ordinal)
                         from used in Using().Matches(File.ReadAllText(Repository.PathOf(file))).Select(m => m.Groups["name"].Value)
                         from line in MayUse
                         where (used == line.Namespace || used.StartsWith(line.Namespace + ".", StringComparison.Ordinal))
                             && !line.Folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
                         select $"{file} may not use {used}");

    [GeneratedRegex(@"^\s*@?(global )?using (static )?(\w+ = )?(global::)?(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Using();
}
