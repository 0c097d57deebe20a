using Bunit;
using WebQA.LabelingUi.Components.Settings;
using WebQA.Storage.Engines;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class EngineSectionTests : UiTest
{
    [Fact]
    public void Every_kind_of_engine_has_its_row() =>
        Assert.Equal(
            ["MediaWiki", "SearXNG", "Kiwix", "Brave Search", "Tavily", "Exa", "Serper", "The custom engine"],
            Context.Render<EngineSection>().FindAll(".en h3").Select(h => h.TextContent));

    [Fact]
    public void What_is_missing_is_said_in_the_row()
    {
        var section = Context.Render<EngineSection>();

        Assert.Equal("Off. Give its address, for example http://localhost:8888.", section.Find("#searxng .res").TextContent);
        Assert.Equal("Off. Enter its key.", section.Find("#brave .res").TextContent);
        Assert.Contains("Contact in User-Agent: not set", section.Find("#mediawiki .facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_allows_and_what_it_had_this_month_stand_beside_it()
    {
        Engines.Requests["tavily"] = 1_234;

        var section = Context.Render<EngineSection>();

        Assert.Equal(["at most 100 a minute", "1,234 requests this month"], section.FindAll("#tavily .eq p").Select(p => p.TextContent));
        Assert.Equal(["at most 300 a minute"], section.FindAll("#exa .eq p").Select(p => p.TextContent));
    }

    [Fact]
    public void A_key_in_a_variable_is_named_by_its_variable_and_not_shown()
    {
        Engines.Variables["WEBQA_BRAVE_KEY"] = "secret-of-the-process";

        var row = Context.Render<EngineSection>().Find("#brave");

        Assert.Contains("Key from the variable WEBQA_BRAVE_KEY", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-process", row.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_that_cannot_be_read_is_a_fault_of_its_row_alone()
    {
        Engines.Variables["WEBQA_SEARXNG_ENDPOINT"] = "localhost";

        var section = Context.Render<EngineSection>();

        Assert.Equal("WEBQA_SEARXNG_ENDPOINT is not a web address. Write it with http:// or https://, for example http://localhost:8888.", section.Find("#searxng .res.bad").TextContent);
        Assert.Equal("Not tested yet.", section.Find("#mediawiki .res").TextContent);
    }

    [Fact]
    public void A_key_that_can_no_longer_be_read_is_said_with_the_remedy()
    {
        Engines.Store.Save("brave", new EngineChange { NewKey = "secret" }, null);
        Engines.Store.HasLostKeys = true;

        Assert.Equal(
            "The key was kept, but what it was encrypted with is gone: the folder keys in WEBQA_DATA was lost or replaced. Enter the key again.",
            Context.Render<EngineSection>().Find("#brave .res.bad").TextContent);
    }

    [Fact]
    public async Task A_test_says_that_it_runs_then_what_came_and_what_would_help()
    {
        var section = Context.Render<EngineSection>();
        var test = section.Find("#mediawiki .ea .btn").ClickAsync(new());

        Assert.Equal("Asking it one question, for at most 15 s.", section.Find("#mediawiki .res").TextContent);
        Assert.Equal("true", section.Find("#mediawiki .ea .btn").GetAttribute("aria-disabled"));
        Engines.Answer.SetResult(new EngineTestResult("mediawiki", 10, TimeSpan.FromMilliseconds(411.2)));
        await test;

        Assert.StartsWith("10 results in 412 ms. It allows ", section.Find("#mediawiki .res.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_stands_with_its_remedy_until_something_is_saved()
    {
        Engines.Answer.SetResult(new EngineTestResult("tavily", 0, TimeSpan.Zero) { Fault = EngineFault.Refused, What = "Tavily does not take the key.", Remedy = "Copy it again." });
        var section = Context.Render<EngineSection>();
        await section.Find("#tavily .ea .btn").ClickAsync(new());
        Assert.Equal("Tavily does not take the key. Copy it again.", section.Find("#tavily .res.bad").TextContent);

        await section.Find("#tavily .ib").ClickAsync(new());
        await section.Find("#tavily-key").ChangeAsync(new() { Value = "fresh" });
        await section.Find("#tavily form").SubmitAsync();

        Assert.Equal("Not tested yet.", section.Find("#tavily .res").TextContent);
        Assert.Equal("fresh", Engines.Store.ReadKey("tavily"));
        Assert.Empty(section.FindAll("#tavily form"));
    }

    [Fact]
    public async Task A_value_that_cannot_be_used_leaves_the_form_open_with_the_reason()
    {
        var section = Context.Render<EngineSection>();
        await section.Find("#searxng .ib").ClickAsync(new());
        await section.Find("#searxng-endpoint").ChangeAsync(new() { Value = "localhost" });
        await section.Find("#searxng form").SubmitAsync();

        Assert.Equal("The endpoint must be an address.", section.Find("#searxng [role=alert]").TextContent);
        Assert.Equal("localhost", section.Find("#searxng-endpoint").GetAttribute("value"));
    }

    [Fact]
    public async Task A_kept_key_is_replaced_or_taken_away_and_its_field_is_always_empty()
    {
        Engines.Store.Save("exa", new EngineChange { NewKey = "old-secret" }, "ann");
        var section = Context.Render<EngineSection>();
        await section.Find("#exa .ib").ClickAsync(new());

        Assert.Contains("Changed 25 Nov 2026, 14:00 by ann", section.Find("#exa form").TextContent, StringComparison.Ordinal);
        Assert.Null(section.Find("#exa-key").GetAttribute("value"));
        Assert.DoesNotContain("old-secret", section.Markup, StringComparison.Ordinal);
        await section.Find("#exa input[type=checkbox]").ChangeAsync(new() { Value = true });
        await section.Find("#exa form").SubmitAsync();

        Assert.Null(Engines.Store.ReadKey("exa"));
        Assert.Equal("Off. Enter its key.", section.Find("#exa .res").TextContent);
    }
}
