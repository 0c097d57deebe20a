using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using WebQA.Core.Browsing;
using WebQA.LabelingUi.Demonstrate;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Components.Demonstrate;

/// <summary>One line of a page for a person. Written as code, since markup would put white space between the stretches of a line; each stretch knows its place in the page.</summary>
public sealed class HumanPageLine : ComponentBase
{
    /// <summary>The page.</summary>
    [Parameter, EditorRequired] public TextPage Page { get; set; } = default!;

    /// <summary>Number of the line, from 0.</summary>
    [Parameter, EditorRequired] public int Number { get; set; }

    /// <summary>Graphemes a line.</summary>
    [Parameter, EditorRequired] public int Columns { get; set; }

    /// <summary>Quotes of the page.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<MarkedLine.Mark> Marks { get; set; } = [];

    /// <summary>A link was followed.</summary>
    [Parameter] public EventCallback<int> Follow { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var line = Page.Wrap(Columns).Lines[Number];
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", line.IsContinuation ? "l more" : line.Length > 0 && Page.Text[line.Start] == '#' ? "l h" : "l");
        builder.OpenElement(2, "span");
        builder.AddAttribute(3, "class", "ln");
        builder.AddAttribute(4, "aria-hidden", "true");
        builder.AddContent(5, Number + 1);
        builder.CloseElement();
        foreach (var piece in HumanLine.Cut(Page, line, Marks))
        {
            builder.OpenRegion(6);
            if (piece.Link is { } link)
            {
                Link(builder, piece, link);
            }
            else if (piece.Part == MarkedLine.Part.Frame)
            {
                Host(builder, piece);
            }
            else
            {
                Words(builder, piece);
            }
            builder.CloseRegion();
        }
        builder.CloseElement();
    }

    private void Link(RenderTreeBuilder builder, HumanLine.Piece piece, int link)
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "class", "hl");
        builder.AddAttribute(2, "href", $"#link-{link}");
        builder.AddAttribute(3, "draggable", "false");
        builder.AddAttribute(4, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, () => Follow.InvokeAsync(link)));
        builder.AddEventPreventDefaultAttribute(5, "onclick", true);
        if (piece.BeginsLink)
        {
            builder.OpenElement(6, "b");
            builder.AddAttribute(7, "class", "lnum");
            builder.AddAttribute(8, "aria-label", Say.With(DemonstrateStrings.LinkNumber, link));
            builder.AddContent(9, link);
            builder.CloseElement();
        }
        builder.OpenRegion(10);
        Words(builder, piece);
        builder.CloseRegion();
        builder.CloseElement();
    }

    private static void Host(RenderTreeBuilder builder, HumanLine.Piece piece)
    {
        builder.OpenElement(0, "i");
        builder.AddAttribute(1, "class", "lhost");
        builder.AddContent(2, $" {piece.Text}");
        builder.CloseElement();
    }

    private static void Words(RenderTreeBuilder builder, HumanLine.Piece piece)
    {
        builder.OpenElement(0, piece.Quote is null ? "span" : "mark");
        builder.AddAttribute(1, "class", piece.Quote is null ? null : "q");
        builder.AddAttribute(2, "data-p", piece.PlainStart);
        builder.AddContent(3, piece.Text);
        builder.CloseElement();
    }
}
