using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Components.Shared;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Resources;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage;

namespace WebQA.LabelingUi.Components.Episodes;

/// <summary>Loads an episode, follows it while the page is open, and shows what is new at most ten times a second.</summary>
public sealed partial class EpisodePage : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private BrowsingSelection _selection = new();
    private string? _loaded;
    private string? _problem;
    private bool _isMissing;
    private bool _isDirty;
    private bool _staysInSteps;

    [Inject] private IEpisodeHost Host { get; set; } = default!;

    [Inject] private IEpisodeStore Store { get; set; } = default!;

    [Inject] private PageCache Pages { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;

    private EpisodeFeed Feed { get; set; } = default!;

    private bool ShowsAnswer => Feed.State?.Ended is not null && View != "steps" && !_staysInSteps;

    private TimeSpan Elapsed => (Feed.State?.Ended is null && Feed.Phase == EpisodePhase.Running ? Clock.GetUtcNow() : Feed.LastEventAt) - Feed.StartedAt;

    private string Announcement => Feed.State switch
    {
        { Ended: { } ended } => Say.With(Strings.AnnounceEnded, OutcomeText.Of(ended.Outcome)),
        { Steps: [.., var last] } => Say.With(Strings.AnnounceStep, last.Number, StepText.Of(last).Title, StepText.Of(last).Subject),
        _ => string.Empty,
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != Id)
        {
            _loaded = Id;
            (_selection, _staysInSteps, _problem) = (new BrowsingSelection(), false, null);
            Feed = new EpisodeFeed(Host, Store, Pages);
            await GuardAsync(async () => _isMissing = await Store.FindForAsync((await State).User, Id, _leaving.Token) is null || !await Feed.LoadAsync(Id, _leaving.Token));
            if (RendererInfo.IsInteractive)
            {
                _ = FollowAsync(Feed);
                _ = ShowAsync(Feed);
            }
        }
        if (View is null)
        {
            _staysInSteps = false;
        }
    }

    /// <summary>Who looks at an earlier step when the episode ends is not taken away from it.</summary>
    private async Task FollowAsync(EpisodeFeed feed)
    {
        if (_isMissing || feed.State?.Ended is not null)
        {
            return;
        }
        await GuardAsync(() => feed.FollowAsync(Id, stored =>
        {
            _staysInSteps = stored is EpisodeEnded && !_selection.IsFollowing;
            _isDirty = true;
            return Task.CompletedTask;
        }, _leaving.Token));
        StateHasChanged();
    }

    private async Task ShowAsync(EpisodeFeed feed)
    {
        using var timer = new PeriodicTimer(Frame, Clock);
        var (look, shown) = (Clock.GetTimestamp(), Clock.GetTimestamp());
        while (ReferenceEquals(feed, Feed) && feed.State is { Ended: null } && await TickAsync(timer))
        {
            if (Clock.GetElapsedTime(look) >= LookInterval)
            {
                look = Clock.GetTimestamp();
                await GuardAsync(async () => _isDirty |= await feed.RefreshPhaseAsync(Id, _leaving.Token));
            }
            if (_isDirty || Clock.GetElapsedTime(shown) >= TimeSpan.FromSeconds(1))
            {
                (_isDirty, shown) = (false, Clock.GetTimestamp());
                StateHasChanged();
            }
        }
    }

    private async Task<bool> TickAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_leaving.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task GuardAsync(Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone; nobody is left to be told.
        }
        catch (Exception e) when (e is PageNotStoredException or PageDamagedException or InvalidDataException or StorageException)
        {
            _problem = e.Message;
        }
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
