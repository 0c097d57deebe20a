using System.Text.RegularExpressions;

namespace WebQA.TextBrowser.Tests.Rendering;

public sealed partial class SerializationTests(RendererFixture renderer)
{
    [Theory]
    [InlineData("display:none")]
    [InlineData("opacity:0")]
    [InlineData("visibility:hidden")]
    [InlineData("font-size:0")]
    [InlineData("color:transparent")]
    [InlineData("position:absolute;left:-9999px")]
    [InlineData("height:0;overflow:hidden")]
    [InlineData("position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)")]
    [InlineData("clip-path:inset(50%)")]
    [InlineData("text-indent:-9999px")]
    public async Task What_a_style_sheet_hides_is_marked_hidden(string style)
    {
        var html = await renderer.RenderAsync($"<style>#x{{{style}}}</style><p>seen</p><div id=x>SECRET</div>");

        Assert.Equal("seen", Shown(html));
        Assert.Contains("SECRET", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#x{display:none}", "<div hidden style='display:block!important'>shown</div>")] // the attribute is overruled
    [InlineData("#x{visibility:hidden} #x b{visibility:visible}", "<div id=x>not <b>shown</b></div>")]
    [InlineData("#x{background:linear-gradient(red,blue);-webkit-background-clip:text;-webkit-text-fill-color:transparent}", "<h1 id=x>shown</h1>")]
    [InlineData("", "<details><summary>sho</summary>wn</details>")]
    [InlineData("", "<div style='opacity:0' id=x></div><script>new IntersectionObserver(e => { if (e[0].isIntersecting) { x.style.opacity = 1; x.textContent = 'shown' } }).observe(x)</script>")]
    public async Task What_a_person_can_see_is_not(string css, string body)
    {
        var html = await renderer.RenderAsync($"<style>{css}</style><body>{body}");

        Assert.Equal("shown", Shown(html));
    }

    [Fact]
    public async Task A_part_that_shows_only_when_scrolled_into_view_is_shown()
    {
        var html = await renderer.RenderAsync(
            "<div style='height:3000px'></div><p id=x>later</p>"
            + "<script>new IntersectionObserver(e => { if (e[0].isIntersecting) x.textContent = 'in view' }).observe(x)</script>");

        Assert.Equal("in view", Shown(html));
    }

    [Fact]
    public async Task Shadow_trees_are_shown_in_their_place()
    {
        var html = await renderer.RenderAsync(
            """
            <x-card>light</x-card><script>customElements.define('x-card', class extends HTMLElement { connectedCallback() {
              this.attachShadow({ mode: 'open' }).innerHTML = '<p>before <slot></slot> after</p>' } })</script>
            """);

        Assert.Equal("before light after", Shown(html));
    }

    [Fact]
    public async Task Scripts_styles_and_handlers_are_left_out_and_text_is_escaped()
    {
        var html = await renderer.RenderAsync(
            "<!DOCTYPE html><html lang=en><head><title>T</title></head><body onload='x()'><p title='a\"b' style='color:red'></p><script>document.querySelector('p').textContent = '<b>&'</script></body></html>");

        Assert.Equal(
            "<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body><p title=\"a&quot;b\">&lt;b&gt;&amp;</p></body></html>",
            html);
    }

    [Fact]
    public async Task A_page_cannot_change_what_its_style_is_taken_for()
    {
        var html = await renderer.RenderAsync(
            "<style>#x{display:none}</style><p>seen</p><div id=x>SECRET</div><script>getComputedStyle = () => ({ display: 'block', opacity: 1 }); Element.prototype.getBoundingClientRect = () => ({ width: 9, height: 9 })</script>");

        Assert.Equal("seen", Shown(html));
    }

    [Fact]
    public async Task A_deep_page_is_serialised_without_recursion()
    {
        var html = await renderer.RenderAsync(
            "<body><script>let e = document.body; for (let i = 0; i < 2000; i++) { const d = document.createElement('i'); e.append(d); e = d } e.textContent = 'deep'</script>");

        Assert.Equal("deep", Shown(html));
    }

    // What is left when hidden elements (they are not nested in these pages) and tags are taken away.
    private static string Shown(string html) => White().Replace(Tag().Replace(HiddenElement().Replace(html, string.Empty), string.Empty), " ").Trim();

    [GeneratedRegex(@"<(?<name>\w+)\b[^>]*\shidden>.*?</\k<name>>", RegexOptions.Singleline)]
    private static partial Regex HiddenElement();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
