using WebQA.Core.Browsing;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Resources;
using WebQA.Runs.Demonstrations;

namespace WebQA.LabelingUi.Demonstrate;

/// <summary>
/// A demonstration as one tab shows it: what the person does there, and what came of it, in words. Nothing here throws for what a person can mend;
/// <see cref="Problem"/> says it. Not thread-safe: a tab does one thing after the other.
/// </summary>
public sealed class DemonstrationSession : IAsyncDisposable
{
    private readonly OpenDemonstration _open;
    private readonly IDraftStore _drafts;
    private int _seen;

    private DemonstrationSession(OpenDemonstration open, IDraftStore drafts)
    {
        (_open, _drafts, State) = (open, drafts, open.Live.State);
        _seen = open.Live.Version;
        open.Live.Changed += OnChanged;
    }

    /// <summary>The work went on, here or in another tab.</summary>
    public event EventHandler? Changed;

    /// <summary>The work that all tabs share.</summary>
    public LiveDemonstration Live => _open.Live;

    /// <summary>The state as this tab shows it.</summary>
    public EpisodeState State { get; private set; }

    /// <summary>Why the last thing asked for was not done; null where it was.</summary>
    public string? Problem { get; private set; }

    /// <summary>What is searched for in the page.</summary>
    public string FindText { get; private set; } = string.Empty;

    /// <summary>Where that stands on the page shown.</summary>
    public PageMatches Matches { get; private set; }

    /// <summary>What quoting the selected text would do; null where nothing is selected.</summary>
    public QuotePreview? Selection { get; private set; }

    /// <summary>The answer as last saved, checked.</summary>
    public AnswerCheck Check { get; private set; } = AnswerCheck.Of(string.Empty, 0);

    /// <summary>Whether a draft is saved.</summary>
    public bool HasDraft { get; private set; }

    /// <summary>Whether browsing is over and an answer or its absence is to be handed in.</summary>
    public bool IsWriting => State.Ended is null && !State.IsBrowsing;

    /// <summary>Opens a demonstration where its person left it; null where they have no such one or it has ended.</summary>
    public static async Task<DemonstrationSession?> OpenAsync(
        DemonstrationDesk desk, IDraftStore drafts, string episodeId, string personId, CancellationToken cancellationToken = default)
    {
        if (await desk.OpenAsync(episodeId, personId, cancellationToken) is not { } open)
        {
            return null;
        }
        var session = new DemonstrationSession(open, drafts);
        await session.ReadDraftAsync(cancellationToken);
        return session;
    }

    /// <summary>Searches the web.</summary>
    public Task SearchAsync(string query, CancellationToken cancellationToken = default) =>
        OneLine(query) is { Length: > 0 } line ? DoAsync(new BrowserAction.Search(line), cancellationToken) : Refuse(DemonstrateStrings.SearchForWhat);

    /// <summary>Follows a link of the page.</summary>
    public Task FollowAsync(int link, CancellationToken cancellationToken = default) => State.Visit is { Page.Links.Count: var count } && link >= 0 && link < count
        ? DoAsync(new BrowserAction.Click(link), cancellationToken)
        : Refuse(Say.With(DemonstrateStrings.NoSuchLink, link));

    /// <summary>Goes to the next occurrence of a text in the page.</summary>
    public async Task FindAsync(string text, CancellationToken cancellationToken = default)
    {
        FindText = OneLine(text);
        if (FindText.Length == 0 || State.Visit is null)
        {
            await Refuse(State.Visit is null ? DemonstrateStrings.NoPageToFindIn : DemonstrateStrings.FindWhat);
            return;
        }
        await DoAsync(new BrowserAction.Find(FindText), cancellationToken);
    }

    /// <summary>Shows the next window.</summary>
    public Task DownAsync(CancellationToken cancellationToken = default) => DoAsync(new BrowserAction.ScrollDown(1), cancellationToken);

    /// <summary>Shows the window before.</summary>
    public Task UpAsync(CancellationToken cancellationToken = default) => DoAsync(new BrowserAction.ScrollUp(1), cancellationToken);

    /// <summary>Shows the page's beginning.</summary>
    public Task TopAsync(CancellationToken cancellationToken = default) => DoAsync(new BrowserAction.Top(), cancellationToken);

    /// <summary>Shows the page before.</summary>
    public Task BackAsync(CancellationToken cancellationToken = default) => DoAsync(new BrowserAction.Back(), cancellationToken);

    /// <summary>Ends browsing.</summary>
    public Task EndAsync(EndKind kind, CancellationToken cancellationToken = default) => DoAsync(new BrowserAction.End(kind), cancellationToken);

    /// <summary>Looks at what is selected; <paramref name="end"/> before <paramref name="start"/> for nothing.</summary>
    /// <param name="start">In the page's plain text, UTF-16 units.</param>
    /// <param name="end">One past the last.</param>
    public void Select(int start, int end) => Selection = end <= start ? null : QuotePreview.Of(State, start, end);

    /// <summary>Quotes what is selected.</summary>
    public async Task QuoteAsync(CancellationToken cancellationToken = default)
    {
        if (Selection is not { } selected || State.Visit is not { } visit)
        {
            await Refuse(DemonstrateStrings.SelectFirst);
            return;
        }
        if (selected.Fault is { } fault)
        {
            await Refuse(fault);
            return;
        }
        await DoAsync(QuotePreview.CommandFor(visit.Page, selected.Span), cancellationToken);
        Selection = Problem is null ? null : Selection;
    }

