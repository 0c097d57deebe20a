using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Compare;
using WebQA.LabelingUi.Components.Shared;
using WebQA.LabelingUi.Keys;
using WebQA.LabelingUi.Resources;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage;
using WebQA.Storage.Archive;

namespace WebQA.LabelingUi.Components.Compare;

/// <summary>Joins the session to the page: keys, the browser's reports, heartbeats, and what is said when something cannot be done.</summary>
public sealed partial class ComparePage : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5), Beat = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _left = new();
    private DotNetObjectReference<ComparePage>? _self;
    private CompareSession? _session;
    private IReadOnlyDictionary<string, string> _pages = new Dictionary<string, string>();
    private IReadOnlyList<MissingPart> _missing = [];
    private string? _problem, _notice, _refusal, _fault, _opened;
    private string _said = string.Empty;
    private bool _isNotYet, _showsGuide, _showsPanel;

    [Inject] private ITaskQueue Queue { get; set; } = default!;

    [Inject] private IDraftStore Drafts { get; set; } = default!;

    [Inject] private PagesByText Stored { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private IJSRuntime JS { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private CompareLabels Labels { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;

    /// <summary>The person touched something.</summary>
    [JSInvokable]
    public void OnInput() => _session?.Time.Touch();

    /// <summary>The tab came into sight or went out of it.</summary>
    [JSInvokable]
    public void OnVisible(bool isVisible)
    {
        if (isVisible)
        {
            _session?.Time.Touch();
        }
        else
        {
            _session?.Time.Hide();
        }
    }

    /// <summary>Words were selected to be a claim.</summary>
    [JSInvokable]
    public void OnMark(string side, int start, int end)
    {
        Faulted(_session is { Comparison: not null } session && Enum.TryParse<AnswerSide>(side, out var answer) ? session.Mark(answer, start, end) : ClaimFault.NoWords);
        Render();
    }

    /// <summary>The browser has saved what this connection had missed.</summary>
    [JSInvokable]
    public Task OnReload() => GuardAsync(async session => await session.ReloadAsync(_left.Token));

    /// <summary>Everything is saved and to be handed in.</summary>
    /// <returns>The id of the control that is to have the focus; null where the next task has it.</returns>
    [JSInvokable]
    public async Task<string?> OnSubmit()
    {
        string? focus = null;
        await GuardAsync(async session =>
        {
            _missing = await session.SubmitAsync(_left.Token);
            focus = _missing.Count > 0 ? _missing[0].Focus : null;
            _said = _missing.Count > 0 ? Say.With(CompareStrings.MissingFirst, CompareWords.Missing(_missing)) : CompareStrings.SubmittedSaid;
            if (_missing.Count == 0)
            {
                await TakeAsync(session);
            }
        });
        return focus ?? (_refusal is null ? null : "submit");
    }

    /// <summary>A key without a control of its own.</summary>
    [JSInvokable]
    public void OnKey(string action)
    {
        if (_session is not { Comparison.Form: ProjectForm.Comparison } session)
        {
            return;
        }
        KeyAction[] support = [KeyMap.SupportStrong, KeyMap.SupportWeak, KeyMap.SupportNone, KeyMap.CitationError], relevance = [KeyMap.Core, KeyMap.SideDetail, KeyMap.Irrelevant];
        if (Array.FindIndex(support, a => a.Id == action) is >= 0 and var s && s < Labels.Support.Count)
        {
            session.Label(Labels.Support[s], null, movesOn: true);
        }
        else if (Array.FindIndex(relevance, a => a.Id == action) is >= 0 and var r && r < Labels.Relevance.Count)
        {
            session.Label(null, Labels.Relevance[r], movesOn: true);
        }
        else if (action == KeyMap.NextClaim.Id || action == KeyMap.PreviousClaim.Id)
        {
            session.Step(action == KeyMap.NextClaim.Id ? 1 : -1);
        }
        (_showsGuide, _fault) = (false, null);
        Render();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || _opened == Project)
        {
            return;
        }
        _opened = Project;
        var person = (await State).User.PersonId();
        _session = new CompareSession(Queue, Drafts, Clock, Project, new Labeler(person));
        await NextAsync();
        _ = BeatAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (RendererInfo.IsInteractive)
        {
            _self ??= DotNetObjectReference.Create(this);
            await JS.InvokeVoidAsync("webqa.compare.show", _left.Token, _self);
        }
    }

    private Task NextAsync() => GuardAsync(TakeAsync);

    private async Task TakeAsync(CompareSession session)
    {
        (_missing, _notice, _refusal, _fault, _problem) = ([], null, null, null, null);
        try
        {
            await session.NextAsync(_left.Token);
        }
        catch (FeedbackRefusedException refused)
        {
            (_problem, _isNotYet) = (refused.Message, refused.Refusal == FeedbackRefusal.NotYet);
            return;
        }
        _pages = session.Comparison is { } comparison
            ? Stored.Find(comparison.A.References.Concat(comparison.B.References).Select(static reference => reference.TextSha256).OfType<string>())
            : new Dictionary<string, string>();
    }

    private async Task SkipAsync()
    {
        var dialog = await Dialogs.ShowAsync<SkipDialog>(CompareStrings.SkipTitle);
        if (await dialog.Result is { Canceled: false, Data: SkipChoice choice })
        {
            await GuardAsync(async session =>
            {
                await (choice.Route is { } route ? session.SkipAsync(route, choice.Reason, _left.Token) : session.ReleaseAsync(_left.Token));
                await TakeAsync(session);
            });
        }
    }

    private Task KeepAsync() => GuardAsync(async session =>
    {
        session.Time.Touch();
        await session.HeartbeatAsync(_left.Token);
        _notice = null;
    });

    /// <summary>Renews the lease while the person works, and warns before it ends where they do not.</summary>
    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Tick, Clock);
        var beaten = Clock.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(_left.Token))
            {
                if (_session is not { Comparison: not null } session)
                {
                    continue;
                }
                if (Clock.GetElapsedTime(beaten) >= Beat)
                {
                    beaten = Clock.GetTimestamp();
                    await GuardAsync(s => s.HeartbeatAsync(_left.Token));
                }
                _notice = session.LeaseLeft <= TimeSpan.Zero ? CompareStrings.LeaseOver
                    : session.LeaseLeft <= CompareSession.Warning ? Say.With(CompareStrings.LeaseEnding, Say.StopWatch(session.LeaseLeft))
                    : null;
                Render();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private void Change(Func<ComparisonWork, ComparisonWork> change)
    {
        _session!.Change(change);
        Render();
    }

    private void Faulted(ClaimFault? fault) => (_fault, _showsGuide) = (fault is { } f ? CompareWords.Fault(f) : null, false);

    private void ToggleGuide() => (_showsGuide, _showsPanel) = (!_showsGuide, !_showsGuide || _showsPanel);

    /// <summary>Something was changed: what was missing is counted anew.</summary>
    private void Render()
    {
        if (_missing.Count > 0)
        {
            _missing = _session!.Missing;
        }
        StateHasChanged();
    }

    /// <summary>The step at hand, from 1, as the guidelines count them.</summary>
    private static int StepNumber(PresentedComparison comparison, ComparisonWork work)
    {
        var steps = CompareStep.Of(comparison, work);
        return Math.Min(steps.TakeWhile(static step => step.IsDone).Count() + 1, steps.Count);
    }

    private int Number(ClaimMark claim) => _session!.Claims(claim.Side).TakeWhile(other => !other.IsAt(claim)).Count() + 1;

    private async Task GuardAsync(Func<CompareSession, Task> work)
    {
        try
        {
            _refusal = null;
            await work(_session!);
        }
        catch (Exception fault) when (fault is FeedbackRefusedException or StorageException)
        {
            if (_session?.Comparison is null || fault is FeedbackRefusedException { Refusal: not FeedbackRefusal.Invalid })
            {
                _problem = fault.Message;
            }
            _refusal = fault.Message;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        _left.Dispose();
        if (_self is not null)
        {
            await JS.InvokeVoidQuietlyAsync("webqa.compare.close");
            _self.Dispose();
        }
    }
}
