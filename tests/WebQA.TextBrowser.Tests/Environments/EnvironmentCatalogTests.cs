using WebQA.Core.Episodes;
using WebQA.TextBrowser.Environments;

namespace WebQA.TextBrowser.Tests.Environments;

public sealed class EnvironmentCatalogTests : IAsyncDisposable
{
    private readonly TestWeb _web = new();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public void A_broken_folder_is_named_and_leaves_the_others_alone()
    {
        _web.Add("broken", "{ nothing").Add("whole", null);
        var catalog = _web.Open();

        Assert.Equal(["whole"], catalog.Environments.Select(e => e.Name));
        Assert.Contains("It is not JSON", Assert.Single(catalog.Faults).Message, StringComparison.Ordinal);
        Assert.Equal("whole", catalog.Get("whole").Info.Name);
        Assert.Contains("It is not JSON", Assert.Throws<EnvironmentFolderException>(() => catalog.Get("broken")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_lists_the_known_ones()
    {
        _web.Add("one", null).Add("two", null);

        Assert.Equal("There is no environment 'three'. There is: one, two.", Assert.Throws<UnknownNameException>(() => _web.Open().Get("three")).Message);
    }

    [Fact]
    public void The_hash_changes_with_a_page_and_not_with_the_time()
    {
        _web.Add("small", null, ("a.example/x.html", "<p>One</p>"));
        var before = _web.Open().Environments[0].Hash;
        File.SetLastWriteTimeUtc(Path.Combine(_web.Folder, "small", "web", "a.example", "x.html"), DateTime.UnixEpoch);
        var touched = _web.Open().Environments[0].Hash;
        _web.Add("small", null, ("a.example/x.html", "<p>Two</p>"));

        Assert.Matches("^[0-9a-f]{64}$", before);
        Assert.Equal(before, touched);
        Assert.NotEqual(before, _web.Open().Environments[0].Hash);
    }

    [Fact]
    public void Nothing_is_read_before_the_first_use()
    {
        var catalog = _web.Open();
        _web.Add("later", null);

        Assert.Equal(["later"], catalog.Environments.Select(e => e.Name));
    }

    [Fact]
    public void An_environment_is_shared_by_all_who_ask()
    {
        var catalog = _web.Add("small", null).Open();

        Assert.Same(catalog.Get("small"), catalog.Get("small"));
    }

    [Fact]
    public void Environments_that_need_no_network_come_first_whatever_their_names()
    {
        _web.Add("atlas", """{ "version": 1, "name": "atlas", "title": "Atlas", "live": true, "engines": ["mediawiki"] }""").Add("small", null);

        Assert.Equal(["small", "atlas"], _web.Open().Environments.Select(e => e.Name));
    }
}
