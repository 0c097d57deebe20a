using Markdig;
using Microsoft.AspNetCore.Components;

namespace WebQA.LabelingUi.Guidelines;

/// <summary>Draws the Markdown of guidelines; any HTML in it stays text.</summary>
internal static class GuidelineMarkup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static MarkupString Of(string markdown) => new(Markdown.ToHtml(markdown, Pipeline));
}
