using WebQA.Benchmarks.Pages;
using WebQA.TestBrowser;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace WebQA.Benchmarks.Tests.Pages;

public class ChromiumWordsTests(ChromiumFixture browser)
{
    private const string Page = """
        <!doctype html><title>Title</title>
        <style>.none, .bare { display: none } .gone { position: absolute; left: -9999px } .clear div { opacity: 0 } @keyframes k {} .tiny { font-size: 0 }
        .clip { position: absolute; overflow: hidden; width: 1px; height: 1px } @media print { p { display: none } }</style>
        <p>one<b>two</b> three<br>four<p class=none>hidden<p class=gone>hidden<div class=clear><div>hidden</div></div><p class=tiny>hidden<p class=clip>hidden
        <p style="visibility: hidden">hidden <b style="visibility: visible">five</b>
        <table><tr><td>six<td>seven</table><noscript>eight</noscript><select><option>hidden</select>
        <details><summary>nine</summary>hidden</details><div aria-hidden=true role=dialog>hidden</div><script>document.body.textContent = "hidden"</script>
        """;

    [Fact]
    public async Task The_words_are_those_that_have_a_visible_box()
    {
        await browser.InstallationAsync();
        await using var chromium = await ChromiumWords.StartAsync();

        var text = await chromium!.OfAsync(new BenchmarkPage("a.html", new Uri("https://a.example/"), Page));

        Assert.Equal("onetwo three four five six seven eight nine", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
