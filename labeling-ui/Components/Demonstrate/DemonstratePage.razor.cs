using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;
using WebQA.Core.Browsing;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Components.Shared;
using WebQA.LabelingUi.Demonstrate;
using WebQA.LabelingUi.Resources;
using WebQA.LabelingUi.SignIn;
using WebQA.Runs.Demonstrations;

namespace WebQA.LabelingUi.Components.Demonstrate;

/// <summary>Opens a person's demonstration and carries between the browser's script (selection, draft, activity) and the session.</summary>
public sealed partial class DemonstratePage : IAsyncDisposable
{
    private DemonstrationSession? _session;
    private DotNetObjectReference<DemonstratePage>? _self;
    private bool _isMissing;
    private bool _isAttached;
    private (string? Page, int Cursor, bool IsWriting) _shown;

    /// <summary>The episode.</summary>
    [Parameter] public string Id { get; set; } = string.Empty;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private DemonstrationDesk Desk { get; set; } = default!;

    [Inject] private DemonstrationQueue Queue { get; set; } = default!;

    [Inject] private IDraftStore Drafts { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private IJSRuntime JS { get; set; } = default!;

    private string Announcement => _session?.State switch
    {
        { Steps: [.., { Reference: { } reference }] } state => Say.With(DemonstrateStrings.StepQuoted, reference.Id, state.WordsLeft),
        { Visit: { } visit } state => PageWindow.Of(visit.Page, visit.Cursor, state.Setup.Limits.WrapColumns) is var window
            ? Say.With(DemonstrateStrings.StepShows, visit.Page.Title, window.FirstLine + 1, window.EndLine, window.LineCount) : string.Empty,
        _ => string.Empty,
    };

    /// <summary>Text was selected in the page; <paramref name="end"/> before <paramref name="start"/> where it no longer is.</summary>
    [JSInvokable]
    public void OnSelected(int start, int end)
    {
        _session?.Select(start, end);
        StateHasChanged();
    }

    /// <summary>A link's number was typed.</summary>
    [JSInvokable]
    public Task OnFollowAsync(int link) => ActAsync(session => session.FollowAsync(link));

    /// <summary>The draft was saved.</summary>
    [JSInvokable]
    public async Task OnSavedAsync()
    {
        if (_session is { } session)
        {
            await session.ReadDraftAsync();
            StateHasChanged();
        }
    }

    /// <summary>There is input.</summary>
    [JSInvokable]
    public Task OnActiveAsync()
    {
        _session?.Live.Work.Touch();
        return _session is { } session ? Queue.HoldAsync(session.Live) : Task.CompletedTask;
    }

    /// <summary>The tab is hidden.</summary>
    [JSInvokable]
    public void OnHidden() => _session?.Live.Work.Hide();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isAttached)
        {
            await JS.InvokeVoidQuietlyAsync("webqa.demonstrate.detach");
        }
        _self?.Dispose();
        if (_session is { } session)
        {
            session.Changed -= OnChanged;
            await session.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }
        _session = await DemonstrationSession.OpenAsync(Desk, Drafts, Id, (await SignedIn).User.PersonId());
        _isMissing = _session is null;
        if (_session is { } session)
        {
            session.Changed += OnChanged;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_session is not { State.Ended: null } session)
        {
            if (_isAttached)
            {
                _isAttached = false;
                await JS.InvokeVoidAsync("webqa.demonstrate.detach");
            }
            return;
        }
        var shows = (session.State.Visit?.Page.PageSha256, session.State.Visit?.Cursor ?? 0, session.IsWriting);
        if (!_isAttached)
        {
            _isAttached = true;
            _self = DotNetObjectReference.Create(this);
            await JS.InvokeVoidAsync("webqa.demonstrate.attach", _self, Id, session.HasDraft);
        }
        else if (shows != _shown)
        {
            await JS.InvokeVoidAsync("webqa.demonstrate.shown");
        }
        _shown = shows;
    }

    private void OnChanged(object? sender, EventArgs e) => _ = InvokeAsync(() =>
    {
        _session?.Look();
        StateHasChanged();
    });

    private Task ShowAsync()
    {
        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task ActAsync(Func<DemonstrationSession, Task> act)
    {
        if (_session is { } session)
        {
            await act(session);
            StateHasChanged();
        }
    }

    private async Task SubmitAsync()
    {
        // What is typed goes to the database first; the answer handed in is the one that is saved.
        if (await JS.InvokeAsync<long?>("webqa.demonstrate.flush") is { } version)
        {
            await ActAsync(session => session.SubmitAsync(version));
        }
    }

    private async Task ResetAsync()
    {
        if (await Dialogs.ConfirmAsync(DemonstrateStrings.ResetAsk, DemonstrateStrings.ResetText, DemonstrateStrings.ResetYes, DemonstrateStrings.Keep))
        {
            await ActAsync(session => session.ResetAsync());
        }
    }

    private async Task SkipAsync()
    {
        if (_session is not { } session)
        {
            return;
        }
        var parameters = new DialogParameters<SkipDemonstrationDialog> { { d => d.IsTask, session.Live.Demonstration.Task is not null } };
        var dialog = await Dialogs.ShowAsync<SkipDemonstrationDialog>(DemonstrateStrings.SkipTitle, parameters);
        if (await dialog.Result is { Canceled: false, Data: SkippedDemonstration skipped })
        {
            await ActAsync(s => Queue.SkipAsync(s, skipped.Route, skipped.Reason));
        }
    }

    private async Task BeforeLeavingAsync(LocationChangingContext context)
    {
        if (await JS.InvokeAsync<long?>("webqa.demonstrate.flush", context.CancellationToken) is null
            && !await Dialogs.ConfirmAsync(DemonstrateStrings.LeaveTitle, DemonstrateStrings.LeaveText, DemonstrateStrings.LeaveYes, DemonstrateStrings.LeaveNo))
        {
            context.PreventNavigation();
        }
    }
}
