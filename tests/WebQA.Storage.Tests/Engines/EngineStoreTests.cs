using System.Text;
using Microsoft.Data.Sqlite;
using WebQA.Storage.Accounts;
using WebQA.Storage.Engines;

namespace WebQA.Storage.Tests.Engines;

public sealed class EngineStoreTests : IAsyncDisposable
{
    private const string Secret = "BSA-secret-4f2";

    private readonly TestStore _test = new();

    private IEngineStore Engines => _test.Get<IEngineStore>();

    [Fact]
    public void What_is_set_is_found_again_and_the_key_is_only_said_to_be_kept()
    {
        Assert.Null(Engines.Find("brave"));

        Engines.Save("brave", new EngineChange { Endpoint = " https://api.brave.example/search ", Contact = "ann@uni.example", NewKey = $" {Secret}\n" }, "ann");

        Assert.Equal(
            new EngineSetting("brave", new Uri("https://api.brave.example/search"), "ann@uni.example", KeyState.Kept, TestStore.Noon, "ann"), Engines.Find("brave"));
        Assert.Equal(Secret, Engines.ReadKey("brave"));
    }

    [Fact]
    public void A_key_stays_until_it_is_replaced_or_removed()
    {
        Engines.Save("brave", new EngineChange { NewKey = Secret }, null);
        Engines.Save("brave", new EngineChange { Contact = "ann@uni.example" }, null);
        Assert.Equal(Secret, Engines.ReadKey("brave"));

        Engines.Save("brave", new EngineChange { NewKey = "another" }, null);
        Assert.Equal("another", Engines.ReadKey("brave"));

        var left = Engines.Save("brave", new EngineChange { RemovesKey = true }, null);
        Assert.Equal(KeyState.None, left!.Key);
        Assert.Null(Engines.ReadKey("brave"));
    }

    [Fact]
    public void Each_change_is_noted_with_who_and_when_and_never_with_the_secret()
    {
        Engines.Save("custom", new EngineChange { Endpoint = "https://search.example/find?token=hidden", NewKey = Secret }, "ann");
        _test.Clock.Advance(TimeSpan.FromHours(1));
        Engines.Save("custom", new EngineChange { Contact = "ann@uni.example", NewKey = "another" }, "bob");
        Engines.Save("custom", new EngineChange { Contact = "ann@uni.example" }, "bob");
        Engines.Save("custom", new EngineChange { RemovesKey = true }, null);

        Assert.Equal(
            [
                new(TestStore.Noon.AddHours(1), null, "engine/custom", "contact removed; key removed"),
                new(TestStore.Noon.AddHours(1), "bob", "engine/custom", "endpoint removed; contact set to ann@uni.example; key replaced"),
                new(TestStore.Noon, "ann", "engine/custom", "endpoint set to https://search.example/find; key entered"),
            ],
            _test.Get<AuditLog>().Of("engine/custom"));
    }

    [Fact]
    public async Task No_file_of_the_data_folder_holds_the_key()
    {
        Engines.Save("brave", new EngineChange { NewKey = Secret }, "ann");
        _test.Scalar("pragma wal_checkpoint(truncate)");
        SqliteConnection.ClearAllPools();

        foreach (var file in Directory.EnumerateFiles(_test.Folder.Root, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        }
        var key = Assert.Single(Directory.EnumerateFiles(_test.Folder.Keys));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(key) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_key_whose_keys_are_lost_is_said_to_be_unreadable_and_can_be_entered_again()
    {
        Engines.Save("brave", new EngineChange { NewKey = Secret, Contact = "ann@uni.example" }, "ann");
        foreach (var file in Directory.EnumerateFiles(_test.Folder.Keys))
        {
            File.Delete(file);
        }

        await using var later = new TestStore(_test.Folder.Root);
        var engines = later.Get<IEngineStore>();

        Assert.Equal(KeyState.Unreadable, engines.Find("brave")!.Key);
        Assert.Null(engines.ReadKey("brave"));
        Assert.Equal(KeyState.Kept, engines.Save("brave", new EngineChange { NewKey = "another" }, "ann")!.Key);
        Assert.Equal("another", engines.ReadKey("brave"));
    }

    [Fact]
    public void A_key_moved_to_another_engine_s_row_does_not_open()
    {
        Engines.Save("brave", new EngineChange { NewKey = Secret }, "ann");
        _test.Scalar("insert into engine_setting (engine, protected_key, updated_at) select 'custom', protected_key, 0 from engine_setting");

        Assert.Equal(KeyState.Unreadable, Engines.Find("custom")!.Key);
    }

    [Theory]
    [InlineData("127.0.0.1:8888", null, null, "The endpoint must be an address that begins with http:// or https://, for example http://127.0.0.1:8888.")]
    [InlineData("file:///etc/passwd", null, null, "The endpoint must be an address that begins with http:// or https://, for example http://127.0.0.1:8888.")]
    [InlineData("https://ann:pass@search.example/", null, null, "The endpoint must not hold a user name or password, since it is shown. Enter what is secret as the key.")]
    [InlineData(null, "a\nb", null, "The contact must be one line of at most 200 characters, for example name@your-domain.example.")]
    [InlineData(null, null, "two words", "The key must be at most 1,000 characters without blanks, line breaks or letters beyond ASCII. Copy it again from the provider's page.")]
    public void What_cannot_be_used_is_refused_in_words_and_nothing_is_changed(string? endpoint, string? contact, string? key, string message)
    {
        var refused = Assert.Throws<SettingRefusedException>(
            () => Engines.Save("custom", new EngineChange { Endpoint = endpoint, Contact = contact, NewKey = key }, "ann"));

        Assert.Equal(message, refused.Message);
        Assert.Null(Engines.Find("custom"));
        Assert.Empty(_test.Get<AuditLog>().Of("engine/custom"));
    }

    [Fact]
    public void A_key_that_is_kept_does_not_follow_to_another_place()
    {
        Engines.Save("custom", new EngineChange { Endpoint = "https://search.example/v1", NewKey = Secret }, "ann");

        var elsewhere = Assert.Throws<SettingRefusedException>(() => Engines.Save("custom", new EngineChange { Endpoint = "https://eve.example/v1" }, "eve"));
        var nowhere = Assert.Throws<SettingRefusedException>(() => Engines.Save("custom", new EngineChange(), "eve"));

        Assert.Equal("The key was kept for https://search.example. Enter it again to send it to https://eve.example, or remove it.", elsewhere.Message);
        Assert.Equal("The key was kept for https://search.example. Enter it again to send it to the engine's own address, or remove it.", nowhere.Message);
        Assert.Equal(new Uri("https://search.example/v1"), Engines.Find("custom")!.Endpoint);
        Assert.Equal(KeyState.Kept, Engines.Save("custom", new EngineChange { Endpoint = "https://search.example/v2" }, "ann")!.Key);
        Assert.Equal(KeyState.None, Engines.Save("custom", new EngineChange { Endpoint = "https://eve.example/", RemovesKey = true }, "eve")!.Key);
    }

    [Fact]
    public void A_change_printed_anywhere_does_not_show_the_key() =>
        Assert.Equal("EngineChange { Endpoint = https://a.example/, Contact =  }", new EngineChange { Endpoint = "https://a.example/", NewKey = Secret }.ToString());

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}
