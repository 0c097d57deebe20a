namespace WebQA.Architecture.Tests;

/// <summary>Dependencies point one way: Core ◄ {TextBrowser, Models, Storage, Statistics} ◄ Policies ◄ Runs ◄ Evaluation ◄ hosts.</summary>
public class DependencyTests
{
    /// <summary>Which projects a project may reference. A project that is not here has no place in the house yet: give it a line.</summary>
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["WebQA.Core"] = [],
        ["WebQA.Statistics"] = [],
        ["WebQA.PdfReader"] = [],
        ["WebQA.TextBrowser"] = ["WebQA.Core"],
        ["WebQA.Models"] = ["WebQA.Core"],
        ["WebQA.Storage"] = ["WebQA.Core"],
        ["WebQA.Trainer"] = ["WebQA.Core", "WebQA.Statistics", "WebQA.Models"],
        ["WebQA.Policies"] = ["WebQA.Core", "WebQA.Models"],
        ["WebQA.Runs"] = ["WebQA.Core", "WebQA.Storage"],
        ["WebQA.Feedback"] = ["WebQA.Core", "WebQA.Statistics"],
        ["WebQA.Evaluation"] = ["WebQA.Core", "WebQA.Statistics", "WebQA.Models", "WebQA.Policies", "WebQA.Runs"],
        ["WebQA.Cli"] = Hosted,
        ["WebQA.LabelingUi"] = Hosted,
        ["WebQA.Benchmarks"] = ["WebQA.Core", "WebQA.Statistics", "WebQA.TextBrowser"],
    };

    /// <summary>Processes that are built with a project and started by it, so that none of their code runs in it.</summary>
    private static readonly Dictionary<string, string[]> MayBuildBeside = new(StringComparer.Ordinal)
    {
        ["WebQA.Cli"] = ["WebQA.PdfReader"],
        ["WebQA.LabelingUi"] = ["WebQA.PdfReader"],
        ["WebQA.Benchmarks"] = ["WebQA.PdfReader"],
    };

    /// <summary>Which projects may know a package, by the beginning of its name. Core and Statistics are in no line: they know none.</summary>
    private static readonly (string Package, string[] Owners)[] MayKnow =
    [
        ("AngleSharp", ["WebQA.TextBrowser", "WebQA.Benchmarks"]),
        ("Markdig", ["WebQA.TextBrowser", "WebQA.LabelingUi"]),
        ("SmartReader", ["WebQA.Benchmarks"]),
        ("BenchmarkDotNet", ["WebQA.Benchmarks"]),
        ("Lucene.Net", ["WebQA.Benchmarks"]),
        ("Microsoft.Playwright", ["WebQA.TextBrowser", "WebQA.Benchmarks"]),
        ("Microsoft.Data.Sqlite", ["WebQA.TextBrowser", "WebQA.Storage", "WebQA.Benchmarks"]),
        ("PdfPig", ["WebQA.PdfReader"]),
        ("Parquet.Net", ["WebQA.Storage"]),
        ("Microsoft.EntityFrameworkCore", ["WebQA.Storage"]),
        ("Microsoft.ML.", ["WebQA.Models"]),
        ("TorchSharp", ["WebQA.Trainer"]),
        ("libtorch", ["WebQA.Trainer"]),
        ("System.Numerics.Tensors", ["WebQA.Models", "WebQA.TextBrowser"]),
        ("System.CommandLine", ["WebQA.Cli"]),
        ("Spectre.Console", ["WebQA.Cli"]),
        ("ModelContextProtocol", ["WebQA.Cli"]),
        ("MudBlazor", ["WebQA.LabelingUi"]),
        // Accounts are tables, and keys of search engines are kept encrypted, for the command line too; pages and cookies are the web app's.
        ("Microsoft.AspNetCore.Identity.EntityFrameworkCore", ["WebQA.Storage"]),
        ("Microsoft.AspNetCore.DataProtection", ["WebQA.Storage"]),
        ("Microsoft.AspNetCore", ["WebQA.LabelingUi"]),
        ("Microsoft.Extensions.", ["WebQA.TextBrowser", "WebQA.Models", "WebQA.Storage", "WebQA.Policies", "WebQA.Runs", "WebQA.Evaluation", "WebQA.Cli", "WebQA.LabelingUi"]),
    ];

    private static string[] Hosted =>
    [
        "WebQA.Core", "WebQA.Statistics", "WebQA.TextBrowser", "WebQA.Models", "WebQA.Storage", "WebQA.Policies", "WebQA.Runs", "WebQA.Feedback", "WebQA.Evaluation",
    ];

    private static IEnumerable<ProjectFile> Shipped => ProjectFile.All.Where(p => !p.IsTest);

    [Fact]
    public void Projects_reference_only_what_stands_below_them() =>
        Assert.Equal([], from project in Shipped
                         from reference in project.Projects
                         where !MayReference.TryGetValue(project.Name, out var allowed) || !allowed.Contains(reference)
                         select $"{project.Name} may not reference {reference}");

    [Fact]
    public void Only_the_hosts_build_other_processes_beside_them() =>
        Assert.Equal([], from project in Shipped
                         from process in project.BuiltBeside
                         where !MayBuildBeside.TryGetValue(project.Name, out var allowed) || !allowed.Contains(process)
                         select $"{project.Name} may not build {process} beside it");

    [Fact]
    public void Every_project_has_its_line_in_the_table() =>
        Assert.Equal(MayReference.Keys.Order(StringComparer.Ordinal), Shipped.Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_package_is_known_only_to_its_owners() =>
        Assert.Equal([], from project in Shipped
                         from package in project.Packages
                         where !MayKnow.Any(line => package.StartsWith(line.Package, StringComparison.Ordinal) && line.Owners.Contains(project.Name))
                         select $"{project.Name} may not know {package}");

    [Fact]
    public void Core_knows_no_package_and_no_project()
    {
        var core = Assert.Single(ProjectFile.All, p => p.Name == "WebQA.Core");

        Assert.Empty(core.Packages);
        Assert.Empty(core.Projects);
        Assert.Empty(core.BuiltBeside);
    }

    [Fact]
    public void No_test_project_stands_on_another() =>
        Assert.Equal([], from project in ProjectFile.All
                         from reference in project.Projects
                         where reference.EndsWith(".Tests", StringComparison.Ordinal)
                         select $"{project.Name} stands on {reference}");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("WebQA.sln")).Replace('\\', '/');

        Assert.Equal([], ProjectFile.All.Where(p => !solution.Contains($"\"{p.Path}\"", StringComparison.Ordinal)).Select(p => $"{p.Path} is not in WebQA.sln"));
    }
}
