using System.Runtime.CompilerServices;

namespace WebQA.TextBrowser.Tests.Pages;

/// <summary>Whole pages of the mini web as text, compared byte for byte. With <c>WEBQA_UPDATE_GOLDEN=1</c> the files are written instead, to be reviewed like code.</summary>
public sealed class GoldenPageTests
{
    [Theory]
    [InlineData("https://fieldnotes.example/crow-gifts", "crow-gifts.txt")]
    [InlineData("https://curiousminds-forum.example/blue-sky", "forum-thread.txt")]
    [InlineData("https://civicexplainer.example/tax-brackets", "tax-brackets.txt")]
    [InlineData("https://engineersnotebook.example/wifi-walls", "wifi-walls.txt")]
    [InlineData("https://physicsdesk.example/heat-words", "heat-words.txt")]
    public async Task A_page_of_the_mini_web_reads_as_before(string url, string file)
    {
        MiniWeb.SkipUnlessThere();
        var snapshot = PageFixtures.Snapshot(await File.ReadAllBytesAsync(MiniWeb.FileOf(url), TestContext.Current.CancellationToken), "text/html", url);

        var page = await PageFixtures.Reader.ReadAsync(snapshot, null, TestContext.Current.CancellationToken);

        Match($"{page.DisplayTitle}\n{page.Content.View}, {page.Content.Language}\n\n{page.Text}\n", file);
    }

    private static void Match(string actual, string file, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Directory.GetParent(caller)!.FullName, "Golden", file);
        if (Environment.GetEnvironmentVariable("WEBQA_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
