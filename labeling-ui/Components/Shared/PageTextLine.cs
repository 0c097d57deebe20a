using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using WebQA.Core.Browsing;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Components.Shared;

/// <summary>One line of page text. Written as code, since markup would put white space between the stretches of a line.</summary>
public sealed class PageTextLine : ComponentBase
{
    [Parameter, EditorRequired] public TextPage Page { get; set; } = default!;

    /// <summary>Number of the line, from 0.</summary>
    [Parameter, EditorRequired] public int Number { get; set; }

    [Parameter, EditorRequired] public int Columns { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<MarkedLine.Mark> Marks { get; set; } = [];

    /// <inheritdoc cref="PageText.MarkHref"/>
    [Parameter] public string? MarkHref { get; set; }

    /// <inheritdoc cref="PageText.Current"/>
    [Parameter] public int? Current { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var line = Page.Wrap(Columns).Lines[Number];
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", line.IsContinuation ? "l more" : IsHeading(line) ? "l h" : "l");
        builder.AddAttribute(2, "data-line", Number);
        builder.OpenElement(3, "span");
        builder.AddAttribute(4, "class", "ln");
        builder.AddAttribute(5, "aria-hidden", "true");
        builder.AddContent(6, Number + 1);
        builder.CloseElement();
        var beginning = Marks.Where(m => MarkedLine.LineOf(Page, Columns, m.Span.Start) == Number).ToList();
        builder.OpenRegion(7);
        foreach (var segment in MarkedLine.Cut(Page, line, Marks))
        {
            if (beginning.Find(m => m.Id == segment.Quote) is { } mark)
            {
                beginning.Remove(mark);
                Margin(builder, mark);
            }
            Stretch(builder, segment);
        }
        builder.CloseRegion();
        builder.CloseElement();
    }

    private bool IsHeading(WrappedLine line) => line.Length > 0 && Page.Text[line.Start] == '#';

    private void Margin(RenderTreeBuilder builder, MarkedLine.Mark mark)
    {
        if (MarkHref is { } href)
        {
            builder.OpenElement(10, "a");
            builder.AddAttribute(11, "id", $"quote-{mark.Id}");
            builder.AddAttribute(12, "class", mark.Id == Current ? "cite qn on" : "cite qn");
            builder.AddAttribute(13, "href", Say.With(href, mark.Id));
            builder.AddAttribute(14, "aria-label", Say.With(Strings.QuoteNumber, mark.Id));
            builder.AddContent(15, mark.Id);
            builder.CloseElement();
        }
    }

    private void Stretch(RenderTreeBuilder builder, MarkedLine.Segment segment)
    {
        var look = segment.Part switch { MarkedLine.Part.Frame => "lf", MarkedLine.Part.Link => "lk", _ => null };
        if (segment.Quote is null && look is null)
        {
            builder.AddContent(0, segment.Text);
            return;
        }
        builder.OpenElement(1, segment.Quote is null ? "span" : "mark");
        builder.AddAttribute(2, "class", segment.Quote is { } quote ? string.Join(' ', new[] { "q", look, quote == Current ? "cur" : null }.OfType<string>()) : look);
        builder.AddContent(3, segment.Text);
        builder.CloseElement();
    }
}
