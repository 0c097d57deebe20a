using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>The paper's format, byte for byte: <c>webgpt-v1</c>.</summary>
/// <remarks>WebGPT figure 1b. One blank line between sections, except none between Scrollbar and Text and none between Actions left and Next action.</remarks>
public sealed class ObservationRenderer : IObservationRenderer
{
    /// <inheritdoc/>
    public string Render(Observation observation)
    {
        var text = new StringBuilder();
        Section(text, "♦Question", [observation.Question.Text]);
        Section(text, "♦Quotes", Quotes(observation));
        Section(text, "♦Past actions", observation.PastActions);
        Section(text, "♦Title", observation.Title.Length == 0 ? [] : [observation.Title]);
        text.Append($"♦Scrollbar: {observation.FirstLine} - {observation.EndLine}\n");
        Section(text, "♦Text", TrimBlankEnd(observation.Lines));
        text.Append($"♦Actions left: {observation.ActionsLeft}\n♦Next action");
        return text.ToString();
    }

    private static void Section(StringBuilder text, string header, IEnumerable<string> lines)
    {
        text.Append(header).Append('\n');
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
        text.Append('\n');
    }

    /// <summary>Blank lines at the end of a window are shown by the scrollbar, not by empty lines.</summary>
    private static IEnumerable<string> TrimBlankEnd(IReadOnlyList<PageLine> lines)
    {
        var count = lines.Count;
        while (count > 0 && lines[count - 1].Text.Length == 0)
        {
            count--;
        }
        return lines.Take(count).Select(l => l.Text);
    }

    private static IEnumerable<string> Quotes(Observation observation)
    {
        for (var i = 0; i < observation.Quotes.Count; i++)
        {
            if (i > 0)
            {
                yield return string.Empty;
            }
            var quote = observation.Quotes[i];
            yield return $"From {quote.Title} ({quote.Domain})";
            var wrapped = WrappedText.Wrap($"> {JoinBlocks(quote.Extract)}", observation.WrapColumns);
            for (var line = 0; line < wrapped.Lines.Count; line++)
            {
                yield return wrapped.LineText(line);
            }
        }
    }

    /// <summary>A blank line would end the quote, so the blocks of a longer one stand on consecutive lines.</summary>
    private static string JoinBlocks(string extract) =>
        string.Join('\n', extract.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
