using System.Net;
using System.Text;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WebQA.TextBrowser.Pages.Decoding;

namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>Markdown as a page of HTML, titled by its front matter or its first heading.</summary>
internal static class MarkdownPage
{
    /// <summary>Larger files stay the text they are: they are data more often than prose.</summary>
    private const int MaxBytes = 2_000_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseTaskLists().UseEmphasisExtras().UseMathematics().UseAutoLinks().Build();

    /// <summary>The page in UTF-8; null for what is too large or nested too deeply to be written by a person.</summary>
    /// <param name="markdown">The file.</param>
    /// <param name="charset">As the source says it, or null.</param>
    /// <param name="name">The title where the text has none.</param>
    public static byte[]? TryRender(ReadOnlySpan<byte> markdown, string? charset, string name)
    {
        if (markdown.Length > MaxBytes)
        {
            return null;
        }
        try
        {
            var text = PageDecoder.Decode(markdown, charset, isMarkup: false).Text;
            var document = Markdown.Parse(text, Pipeline);
            var title = FrontMatterTitle(document, text) ?? FirstHeading(document) ?? name;
            return Encoding.UTF8.GetBytes(
                $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title></head><body><main>\n{document.ToHtml(Pipeline)}</main></body></html>\n");
        }
        catch (ArgumentException)
        {
            return null; // What Markdig throws for nesting beyond its bound.
        }
    }

    private static string? FirstHeading(MarkdownDocument document)
    {
        var heading = document.OfType<HeadingBlock>().FirstOrDefault();
        var words = string.Concat(heading?.Inline?.Descendants().Select(static i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            _ => string.Empty,
        }) ?? []);
        return words.Trim() is { Length: > 0 } title ? title : null;
    }

    private static string? FrontMatterTitle(MarkdownDocument document, string text)
    {
        var block = document.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        var line = block is null ? null : text.Substring(block.Span.Start, block.Span.Length).Split('\n').FirstOrDefault(static l => l.StartsWith("title:", StringComparison.Ordinal));
        return line?["title:".Length..].Trim().Trim('"', '\'').Trim() is { Length: > 0 } title ? title : null;
    }
}
