using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Keeping;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class EngineLedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-ledger-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Delete(recursive: true);

    private EngineLedger Open() => new(Path.Combine(_folder.FullName, "data", "engines.db"), _clock, NullLogger<EngineLedger>.Instance);

    private static Task<IReadOnlyList<SearchResult>> SearchAsync(ISearchEngine engine, string query = "crows", int count = 8) => engine.SearchAsync(query, count, TestContext.Current.CancellationToken);

    [Fact]
    public async Task The_same_search_is_answered_from_the_ledger_for_a_day_after_a_new_start_too()
    {
        var inner = new ScriptedEngine(ScriptedEngine.Finds());
        Assert.Equal(ScriptedEngine.Crows, await SearchAsync(new CachedEngine(inner, () => "en", Open())));
        _clock.Advance(TimeSpan.FromHours(23));

        Assert.Equal(ScriptedEngine.Crows, await SearchAsync(new CachedEngine(inner, () => "en", Open())));
        Assert.Equal(1, inner.Searches);
        _clock.Advance(TimeSpan.FromHours(2));

        await SearchAsync(new CachedEngine(inner, () => "en", Open()));
        Assert.Equal(2, inner.Searches);
    }

    [Fact]
    public async Task Another_query_count_language_or_address_is_another_search()
    {
        var inner = new ScriptedEngine(ScriptedEngine.Finds());
        var scope = "http://a.example\nen";
        var engine = new CachedEngine(inner, () => scope, Open());
        await SearchAsync(engine);
        await SearchAsync(engine, "rooks");
        await SearchAsync(engine, count: 9);
        scope = "http://a.example\nde";
        await SearchAsync(engine);

        Assert.Equal(4, inner.Searches);
    }

    [Fact]
    public async Task Faults_and_empty_results_are_not_kept()
    {
        var inner = new ScriptedEngine(ScriptedEngine.Fails(EngineFault.ServerError), static () => [], ScriptedEngine.Finds());
        var engine = new CachedEngine(inner, () => "", Open());
        await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine));

        Assert.Empty(await SearchAsync(engine));
        Assert.Equal(ScriptedEngine.Crows, await SearchAsync(engine));
    }

    [Fact]
    public async Task Requests_are_counted_by_engine_and_month_those_that_were_never_sent_are_not()
    {
        var inner = new ScriptedEngine(
            ScriptedEngine.Finds(), ScriptedEngine.Fails(EngineFault.Throttled), ScriptedEngine.Fails(EngineFault.NotConfigured), ScriptedEngine.Fails(EngineFault.Unreachable), ScriptedEngine.Finds());
        var engine = new MeteredEngine(inner, Open());
        await SearchAsync(engine);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine));
        }
        _clock.Advance(TimeSpan.FromDays(1));
        await SearchAsync(engine);

        Assert.Equal([new EngineUse("scripted", "2026-12", 1), new EngineUse("scripted", "2026-11", 2)], Open().Uses());
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_written_does_not_stop_a_search()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "data"), "a file where the folder should be");
        var inner = new ScriptedEngine(ScriptedEngine.Finds());
        var engine = new CachedEngine(new MeteredEngine(inner, Open()), () => "", Open());

        Assert.Equal(ScriptedEngine.Crows, await SearchAsync(engine));
        Assert.Equal(ScriptedEngine.Crows, await SearchAsync(engine));
        Assert.Equal((2, 0), (inner.Searches, Open().Uses().Count));
    }
}
