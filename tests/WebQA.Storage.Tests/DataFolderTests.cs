namespace WebQA.Storage.Tests;

public sealed class DataFolderTests
{
    [Fact]
    public void Everything_lies_below_the_folder()
    {
        var folder = new DataFolder("/srv/webqa/");

        Assert.Equal(
            ["/srv/webqa/webqa.db", "/srv/webqa/pages", "/srv/webqa/index", "/srv/webqa/models", "/srv/webqa/keys"],
            [folder.DatabaseFile, folder.Pages, folder.Index, folder.Models, folder.Keys]);
    }
}
