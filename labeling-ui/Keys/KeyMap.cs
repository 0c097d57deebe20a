using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Keys;

/// <summary>All that keys do, in one table: keys.js, the list of keys and the screens read it.</summary>
/// <remarks>
/// A control names its action by <c>data-action</c>, and the key then clicks it, or moves the focus there if it is a field of text. Where there is no control, a component
/// registers by <c>webqa.keys.attach(self, scope)</c> and gets <c>OnKey(id)</c>, or a script by <c>webqa.keys.on(scope, id => true)</c>.
/// </remarks>
internal static class KeyMap
{
    public static readonly KeyAction
        Keys = new(KeyScope.Everywhere, "keys", KeyChord.Of("?"), () => KeysStrings.Keys),
        Search = new(KeyScope.Everywhere, "search", KeyChord.Of("/"), () => KeysStrings.Search),
        Guidelines = new(KeyScope.Everywhere, "guidelines", KeyChord.Of("g"), () => KeysStrings.Guidelines),
        Submit = new(KeyScope.Everywhere, "submit", KeyChord.Of("ctrl+enter"), () => KeysStrings.Submit),
        Save = new(KeyScope.Everywhere, "save", KeyChord.Of("ctrl+s"), () => KeysStrings.Save),
        Undo = new(KeyScope.Everywhere, "undo", KeyChord.Of("ctrl+z"), () => KeysStrings.Undo) { IsTextsOwn = true },
        Redo = new(KeyScope.Everywhere, "redo", KeyChord.Of("ctrl+shift+z"), () => KeysStrings.Redo) { IsTextsOwn = true },
        Skip = new(KeyScope.Everywhere, "skip", KeyChord.Of("alt+k"), () => KeysStrings.Skip),
        Close = new(KeyScope.Everywhere, "close", KeyChord.Of("escape"), () => KeysStrings.Close) { IsFixed = true };

    public static readonly KeyAction
        WindowDown = new(KeyScope.Demonstrate, "window-down", KeyChord.Of("j"), () => KeysStrings.WindowDown),
        WindowUp = new(KeyScope.Demonstrate, "window-up", KeyChord.Of("k"), () => KeysStrings.WindowUp),
        Top = new(KeyScope.Demonstrate, "top", KeyChord.Of("t"), () => KeysStrings.Top),
        Back = new(KeyScope.Demonstrate, "back", KeyChord.Of("b"), () => KeysStrings.Back),
        Find = new(KeyScope.Demonstrate, "find", KeyChord.Of("f"), () => KeysStrings.Find),
        NextMatch = new(KeyScope.Demonstrate, "next-match", KeyChord.Of("enter"), () => KeysStrings.NextMatch) { IsFixed = true, IsTextsOwn = true },
        ExtendByLine = new(KeyScope.Demonstrate, "extend-line", KeyChord.Of("shift+arrowdown"), () => KeysStrings.ExtendByLine) { IsFixed = true },
        ExtendByWord = new(KeyScope.Demonstrate, "extend-word", KeyChord.Of("shift+arrowright"), () => KeysStrings.ExtendByWord) { IsFixed = true },
        Quote = new(KeyScope.Demonstrate, "quote", KeyChord.Of("q"), () => KeysStrings.Quote),
        EndAnswer = new(KeyScope.Demonstrate, "end-answer", KeyChord.Of("shift+a"), () => KeysStrings.EndAnswer),
        Cite = new(KeyScope.Demonstrate, "cite", KeyChord.Of("ctrl+k"), () => KeysStrings.Cite),
        InsertQuote = new(KeyScope.Demonstrate, "insert-quote", KeyChord.Of("alt+1"), () => KeysStrings.InsertQuote) { Count = 9 };

    public static readonly KeyAction
        FocusA = new(KeyScope.Compare, "focus-a", KeyChord.Of("["), () => KeysStrings.FocusA),
        FocusB = new(KeyScope.Compare, "focus-b", KeyChord.Of("]"), () => KeysStrings.FocusB),
        NextClaim = new(KeyScope.Compare, "next-claim", KeyChord.Of("j"), () => KeysStrings.NextClaim),
        PreviousClaim = new(KeyScope.Compare, "previous-claim", KeyChord.Of("k"), () => KeysStrings.PreviousClaim),
        SupportStrong = new(KeyScope.Compare, "support-strong", KeyChord.Of("s"), () => KeysStrings.SupportStrong),
        SupportWeak = new(KeyScope.Compare, "support-weak", KeyChord.Of("w"), () => KeysStrings.SupportWeak),
        SupportNone = new(KeyScope.Compare, "support-none", KeyChord.Of("n"), () => KeysStrings.SupportNone),
        CitationError = new(KeyScope.Compare, "citation-error", KeyChord.Of("e"), () => KeysStrings.CitationError),
        Core = new(KeyScope.Compare, "core", KeyChord.Of("m"), () => KeysStrings.Core),
        SideDetail = new(KeyScope.Compare, "side-detail", KeyChord.Of("d"), () => KeysStrings.SideDetail),
        Irrelevant = new(KeyScope.Compare, "irrelevant", KeyChord.Of("x"), () => KeysStrings.Irrelevant),
        NewClaim = new(KeyScope.Compare, "new-claim", KeyChord.Of("c"), () => KeysStrings.NewClaim),
        OpenReference = new(KeyScope.Compare, "open-reference", KeyChord.Of("r"), () => KeysStrings.OpenReference),
        RateRow = new(KeyScope.Compare, "rate-row", KeyChord.Of("shift+1"), () => KeysStrings.RateRow) { Count = 5 },
        RateOverall = new(KeyScope.Compare, "rate-overall", KeyChord.Of("1"), () => KeysStrings.RateOverall) { Count = 5 };

    public static readonly KeyAction
        NextCase = new(KeyScope.Review, "next", KeyChord.Of("j"), () => KeysStrings.NextCase),
        PreviousCase = new(KeyScope.Review, "previous", KeyChord.Of("k"), () => KeysStrings.PreviousCase),
        Decide = new(KeyScope.Review, "decide", KeyChord.Of("1"), () => KeysStrings.Decide) { Count = 5 };

    public static readonly KeyAction
        NextStep = new(KeyScope.Running, "next-step", KeyChord.Of("j"), () => KeysStrings.NextStep),
        PreviousStep = new(KeyScope.Running, "previous-step", KeyChord.Of("k"), () => KeysStrings.PreviousStep),
        BackToLive = new(KeyScope.Running, "back-to-live", KeyChord.Of("l"), () => KeysStrings.BackToLive),
        StopEpisode = new(KeyScope.Running, "stop", KeyChord.Of("."), () => KeysStrings.StopEpisode),
        AnswerNow = new(KeyScope.Running, "answer-now", KeyChord.Of("a"), () => KeysStrings.AnswerNow);

    /// <summary>All actions, screen by screen.</summary>
    public static IReadOnlyList<KeyAction> All { get; } =
    [
        Keys, Search, Guidelines, Submit, Save, Undo, Redo, Skip, Close,
        WindowDown, WindowUp, Top, Back, Find, NextMatch, ExtendByLine, ExtendByWord, Quote, EndAnswer, Cite, InsertQuote,
        FocusA, FocusB, NextClaim, PreviousClaim, SupportStrong, SupportWeak, SupportNone, CitationError, Core, SideDetail, Irrelevant, NewClaim, OpenReference, RateRow, RateOverall,
        NextCase, PreviousCase, Decide,
        NextStep, PreviousStep, BackToLive, StopEpisode, AnswerNow,
    ];
}