    /// <summary>Quotes whole lines of the page, from 1 as they are numbered.</summary>
    public Task QuoteLinesAsync(int first, int last, CancellationToken cancellationToken = default)
    {
        if (State.Visit is not { Page: var page })
        {
            return Refuse(DemonstrateStrings.NoPageToFindIn);
        }
        var lines = page.Wrap(State.Setup.Limits.WrapColumns).Lines;
        if (first < 1 || last < first || last > lines.Count)
        {
            return Refuse(Say.With(DemonstrateStrings.NoSuchLines, lines.Count));
        }
        var end = lines[last - 1];
        Select(page.Marked.ToPlain(lines[first - 1].Start), page.Marked.ToPlain(end.Start + end.Length));
        return QuoteAsync(cancellationToken);
    }

    /// <summary>Takes the last step back.</summary>
    public Task UndoAsync(CancellationToken cancellationToken = default) => TryAsync(() => Live.UndoAsync(_seen, cancellationToken));

    /// <summary>Has what was taken back count again.</summary>
    public Task RedoAsync(CancellationToken cancellationToken = default) => TryAsync(() => Live.RedoAsync(_seen, cancellationToken));

    /// <summary>Begins anew.</summary>
    public Task ResetAsync(CancellationToken cancellationToken = default) => TryAsync(() => Live.ResetAsync(_seen, cancellationToken));

    /// <summary>Gives the demonstration up.</summary>
    public Task SkipAsync(string reason, CancellationToken cancellationToken = default) => TryAsync(() => Live.SkipAsync(reason, _seen, cancellationToken));

    /// <summary>Says that there is no answer.</summary>
    public Task SubmitWithoutAnswerAsync(string? reason, CancellationToken cancellationToken = default) =>
        TryAsync(() => Live.SubmitWithoutAnswerAsync(reason, _seen, cancellationToken));

    /// <summary>Hands in the answer of the draft, which must still be the version that this tab saved.</summary>
    public async Task SubmitAsync(long draftVersion, CancellationToken cancellationToken = default)
    {
        var draft = await FindDraftAsync(cancellationToken);
        if (draft?.Version != draftVersion)
        {
            await Refuse(DemonstrateStrings.DraftOfAnotherTab);
            return;
        }
        await TryAsync(() => Live.SubmitAsync(DemonstrationDraft.FromJson(draft.Body).Answer, _seen, cancellationToken));
    }

    /// <summary>Checks the answer as it is saved now.</summary>
    public async Task ReadDraftAsync(CancellationToken cancellationToken = default)
    {
        var draft = await FindDraftAsync(cancellationToken);
        HasDraft = draft is not null;
        Check = AnswerCheck.Of(draft is null ? string.Empty : DemonstrationDraft.FromJson(draft.Body).Answer, State.References.Count);
    }

    /// <summary>The message was read.</summary>
    public void Dismiss() => Problem = null;

    /// <summary>Leaves it as it is; another tab, or this person tomorrow, goes on.</summary>
    public ValueTask DisposeAsync()
    {
        Live.Changed -= OnChanged;
        return _open.DisposeAsync();
    }

    private static string OneLine(string text) => string.Join(' ', text.Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<Draft?> FindDraftAsync(CancellationToken cancellationToken) =>
        _drafts.FindAsync(Live.PersonId, new DraftKey(Demonstration.DraftKind, Live.Id), cancellationToken);

    private Task Refuse(string problem)
    {
        Problem = problem;
        return Task.CompletedTask;
    }

    private Task DoAsync(BrowserAction action, CancellationToken cancellationToken) => DoAsync(CommandGrammar.Write(action), cancellationToken);

    private async Task DoAsync(string command, CancellationToken cancellationToken)
    {
        EpisodeStep? step = null;
        await TryAsync(async () => step = await Live.ApplyAsync(command, _seen, cancellationToken));
        if (step is { Result: not StepResult.Ok } && step.Event.Opened == false)
        {
            Problem = Say.With(DemonstrateStrings.CostAnAction, step.Event.Message);
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        Problem = null;
        try
        {
            await work();
        }
        catch (DemonstrationRefusedException refused)
        {
            Problem = refused.Message;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The web or the disk: said as it is, since only a person can mend it; what was stored before stands.
            Problem = fault.Message;
        }
        Look();
    }

    private void OnChanged(object? sender, EventArgs e)
    {
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Shows the state as it is now. Called by the page when <see cref="Changed"/> has come, in its own turn.</summary>
    public void Look()
    {
        var isOther = State.Visit?.Page.PageSha256 != Live.State.Visit?.Page.PageSha256;
        (State, _seen) = (Live.State, Live.Version);
        Selection = isOther || Selection is null ? null : QuotePreview.Of(State, Selection.Span.Start, Selection.Span.End);
        Matches = FindText.Length > 0 && State.Visit is { } visit ? PageMatches.Of(visit.Page, FindText, visit.Cursor, State.Setup.Limits.WrapColumns) : default;
        Check = AnswerCheck.Of(Check.Answer.Text, State.References.Count);
    }
}
