using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WebQA.LabelingUi.Resources;
using WebQA.LabelingUi.Settings;
using WebQA.Storage;
using WebQA.Storage.Engines;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.LabelingUi.Components.Settings;

public sealed partial class EngineSection
{
    private readonly CancellationTokenSource _left = new();
    private readonly Dictionary<string, EngineTestResult> _results = new(StringComparer.Ordinal);
    private readonly HashSet<string> _testing = new(StringComparer.Ordinal);
    private IReadOnlyList<EngineCard> _cards = [];
    private string? _problem;
    private string _said = string.Empty;

    [CascadingParameter] private Task<AuthenticationState>? State { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnInitialized() => Load();

    private void Load()
    {
        try
        {
            (_cards, _problem) = (Desk.Cards(), null);
        }
        catch (StorageException e)
        {
            _problem = e.Message;
        }
    }

    private Task TestAllAsync() => Task.WhenAll(_cards.Where(c => c.IsSetUp).Select(TestAsync));

    private async Task TestAsync(EngineCard card)
    {
        if (!_testing.Add(card.Engine))
        {
            return;
        }
        try
        {
            var result = await Desk.TestAsync(card.Engine, _left.Token);
            _results[card.Engine] = result;
            _said = $"{card.Protocol.Title}: {EngineWords.Tested(card, result)}";
            Load();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (StorageException e)
        {
            _problem = e.Message;
        }
        finally
        {
            _testing.Remove(card.Engine);
        }
        StateHasChanged();
    }

    /// <returns>Why it was not saved; null where it was.</returns>
    private async Task<string?> Save(EngineCard card, EngineChange change)
    {
        try
        {
            var by = State is null ? null : (await State).User.Identity?.Name;
            Desk.Save(card.Engine, change, by);
        }
        catch (Exception e) when (e is SettingRefusedException or StorageException)
        {
            return e.Message;
        }
        _results.Remove(card.Engine);
        _said = Say.With(Strings.EngineSaved, card.Protocol.Title);
        Load();
        StateHasChanged();
        return null;
    }
}
