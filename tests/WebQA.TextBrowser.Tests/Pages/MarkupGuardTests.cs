using AngleSharp.Html.Parser;
using WebQA.TextBrowser.Pages.Html;

namespace WebQA.TextBrowser.Tests.Pages;

public sealed class MarkupGuardTests
{
    /// <summary>The parser may open a few elements of its own (html, body, tbody) and reopen formatting ones.</summary>
    private const int DepthAllowed = MarkupGuard.MaxDepth * 2;

    [Theory]
    [InlineData("<div>")]
    [InlineData("<li><section>")]
    [InlineData("<td><div>")]
    [InlineData("<td><div></td>")]
    [InlineData("<div><table><tr><td></div>")]
    [InlineData("<span><div></span>")]
    [InlineData("<b><div></b>")]
    [InlineData("<a href=x><div></a>")]
    [InlineData("<form><div></form>")]
    [InlineData("<li><ul></li>")]
    [InlineData("<h1><div><h2></h1>")]
    [InlineData("<table><td><svg><td>")]
    [InlineData("<svg><desc><foo/>")]
    [InlineData("<svg><p><foo/>")]
    [InlineData("<svg><g><desc>")]
    [InlineData("<svg><title><div></title>")]
    [InlineData("<svg><p><title><!--</title><div>")]
    [InlineData("<svg><![CDATA[<div>]]>")]
    [InlineData("<math><mi><div></mi>")]
    [InlineData("<math><annotation-xml encoding=text/html><div></annotation-xml>")]
    [InlineData("<p><object><div></p>")]
    [InlineData("<button><div></button><p>")]
    [InlineData("<select><table><td><div>")]
    [InlineData("<template><td><div>")]
    [InlineData("<!--><div>")]
    [InlineData("<!-- --!><div>")]
    [InlineData("<script><!--<script></script><div>--></script><div>")]
    [InlineData("<div a='>' b=\"<\" / c =d>")]
    [InlineData("<ruby><rt><div>")]
    [InlineData("<dd><dt><div></dd>")]
    [InlineData("<p><font><p>")]
    [InlineData("<i><p></i>")]
    [InlineData("<nobr><div>")]
    [InlineData("<frameset><div>")]
    [InlineData("<noscript><div></noscript>")]
    [InlineData("<option><div><option>")]
    [InlineData("<table><caption><div><td>")]
    [InlineData("<marquee><div></marquee></div>")]
    public void No_pattern_of_tags_makes_a_deep_tree(string pattern)
    {
        var (safe, _, _) = MarkupGuard.Clean(string.Concat(Enumerable.Repeat(pattern, 1_500)) + "MARK");

        Assert.InRange(Depth(safe), 1, DepthAllowed);
    }

    [Fact]
    public void No_random_soup_of_tags_makes_a_deep_tree()
    {
        string[] tags =
        [
            "div", "p", "li", "ul", "table", "tr", "td", "th", "caption", "tbody", "b", "i", "a", "font", "span", "svg", "math", "mi", "desc", "foreignObject", "title", "form",
            "button", "object", "h1", "h3", "dd", "dl", "select", "option", "template", "section", "pre", "ruby", "rt", "nobr", "address", "center", "foo",
        ];
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            // A handful of names at a time, so that the same traps come again and again.
            var names = Enumerable.Range(0, 2 + random.Next(5)).Select(_ => tags[random.Next(tags.Length)]).ToArray();
            var soup = string.Concat(Enumerable.Range(0, 4_000).Select(_ => $"<{(random.Next(3) == 0 ? "/" : "")}{names[random.Next(names.Length)]}{(random.Next(9) == 0 ? "/" : "")}>"));

            var depth = Depth(MarkupGuard.Clean(soup + "MARK").Html);

            Assert.True(depth <= DepthAllowed, $"{depth} deep: {string.Join(' ', names)}, round {round}");
        }
    }

    [Fact]
    public void Text_is_never_dropped() =>
        Assert.Equal("start" + string.Concat(Enumerable.Range(0, 2_000)), Words(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<div><b>{i}"))));

    [Theory]
    [InlineData("<p class=a>x</p><br/><img src='a>b'>text &lt; 3 < 4")]
    [InlineData("<!doctype html><title>a &amp; b</title><textarea>t</textarea>")]
    [InlineData("<table><tr><td>1<td>2<tr><td>3</table><ul><li>a<li>b</ul>")]
    public void Ordinary_markup_is_left_as_it_is(string html) => Assert.Equal(html, MarkupGuard.Clean(html).Html);

    [Theory]
    [InlineData("a<!-- <b> -->b<!-->c<!--->d", "abcd")]
    [InlineData("a<script>if (x < y) '<p>'</script>b", "ab")]
    [InlineData("<title>a <b> c</title>", "<title>a &lt;b> c</title>")]
    [InlineData("a<?php x ?>b</ x>c", "abc")]
    public void Comments_and_scripts_go_and_text_cannot_become_tags(string html, string safe) => Assert.Equal(safe, MarkupGuard.Clean(html).Html);

    private static string Words(string html) => string.Concat(HtmlReader.Read("start" + html, PageFixtures.Url).All.PlainText.Where(c => !char.IsWhiteSpace(c)));

    private static int Depth(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var tree = PageTree.Of(document);
        var depths = new int[tree.Nodes.Count];
        for (var i = 1; i < depths.Length; i++)
        {
            depths[i] = depths[tree.Nodes[i].Parent] + 1;
        }
        return depths.Max();
    }
}
