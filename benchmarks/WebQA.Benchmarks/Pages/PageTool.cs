using AngleSharp.Html.Parser;
using SmartReader;
using WebQA.TextBrowser.Pages.Html;

namespace WebQA.Benchmarks.Pages;

/// <summary>One way to get from markup to text.</summary>
/// <param name="Name">As figures name it.</param>
/// <param name="Run">The text of a page; empty for a tool that only parses.</param>
internal sealed record PageTool(string Name, Func<BenchmarkPage, string> Run)
{
    /// <summary>The parser alone, which both others stand on.</summary>
    public static PageTool Parse { get; } = new("anglesharp_parse", p =>
    {
        using var document = new HtmlParser().ParseDocument(p.Html);
        return string.Empty;
    });

    /// <summary>The main content by SmartReader, a port of Readability.</summary>
    public static PageTool SmartReader { get; } = new("smartreader", p =>
    {
        using var reader = new Reader(p.Url.AbsoluteUri, p.Html);
        return reader.GetArticle().TextContent ?? string.Empty;
    });

    /// <summary>The text browser's main content.</summary>
    public static PageTool Main { get; } = new("main", p => HtmlReader.Read(p.Html, p.Url).Main.PlainText);

    /// <summary>The text browser's view of every visible word.</summary>
    public static PageTool Everything { get; } = new("all", p => HtmlReader.Read(p.Html, p.Url).All.PlainText);

    /// <summary>What is compared.</summary>
    public static IReadOnlyList<PageTool> Compared { get; } = [Parse, SmartReader, Main, Everything];
}
