using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage;

namespace WebQA.LabelingUi.Components.StoredPages;

/// <summary>Reads the page and the episode that quotes it.</summary>
public sealed partial class StoredPage
{
    private StoredPageView? _view;
    private string? _problem;
    private int? _scrolledTo;

    [Inject] private IEpisodeHost Host { get; set; } = default!;

    [Inject] private IEpisodeStore Store { get; set; } = default!;

    [Inject] private PageCache Pages { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private IJSRuntime JS { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        try
        {
            if (!await Store.MayReadPageAsync((await State).User, PageSha256))
            {
                throw new PageNotStoredException(PageSha256);
            }
            var page = await Pages.ReadAsync(PageSha256);
            _view = new StoredPageView(page, await EpisodeAsync(), Quote);
            _problem = null;
        }
        catch (Exception e) when (e is PageNotStoredException or PageDamagedException or InvalidDataException or StorageException)
        {
            _problem = e.Message;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_view is { } view && (firstRender || _scrolledTo != view.Current?.Id))
        {
            _scrolledTo = view.Current?.Id;
            await JS.InvokeVoidAsync("webqa.reading.open");
        }
    }

    private async Task<EpisodeState?> EpisodeAsync()
    {
        if (EpisodeId is not { Length: > 0 } id || await Store.FindForAsync((await State).User, id) is null)
        {
            return null;
        }
        var feed = new EpisodeFeed(Host, Store, Pages);
        return await feed.LoadAsync(id) ? feed.State : null;
    }
}
