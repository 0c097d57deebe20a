using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using MudBlazor;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Components.Shared;
using WebQA.LabelingUi.Resources;
using WebQA.LabelingUi.SignIn;

namespace WebQA.LabelingUi.Components.History;

/// <summary>Lists, finds, continues and deletes episodes.</summary>
public sealed partial class HistoryPage
{
    private const int PageSize = 25;
    private const string Everybody = "everybody";
    private ClaimsPrincipal _user = new();
    private IReadOnlyList<EpisodeSummary> _episodes = [];
    private bool _hasMore;
    private string? _problem;

    [Inject] private IEpisodeStore Store { get; set; } = default!;

    [Inject] private IEpisodeHost Host { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private IEnumerable<(string Title, IReadOnlyList<EpisodeSummary> Episodes)> Days =>
        _episodes
            .GroupBy(e => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.StartedAt, Clock.LocalTimeZone).DateTime))
            .Select(g => (DayTitle(g.Key), (IReadOnlyList<EpisodeSummary>)[.. g]));

    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;

    /// <summary>Whether everybody's questions are listed; asked for, and only where the role goes that far.</summary>
    private bool IsEverybody => Whose == Everybody && _user.SeesAllEpisodes();

    protected override async Task OnParametersSetAsync()
    {
        _user = (await State).User;
        Query = string.IsNullOrWhiteSpace(Query) ? null : Query.Trim();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var before = DateTimeOffset.TryParse(Before, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : (DateTimeOffset?)null;
        var found = await Store.ListAsync(new EpisodeQuery(Query, Before: before, Count: PageSize + 1, OwnerId: IsEverybody ? null : _user.OwnerId()));
        _hasMore = found.Count > PageSize;
        _episodes = [.. found.Take(PageSize)];
    }

    private async Task DeleteAsync(EpisodeSummary episode)
    {
        if (!await Dialogs.ConfirmAsync(Strings.DeleteAsk, Strings.DeleteAskText, Strings.DeleteNow, Strings.KeepIt))
        {
            return;
        }
        try
        {
            _problem = null;
            if (_user.MaySteer(episode.OwnerId))
            {
                await Store.DeleteAsync(episode.Id);
            }
        }
        catch (InvalidOperationException e)
        {
            _problem = e.Message;
        }
        await LoadAsync();
    }

    private async Task ContinueAsync(EpisodeSummary episode)
    {
        try
        {
            if (_user.MaySteer(episode.OwnerId))
            {
                await Host.ContinueAsync(episode.Id);
            }
            Navigation.NavigateTo($"/episodes/{episode.Id}");
        }
        catch (HostRefusedException e)
        {
            _problem = e.Message;
        }
    }

    private string DayTitle(DateOnly day)
    {
        var today = DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);
        return day == today ? Strings.Today
            : day == today.AddDays(-1) ? Strings.Yesterday
            : Say.Day(day);
    }

    private string Address(DateTimeOffset? before) => Address(before, IsEverybody);

    private string Address(DateTimeOffset? before, bool isEverybody) => QueryHelpers.AddQueryString("/history", new Dictionary<string, string?>
    {
        ["q"] = Query,
        ["whose"] = isEverybody ? Everybody : null,
        ["before"] = before?.ToString("O", CultureInfo.InvariantCulture),
    });
}
