using Bunit;
using WebQA.LabelingUi.Components.StoredPages;
using WebQA.LabelingUi.Tests.Doubles;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class StoredPageTests : UiTest
{
    [Fact]
    public async Task The_quote_is_highlighted_and_named_as_the_place_to_scroll_to()
    {
        var state = (await World.EndedAsync()).State!;

        var page = Open($"/pages/{World.Web.Gifts.PageSha256}?episode=e1&quote=1", World.Web.Gifts.PageSha256);

        Assert.Equal(
            state.References[0].Extract,
            string.Join(' ', page.FindAll(".l").Select(l => string.Concat(l.QuerySelectorAll("mark.q").Select(m => m.TextContent))).Where(t => t.Length > 0)));
        Assert.Equal("11", page.Find("[data-document]").GetAttribute("data-target-line"));
        Assert.Contains("Quote found word for word", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_text_is_text_and_never_markup()
    {
        var hostile = World.Web.Keep(MemoryWeb.Web("https://a.example/", "<i>T</i>", "<script>alert(1)</script> <img src=x onerror=alert(1)>"));

        var page = Open($"/pages/{hostile.PageSha256}", hostile.PageSha256);

        Assert.Empty(page.FindAll("script, img, i"));
        Assert.Equal("1<script>alert(1)</script> <img src=x onerror=alert(1)>", page.Find(".l").TextContent);
    }

    [Fact]
    public void A_page_that_was_changed_on_disk_is_refused()
    {
        World.Web.Damage(World.Web.Gifts.PageSha256, World.Web.Faces);

        var page = Open($"/pages/{World.Web.Gifts.PageSha256}", World.Web.Gifts.PageSha256);

        Assert.Equal("This page cannot be shown", page.Find("h1").TextContent);
        Assert.Contains("has been changed on disk", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_not_stored_says_why()
    {
        var page = Open("/pages/abc", "abc");

        Assert.Contains("The archive holds no page abc.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_page_only_a_part_is_drawn()
    {
        var text = string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"Line {i} of a long page."));
        var page = World.Web.Keep(MemoryWeb.Web("https://a.example/long", "Long", text));

        var shown = Open($"/pages/{page.PageSha256}", page.PageSha256);

        Assert.True(shown.FindAll(".l").Count <= 200);
        Assert.Contains("5000 lines", shown.Find(".dh").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<StoredPage> Open(string address, string key)
    {
        GoTo(address);
        return Context.Render<StoredPage>(p => p.Add(s => s.PageSha256, key));
    }
}
