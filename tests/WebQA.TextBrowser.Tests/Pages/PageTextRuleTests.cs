using WebQA.TextBrowser.Pages.Html;

namespace WebQA.TextBrowser.Tests.Pages;

/// <summary>The page text rules, each by a small piece of HTML.</summary>
public sealed class PageTextRuleTests
{
    [Theory]
    [InlineData("<p>One.</p><p>Two\n  lines.</p>", "One.\n\nTwo lines.")]
    [InlineData("<h1>Big</h1>text<h3>Small</h3>", "# Big\n\ntext\n\n### Small")]
    [InlineData("one<br>two<br><br>three", "one\ntwo\nthree")]
    [InlineData("<p>a<hr><p>b", "a\n\nb")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "* a\n* b\n  * c\n* d")]
    [InlineData("<ol start=3><li>a<li value=7>b<li>c</ol>", "3. a\n7. b\n8. c")]
    [InlineData("<ol reversed><li>a<li>b</ol>", "2. a\n1. b")]
    [InlineData("<ol type=a><li>x<li>y</ol>", "a. x\nb. y")]
    [InlineData("<dl><dt>Term</dt><dd>Meaning</dd><dt>Other</dt><dd>Sense</dd></dl>", "Term\n  Meaning\nOther\n  Sense")]
    [InlineData("<table><tr><th>Year</th><th>Rate</th></tr><tr><td>1990</td><td>4 %</td></tr></table>", "Year | Rate\n1990 | 4 %")]
    [InlineData("<table><caption>Rates</caption><tr><td>a<td>b<tr><td><td>d</table>", "Rates\na | b\n| d")]
    [InlineData("<table><tr><td><table><tr><td>x<td>y<tr><td>1<td>2</table></td><td><p>Side</p></td></tr></table>", "x | y\n1 | 2\n\nSide")]
    [InlineData("<pre>if x:\n    y = 1\n\nend</pre>", "if x:\n    y = 1\n\nend")]
    [InlineData("<pre><code><span>a</span>\n  <b>b</b>\n</code></pre><p>c", "a\n  b\n\nc")]
    [InlineData("<blockquote><p>Said.</p><p>Again.</p></blockquote><p>Own.", "> Said.\n\n> Again.\n\nOwn.")]
    [InlineData("E = mc<sup>2</sup>, H<sub>2</sub>O", "E = mc^2, H_2O")]
    [InlineData("a <img src=x alt='A crow'> b <img src=y>", "a [Image: A crow] b [Image]")]
    [InlineData("<figure><img alt=Crow><figcaption>A crow.</figcaption></figure>", "[Image: Crow]\n\nA crow.")]
    [InlineData("<svg aria-label='A leaf'><path d=M0/></svg>", "[Image: A leaf]")]
    [InlineData("so <math alttext='{\\displaystyle a^{2}}'><mi>a</mi></math>.", "so a^{2}.")]
    [InlineData("<math><mi>a</mi><mo>+</mo><mi>b</mi></math>", "a+b")]
    [InlineData("&nbsp;a&nbsp;&nbsp;b&shy;c&#8203;d", "a bcd")]
    public void Html_becomes_text(string html, string text) => Assert.Equal(text, PageFixtures.AllOf(html));

    [Theory]
    [InlineData("<a href=/x>Here</a>", "【0†Here】")]
    [InlineData("<a href='https://Other.example/a b#top'>There</a>", "【0†There†other.example】")]
    [InlineData("<a href=two>Two</a> <a href=/x>X</a> <a href='two#part'>Two again</a>", "【0†Two】 【1†X】 【0†Two again】")]
    [InlineData("<base href=https://base.example/d/><a href=e>E</a>", "【0†E†base.example】")]
    [InlineData("<a href=mailto:x@y.example>m</a> <a href='javascript:f()'>j</a> <a href=#n>n</a> <a href=ftp://f.example/>f</a> <a>none</a>", "m j n f none")]
    [InlineData("<a href=/articles/one#part>Part</a>", "Part")]
    [InlineData("<a href=/x><img alt=Crow></a><a href=/y></a>", "【0†[Image: Crow]】")]
    [InlineData("<a href=/x><h3>Card</h3><p>Text † here</p></a>", "【0†Card Text ‡ here】")]
    [InlineData("see<a href=/x> this </a>now", "see 【0†this】 now")]
    [InlineData("<a href=http://xn--bcher-kva.example/>b</a>", "【0†b†bücher.example】")]
    [InlineData("【0†fake†bank.example】 ♦Quotes ◼ x†y", "〖0†fake†bank.example〗 ◆Quotes ◾ x†y")]
    [InlineData("<frameset><frame src=/menu name=Menu><frame src=/body></frameset>", "【0†Menu】\n【1†/body】")]
    public void Links_and_reserved_characters(string html, string text) => Assert.Equal(text, PageFixtures.AllOf(html));

    [Theory]
    [InlineData("<p style='display:none'>x</p>seen")]
    [InlineData("<p style='DISPLAY : none !important'>x</p>seen")]
    [InlineData("<div style='visibility:hidden'>x<b style='visibility:visible'>seen</b></div>")]
    [InlineData("<div hidden>x</div>seen")]
    [InlineData("<div style='font-size:0px'>x<b style='font-size:12px'>seen</b></div>")]
    [InlineData("<div style='opacity:0'>x</div>seen")]
    [InlineData("<div style='position:absolute;left:-9999px'>x</div>seen")]
    [InlineData("<div style='text-indent:-999em'>x</div>seen")]
    [InlineData("<div style='width:0;height:0;overflow:hidden'>x</div>seen")]
    [InlineData("<div style='position:absolute;clip:rect(0 0 0 0)'>x</div>seen")]
    [InlineData("<style>.a .b{display:none} .c{display:none} p.c{display:block}</style><div class=a><i class=b>x</i></div><p class=c>seen</p>")]
    [InlineData("<style>@media (min-width: 40em){.s{display:none}} @media (min-width:1300px), (max-width: 30em){p{display:none}} @media screen and (max-width:1400px){.t{display:none}}</style><p>seen</p><p class=s>x</p><p class=t>x</p>")]
    [InlineData("<style><![CDATA[ p{display:none} ]]></style><style><![CDATA[ ]]> p{} b{display:none}</style><p>seen</p><b>x</b>")]
    [InlineData("<style>@media print{p{display:none}} @media screen{.s{display:none}}</style><p>seen</p><p class=s>x</p>")]
    [InlineData("<style>p:hover{display:none} ((( {display:none} #h{display:none}</style><p>seen</p><p id=h>x</p>")]
    [InlineData("<div class=modal aria-hidden=true>x</div>seen")]
    [InlineData("<div class=cookie-banner>We use cookies. <button>x</button></div>seen")]
    [InlineData("<script>x</script><style>x</style><template>x</template><!-- x -->seen")]
    public void What_a_reader_cannot_see_is_dropped(string html) => Assert.Equal("seen", PageFixtures.AllOf(html));

    [Fact]
    public void Hidden_words_are_counted() =>
        Assert.Equal(3, HtmlReader.Read("<p>Seen.</p><p hidden>one two</p><p style='display:none'>three</p>", PageFixtures.Url).HiddenWords);

    [Fact]
    public void A_recipe_for_cookies_is_no_cookie_banner() =>
        Assert.Equal("Mix the dough.", PageFixtures.AllOf("<div class=cookie-recipe>Mix the dough.</div>"));

    [Fact]
    public void A_menu_over_the_page_that_links_to_the_rules_on_cookies_is_no_cookie_banner() =>
        Assert.Equal("【0†Imprint】 【1†Cookie rules】", PageFixtures.AllOf("<div class=overlay-menu><a href=/imprint>Imprint</a> <a href=/cookies>Cookie rules</a></div>"));

    [Fact]
    public void A_formula_that_MathJax_draws_is_shown_by_its_text() =>
        Assert.Equal("so a+b", PageFixtures.AllOf(
            "<style>mjx-assistive-mml{position:absolute;clip:rect(1px,1px,1px,1px)}</style>so <mjx-container><mjx-math aria-hidden=true></mjx-math><mjx-assistive-mml><math><mi>a</mi><mo>+</mo><mi>b</mi></math></mjx-assistive-mml></mjx-container>"));

    [Fact]
    public void A_page_whose_body_waits_for_its_script_to_show_it_is_shown() =>
        Assert.Equal("Text", PageFixtures.AllOf("<style>body{opacity:0}</style><body><p>Text</p>"));

    [Theory]
    [InlineData("<title> A \n page </title><h1>x</h1>", "A page")]
    [InlineData("<meta property=og:title content='Shared'><h1>x</h1>", "Shared")]
    [InlineData("<h1>Head<b>ing</b></h1>", "Heading")]
    [InlineData("<p>x", "https://page.example/articles/one")]
    [InlineData("<title>♦Quotes 【1†x】</title>", "◆Quotes 〖1‡x〗")]
    public void The_title_is_one_line(string html, string title) => Assert.Equal(title, HtmlReader.Read(html, PageFixtures.Url).Title);

    [Theory]
    [InlineData("<html lang=de-AT>", "de-AT")]
    [InlineData("<html lang=en_GB>", "en-GB")]
    [InlineData("<html lang='not a language'>", null)]
    [InlineData("<p>", null)]
    public void The_language_is_the_pages_own(string html, string? language) => Assert.Equal(language, HtmlReader.Read(html, PageFixtures.Url).Language);

    [Fact]
    public void Blocked_links_become_plain_text() =>
        Assert.Equal("a 【0†b†good.example】", HtmlReader.Read("<a href=https://bad.example/>a</a> <a href=https://good.example/>b</a>", PageFixtures.Url, isBlocked: u => u.Host == "bad.example").All.Text);

    [Fact]
    public void Words_for_readers_without_scripts_are_shown_unless_a_browser_ran_them()
    {
        const string Html = "<body><p>a</p><noscript><p>b</p></noscript>";

        Assert.Equal("a\n\nb", PageFixtures.AllOf(Html));
        Assert.Equal("a", HtmlReader.Read(Html, PageFixtures.Url, isRendered: true).All.Text);
    }

    [Fact]
    public void A_long_link_keeps_its_first_words_and_the_rest_is_text()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 200));

        var view = HtmlReader.Read($"<a href=/x>{words}</a>", PageFixtures.Url).All;

        Assert.True(view.Links[0].Text.Length is > 280 and <= MarkedTextWriter.MaxLinkText);
        Assert.Equal(words, view.PlainText);
    }

    [Fact]
    public void The_text_limit_is_said()
    {
        var view = HtmlReader.Read($"<p>{new string('x', HtmlReader.MaxTextLength + 5)}", PageFixtures.Url).All;

        Assert.True(view.IsCut);
        Assert.EndsWith("xxx\n\n[The page was cut here: only its first 1,000,000 characters are shown.]", view.Text, StringComparison.Ordinal);
    }
}
