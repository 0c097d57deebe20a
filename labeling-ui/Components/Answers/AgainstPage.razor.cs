using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Compare;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Resources;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage;

namespace WebQA.LabelingUi.Components.Answers;

/// <summary>Reads both episodes, waits for the second, and keeps the vote.</summary>
public sealed partial class AgainstPage : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _left = new();
    private EpisodeState? _first, _second;
    private ComparisonTask? _pair;
    private Preference? _vote;
    private DateTimeOffset? _keptAt;
    private string? _problem, _opened;
    private bool _isSwapped;

    [Inject] private IEpisodeHost Host { get; set; } = default!;

    [Inject] private IEpisodeStore Store { get; set; } = default!;

    [Inject] private PageCache Pages { get; set; } = default!;

    [Inject] private IAskerVotes Votes { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Other)
        {
            return;
        }
        (_opened, _pair, _vote, _keptAt) = (Other, null, null, null);
        await GuardAsync(LoadAsync);
        if (RendererInfo.IsInteractive && _problem is null && _second?.Ended is null)
        {
            _ = WaitAsync(Other);
        }
    }

    private async Task LoadAsync()
    {
        var user = (await State).User;
        foreach (var id in (string[])[Id, Other])
        {
            if (await Store.FindForAsync(user, id, _left.Token) is null)
            {
                _problem = AskerStrings.NotAPair;
                return;
            }
        }
        (_first, _second) = (await ReadAsync(Id), await ReadAsync(Other));
        if (_first?.Setup.Question.Text != _second?.Setup.Question.Text || Id == Other || _first?.Composed?.Answer is null)
        {
            (_problem, _first) = (AskerStrings.NotAPair, null);
            return;
        }
        if (SampledPair.Of(_first, _second!, user.PersonId()) is { } pair)
        {
            (_isSwapped, _pair) = (pair.IsSwapped, pair.Shown);
            _vote = await Votes.FindAsync(pair.Task, user.PersonId(), _left.Token) is { } vote ? (Preference)(_isSwapped ? -(int)vote : (int)vote) : null;
        }
    }

    private async Task<EpisodeState?> ReadAsync(string id)
    {
        var feed = new EpisodeFeed(Host, Store, Pages);
        return await feed.LoadAsync(id, _left.Token) ? feed.State : null;
    }

    private async Task WaitAsync(string other)
    {
        using var timer = new PeriodicTimer(Look, Clock);
        try
        {
            while (_opened == other && _problem is null && _second?.Ended is null && await timer.WaitForNextTickAsync(_left.Token))
            {
                if (await Store.FindAsync(other, _left.Token) is { Outcome: not null })
                {
                    await GuardAsync(LoadAsync);
                    StateHasChanged();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private Task VoteAsync(Preference shown) => GuardAsync(async () =>
    {
        var person = (await State).User.PersonId();
        var pair = SampledPair.Of(_first!, _second!, person)!;
        await Votes.VoteAsync(pair.Task, (Preference)(_isSwapped ? -(int)shown : (int)shown), _isSwapped, person, _left.Token);
        (_vote, _keptAt) = (shown, Clock.GetUtcNow());
    });

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is FeedbackRefusedException or StorageException or PageNotStoredException or PageDamagedException or InvalidDataException)
        {
            _problem = fault.Message;
        }
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }
}
