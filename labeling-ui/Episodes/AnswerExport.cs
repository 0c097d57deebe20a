using System.Net;
using System.Text;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Episodes;

/// <summary>An answer with its quotes as a file to keep: Markdown or one HTML page. Everything that comes from a page is escaped.</summary>
internal static class AnswerExport
{
    public static string Markdown(EpisodeState state, DateTimeOffset endedAt)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownText(OneLine(state.Setup.Question.Text))).Append("\n\n");
        text.Append(MarkdownText(AnswerOf(state))).Append("\n\n");
        text.Append("## ").Append(Strings.References).Append('\n');
        foreach (var reference in state.References)
        {
            text.Append('\n').Append($"[{reference.Id}] {MarkdownText(reference.Title)} ({MarkdownText(reference.Domain)}), <{reference.FinalUrl}>, ")
                .Append(Say.With(Strings.ReadAt, Date(reference.FetchedAt))).Append("\n\n");
            foreach (var line in reference.Extract.Split('\n'))
            {
                text.Append("> ").Append(MarkdownText(line)).Append('\n');
            }
        }
        text.Append("\n---\n").Append(MarkdownText(Provenance(state, endedAt))).Append('\n');
        return text.ToString();
    }

    public static string Html(EpisodeState state, DateTimeOffset endedAt)
    {
        var question = Encode(state.Setup.Question.Text);
        var text = new StringBuilder();
        text.Append($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{question}</title>\n<style>{Style}</style>\n</head>\n<body>\n<h1>{question}</h1>\n");
        if (state.Composed?.Answer is { } answer)
        {
            foreach (var paragraph in AnswerParagraphs.Of(answer))
            {
                text.Append("<p>").AppendJoin(string.Empty, paragraph.Select(Html)).Append("</p>\n");
            }
        }
        else
        {
            text.Append($"<p>{Encode(AnswerOf(state))}</p>\n");
        }
        text.Append($"<h2>{Encode(Strings.References)}</h2>\n<ol>\n");
        foreach (var reference in state.References)
        {
            text.Append($"<li id=\"r{reference.Id}\" value=\"{reference.Id}\"><b>{Encode(reference.Title)}</b> ({Encode(reference.Domain)}), {Link(reference.FinalUrl)}, {Encode(Say.With(Strings.ReadAt, Date(reference.FetchedAt)))}")
                .Append($"<blockquote>{Encode(reference.Extract)}</blockquote></li>\n");
        }
        text.Append($"</ol>\n<p><small>{Encode(Provenance(state, endedAt))}</small></p>\n</body>\n</html>\n");
        return text.ToString();
    }

    private const string Style = "body{font:17px/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
        + "blockquote{margin:.5rem 0 1.2rem;padding-left:.8rem;border-left:3px solid #b17d00;white-space:pre-line}";

    private static string Html(AnswerParagraphs.Piece piece)
    {
        var chips = string.Concat(piece.Chips.Select(c => c.ReferenceId is { } id ? $"<a href=\"#r{id}\">[{id}]</a>" : $"<del>[{c.Number}]</del>"));
        return $"{Encode(piece.Words)}{Encode(piece.Tail)}{chips}";
    }

    private static string AnswerOf(EpisodeState state) =>
        state.Composed?.Answer?.Text ?? state.Ended?.Reason ?? Strings.NoAnswerFailed;

    private static string Provenance(EpisodeState state, DateTimeOffset endedAt) => Say.With(
        Strings.Provenance, state.Setup.Policy, state.Setup.Environment, state.Setup.Seed, Date(endedAt), state.Setup.Id)
        + (state.Composed?.Answer is { IsAssembledFromQuotes: true } ? " " + Strings.AssembledFromQuotes : string.Empty);

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'");

    private static string Link(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? $"<a href=\"{Encode(url)}\" rel=\"noopener noreferrer\">{Encode(url)}</a>"
            : Encode(url);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Escapes what Markdown would read as markup; citation markers stay as they are written.</summary>
    private static string MarkdownText(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '<' or '>' or '#' or '|' or '~')
            {
                escaped.Append('\\');
            }
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
