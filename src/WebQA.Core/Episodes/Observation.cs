using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Questions;

namespace WebQA.Core.Episodes;

/// <summary>Exactly what a policy reads before it gives a command, as data and as text.</summary>
/// <remarks>WebGPT figure 1b. The text is the policy's only memory unless it keeps a notebook of <see cref="History"/>, which is a departure from the paper.</remarks>
public sealed class Observation
{
    private readonly Lazy<string> _text;
    private readonly Lazy<string> _sha256;

    internal Observation(EpisodeState state, IObservationRenderer renderer)
    {
        var visit = state.Visit;
        Question = state.Setup.Question;
        Quotes = state.References;
        PastActions = state.PastActions;
        History = state.Steps;
        ActionsLeft = state.ActionsLeft;
        WordsLeft = state.WordsLeft;
        WrapColumns = state.Setup.Limits.WrapColumns;
        MaxQuoteWords = state.Setup.Limits.QuoteWords;
        PageSha256 = visit?.Page.PageSha256;
        PageKind = visit?.Page.Kind;
        Title = visit?.Page.DisplayTitle ?? string.Empty;
        LegalCommands = CommandGrammar.Legal(state.Situation);
        Feedback = state.Steps.Count > 0 && state.Steps[^1].Result != StepResult.Ok ? state.Steps[^1].Event.Message : null;
        if (visit is not null)
        {
            var window = PageWindow.Of(visit.Page, visit.Cursor, WrapColumns);
            (FirstLine, EndLine, LineCount) = (window.FirstLine, window.EndLine, window.LineCount);
            (Lines, Links) = (window.Lines, window.Links);
        }
        _text = new(() => renderer.Render(this));
        _sha256 = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));
    }

    /// <summary>What is asked.</summary>
    public Question Question { get; }

    /// <summary>References taken so far.</summary>
    public IReadOnlyList<Reference> Quotes { get; }

    /// <summary>Summaries of the actions that took effect.</summary>
    public IReadOnlyList<string> PastActions { get; }

    /// <summary>The steps so far, with their observations; not part of the text.</summary>
    public IReadOnlyList<EpisodeStep> History { get; }

    /// <summary>Title line of the page, empty before the first one.</summary>
    public string Title { get; }

    /// <summary>Kind of the page shown; null before the first one.</summary>
    public PageKind? PageKind { get; }

    /// <summary>Key of the page shown; null before the first one.</summary>
    public string? PageSha256 { get; }

    /// <summary>First line of the window.</summary>
    public int FirstLine { get; }

    /// <summary>One past the last line of the window.</summary>
    public int EndLine { get; }

    /// <summary>Lines of the whole page; not part of the text.</summary>
    public int LineCount { get; }

    /// <summary>The lines of the window.</summary>
    public IReadOnlyList<PageLine> Lines { get; } = [];

    /// <summary>The links of the window.</summary>
    public IReadOnlyList<ShownLink> Links { get; } = [];

    /// <summary>Actions left before browsing is truncated.</summary>
    public int ActionsLeft { get; }

    /// <summary>Words left of the reference budget; not part of the text.</summary>
    public int WordsLeft { get; }

    /// <summary>Longest quote in words; not part of the text.</summary>
    public int MaxQuoteWords { get; }

    /// <summary>Graphemes a line.</summary>
    public int WrapColumns { get; }

    /// <summary>What was wrong with the last command; part of the text only where the episode gives feedback.</summary>
    public string? Feedback { get; }

    /// <summary>The commands that can do something in this state.</summary>
    public IReadOnlyList<CommandForm> LegalCommands { get; }

    /// <summary>The rendered observation.</summary>
    public string Text => _text.Value;

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, lower-case hex.</summary>
    public string Sha256 => _sha256.Value;
}
