using System.Text.Json;
using System.Text.RegularExpressions;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pages.Html;

namespace WebQA.TextBrowser.Tests.Pages;

public sealed partial class MainContentTests
{
    private const string Prose = "This paragraph is long enough to be running text, with a clause or two, and it ends with a full stop like all the others.";

    private const string Page =
        $"""
        <body><header class=site><a href=/>Site</a></header><nav><a href=/a>A</a> <a href=/b>B</a></nav>
        <div id=wrap><article><h1>Heading</h1><p>{Prose}</p><figure><img alt=Crow><figcaption>The caption.</figcaption></figure>
        <table><tr><th>Year</th><th>Rate</th></tr><tr><td>1990</td><td>4</td></tr></table><p>{Prose}</p>
        <footer class=footnotes><ol><li>The footnote.</li></ol></footer><p class=share>Share this</p></article>
        <div class=comments><p>A comment that says something at some length, as comments do.</p></div>
        <aside><h2>Related</h2><ul><li><a href=/c>C</a></ul></aside><div class=newsletter>Our letter</div></div>
        <footer>© Site</footer>
        """;

    [Fact]
    public void Main_content_keeps_captions_tables_and_notes_and_leaves_out_navigation_comments_and_boxes() =>
        Assert.Equal(
            $"# Heading\n\n{Prose}\n\n[Image: Crow]\n\nThe caption.\n\nYear | Rate\n1990 | 4\n\n{Prose}\n\n1. The footnote.",
            PageFixtures.MainOf(Page));

    [Theory]
    [InlineData("<h3>Related articles</h3><ul><li><a href=/a>One thing</a><li><a href=/b>Another</a></ul>", "Related articles", "Another")]
    [InlineData("<p>Verwandte Artikel:</p><ul><li><a href=/a>One thing</a></ul>", "Verwandte", "One thing")]
    [InlineData("<p>Lesen Sie auch: <a href=/a>Warum ist der Himmel blau?</a></p>", "Lesen Sie auch", "Warum ist")]
    [InlineData("<p><a href=/a>What the crows of Kiel bring home</a></p>", "What the crows", "bring home")]
    [InlineData("<p>© 2024 Crow News. This article may not be printed elsewhere, sent round or read out without our permission in writing.</p>", "Crow News", "permission")]
    [InlineData("<div>5 min read</div>", "min read")]
    [InlineData("<div class=author-box><p>Ines Hartwell writes about birds, keeps none, and has fed the crows of Kiel for twelve years, mostly with nuts that they like best of all.</p></div>", "keeps none")]
    public void What_points_elsewhere_or_gives_notice_is_left_out(string html, params string[] words)
    {
        var main = PageFixtures.MainOf($"<article><h1>Crows</h1>{string.Concat(Enumerable.Repeat($"<p>{Prose}</p>", 8))}{html}<p>{Prose}</p></article>");

        Assert.All(words, word => Assert.DoesNotContain(word, main, StringComparison.Ordinal));
        Assert.EndsWith(Prose, main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Comments by the minister followed at once, and they were longer than anybody in the room had expected them to be, or had wished for, on that long and rainy day in March.</p>")]
    [InlineData("<p class=article-teaser>A lead without a link.</p>")]
    [InlineData("<h2 id=nav-share-related>A heading whose id is made of its words</h2>")]
    [InlineData("<p class=byline>By Ines Hartwell · 11 March 2024</p>")]
    [InlineData("<p>Sources: tables of NIST.</p>")]
    public void What_only_looks_like_it_stays_and_so_does_who_wrote_it_and_when(string html)
    {
        var main = PageFixtures.MainOf($"<article><h1>Crows</h1>{html}{string.Concat(Enumerable.Repeat($"<p>{Prose}</p>", 8))}</article>");

        Assert.Contains(html.Split('>')[1].Split('<')[0], main, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_wrote_what_and_when_stays_in_a_thread()
    {
        var posts = string.Concat(Enumerable.Range(1, 5).Select(i => $"<div class=post><p>{Prose}</p><p class=author>writer{i}</p></div>"));

        var main = PageFixtures.MainOf($"<main><h1>Crows</h1>{posts}</main>");

        Assert.All(Enumerable.Range(1, 5), i => Assert.Contains($"writer{i}", main, StringComparison.Ordinal));
    }

    [Fact]
    public void All_shows_every_visible_word()
    {
        var all = PageFixtures.AllOf(Page);

        Assert.All(["Site", "A comment", "Related", "Our letter", "Share this", "© Site"], words => Assert.Contains(words, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_view_is_main_unless_main_has_too_little()
    {
        var list = string.Concat(Enumerable.Range(0, 60).Select(i => $"<li><a href=/{i}>Article number {i}</a>"));

        var article = await PageFixtures.Reader.ReadAsync(PageFixtures.Snapshot($"<main><p>{string.Join(' ', Enumerable.Repeat(Prose, 6))}</p></main><nav>{list}</nav>"), null, TestContext.Current.CancellationToken);
        var index = await PageFixtures.Reader.ReadAsync(PageFixtures.Snapshot($"<p>{Prose}</p><nav><ul>{list}</ul></nav>"), null, TestContext.Current.CancellationToken);

        Assert.Equal(PageView.Main, article.Content.View);
        Assert.Equal(PageView.All, index.Content.View);
        Assert.Equal(60, index.Links.Count);
    }

    [Fact]
    public void Every_claim_of_the_mini_web_can_be_read_in_the_main_view()
    {
        MiniWeb.SkipUnlessThere();
        var pages = new Dictionary<string, HtmlPage>(StringComparer.Ordinal);
        var missing = new List<string>();
        var count = 0;

        foreach (var (question, url, evidence) in Claims().Where(c => !c.Url.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            if (!pages.TryGetValue(url, out var page))
            {
                pages.Add(url, page = PageReader.ReadHtml(PageFixtures.Snapshot(File.ReadAllBytes(MiniWeb.FileOf(url)), "text/html", url))!);
            }
            if (ScriptNeed.IsLikely(page))
            {
                continue;
            }
            count++;
            if (!Folded(page.Main.PlainText).Contains(Folded(evidence), StringComparison.Ordinal))
            {
                missing.Add($"{question} {url} {evidence[..40]}");
            }
        }

        Assert.Equal(393, count);
        // This evidence runs over three items of a numbered list, and the numbers stand between its sentences.
        Assert.Equal(["fever-fit https://bodybasics.example/body-heat-2 Lay the child on one side, on the floor,"], missing);
    }

    /// <summary>Each claim's evidence and the other places that state it.</summary>
    private static IEnumerable<(string Question, string Url, string Evidence)> Claims()
    {
        foreach (var line in File.ReadLines(Path.Combine(MiniWeb.Shared, "mini-web", "questions.jsonl")).Where(l => l.Length > 0))
        {
            using var question = JsonDocument.Parse(line);
            foreach (var claim in question.RootElement.GetProperty("claims").EnumerateArray())
            {
                var places = claim.TryGetProperty("also", out var also) ? also.EnumerateArray().Prepend(claim) : [claim];
                foreach (var place in places)
                {
                    yield return (question.RootElement.GetProperty("id").GetString()!, place.GetProperty("url").GetString()!, place.GetProperty("evidence").GetString()!);
                }
            }
        }
    }

    /// <summary>White space collapsed, table separators dropped, as claims are scored.</summary>
    private static string Folded(string text) => Spaces().Replace(Separators().Replace($" {text.Replace('\u00A0', ' ')} ", " "), " ").Trim();

    [GeneratedRegex(@"\s\|(?=\s)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Spaces();
}
