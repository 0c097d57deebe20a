using System.Formats.Tar;
using WebQA.Core.Feedback;
using WebQA.Storage.Archive;
using WebQA.Storage.Backups;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Tests.Backups;

/// <summary>A backup is made while people write, is whole or not there, and comes back as it was.</summary>
public sealed class BackupTests : IAsyncDisposable
{
    private static readonly DraftKey Key = new("comparison", "t");

    private readonly TestStore _store = new(configure: options => options.LockWait = TimeSpan.FromSeconds(30));
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("webqa-backup-");

    [Theory]
    [InlineData("backup")]
    [InlineData("backup.tar")]
    [InlineData("backup.tar.gz")]
    public async Task A_backup_made_under_writing_load_holds_all_that_was_saved_before_it(string name)
    {
        using var stop = new CancellationTokenSource();
        var page = await StorePageAsync();
        var before = await TypeAsync(1, 20);
        var typing = TypeUntilAsync(stop.Token);

        var manifest = await _store.Get<Backup>().RunAsync(At(name), withKeys: false, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        var last = await typing;
        await using var restored = await RestoreAsync(name);

        var kept = (await restored.Get<IDraftStore>().FindAsync("ann", Key, TestContext.Current.CancellationToken))!;
        Assert.InRange(kept.Version, before, last);
        Assert.Equal($"text {kept.Version}", kept.Body);
        Assert.Equal(page, (await restored.Archive.ReadBlobAsync(Sha256(page), TestContext.Current.CancellationToken))!);
        Assert.Equal("ok", restored.Scalar("pragma integrity_check"));
        Assert.False(manifest.HoldsKeys);
        Assert.Equal([name], _elsewhere.GetFileSystemInfos().Select(static f => f.Name).Where(static n => n != "restored"));
    }

    [Fact]
    public async Task The_keys_are_in_only_where_asked_for_and_only_this_user_may_read_the_backup()
    {
        var name = _store.Get<LabelerNames>().Of("ann");

        Assert.DoesNotContain((await _store.Get<Backup>().RunAsync(At("without.tar"), withKeys: false, TestContext.Current.CancellationToken)).Files, static f => f.Path.StartsWith("keys/", StringComparison.Ordinal));
        Assert.Contains((await _store.Get<Backup>().RunAsync(At("with"), withKeys: true, TestContext.Current.CancellationToken)).Files, static f => f.Path == "keys/labeler-names.key");
        await using var restored = await RestoreAsync("with");

        Assert.Equal(name, restored.Get<LabelerNames>().Of("ann"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("without.tar")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(At("with"), "keys", "labeler-names.key")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(restored.Folder.Keys, "labeler-names.key")));
        }
    }

    [Fact]
    public async Task A_backup_replaces_nothing_and_does_not_lie_in_what_it_copies()
    {
        await File.WriteAllTextAsync(At("there.tar"), "kept", TestContext.Current.CancellationToken);

        Assert.Equal($"{At("there.tar")} is there already. Name a new place, or delete it first; a backup replaces nothing.", await RefusedAsync(At("there.tar")));
        Assert.StartsWith($"{Path.Combine(_store.Folder.Root, "b.tar")} lies in the data folder itself", await RefusedAsync(Path.Combine(_store.Folder.Root, "b.tar")), StringComparison.Ordinal);
        Assert.Equal($"The folder {At("no")} does not exist. Make it first, or name another place.", await RefusedAsync(At("no/b.tar")));
        Assert.Equal("kept", await File.ReadAllTextAsync(At("there.tar"), TestContext.Current.CancellationToken));

        async Task<string> RefusedAsync(string place) => (await Assert.ThrowsAsync<StorageException>(() => _store.Get<Backup>().RunAsync(place, withKeys: false, TestContext.Current.CancellationToken))).Message;
    }

    [Fact]
    public async Task A_restore_overwrites_nothing_unless_told_and_then_puts_it_aside()
    {
        await TypeAsync(1, 1);
        await _store.Get<Backup>().RunAsync(At("b.tar"), withKeys: false, TestContext.Current.CancellationToken);
        var there = At("restored");
        await using (var other = new TestStore(there))
        {
            await other.Get<IDraftStore>().SaveAsync("ben", Key, new DraftChange(0, "tab", 1, "other"), TestContext.Current.CancellationToken);
            Assert.Equal($"The data folder {there} is not empty. Say --replace to put what is there aside, or set WEBQA_DATA to another folder.", await RefusedAsync(replace: false));
            Assert.Equal($"{other.Folder.DatabaseFile} is in use. End the web app and every command that uses {there}, then restore again.", await RefusedAsync(replace: true));
        }

        var (_, before) = await new Restore(new DataFolder(there), _store.Clock).RunAsync(At("b.tar"), replace: true, TestContext.Current.CancellationToken);

        Assert.Equal($"{there}.before-20261125-120000", before);
        await using var old = new TestStore(before);
        await using var restored = new TestStore(there);
        Assert.Equal("other", (await old.Get<IDraftStore>().FindAsync("ben", Key, TestContext.Current.CancellationToken))?.Body);
        Assert.Equal("text 1", (await restored.Get<IDraftStore>().FindAsync("ann", Key, TestContext.Current.CancellationToken))?.Body);

        async Task<string> RefusedAsync(bool replace) =>
            (await Assert.ThrowsAsync<StorageException>(() => new Restore(new DataFolder(there), _store.Clock).RunAsync(At("b.tar"), replace, TestContext.Current.CancellationToken))).Message;
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_leaves_nothing_behind()
    {
        await StorePageAsync();
        await _store.Get<Backup>().RunAsync(At("b"), withKeys: false, TestContext.Current.CancellationToken);
        var page = Directory.GetFiles(At("b/pages"), "*", SearchOption.AllDirectories)[0];
        await File.AppendAllTextAsync(page, "x", TestContext.Current.CancellationToken);
        Assert.Equal($"The backup {At("b")} is damaged: '{Path.GetRelativePath(At("b"), page)}' is not what its manifest says. Nothing was restored; take another one.", await RefusedAsync("b"));

        File.Delete(page);
        Assert.Contains("is not what its manifest says", await RefusedAsync("b"), StringComparison.Ordinal);

        File.Delete(At("b/manifest.json"));
        Assert.Equal($"{At("b")} holds no manifest.json, so it is no backup, or only the beginning of one. Nothing was restored.", await RefusedAsync("b"));

        await File.WriteAllTextAsync(At("text.tar"), "not a backup", TestContext.Current.CancellationToken);
        Assert.StartsWith($"The backup {At("text.tar")} is damaged or no backup: ", await RefusedAsync("text.tar"), StringComparison.Ordinal);
        Assert.Equal(["b", "text.tar"], _elsewhere.GetFileSystemInfos().Select(static f => f.Name).Order());
    }

    /// <remarks>What a killed backup leaves is such a beginning, under another name.</remarks>
    [Fact]
    public async Task The_beginning_of_a_backup_is_none()
    {
        await StorePageAsync();
        await _store.Get<Backup>().RunAsync(At("whole.tar"), withKeys: false, TestContext.Current.CancellationToken);
        var whole = await File.ReadAllBytesAsync(At("whole.tar"), TestContext.Current.CancellationToken);
        foreach (var length in new[] { 0, 512, whole.Length / 2, whole.Length - 3_000 })
        {
            await File.WriteAllBytesAsync(At("part.tar"), whole[..length], TestContext.Current.CancellationToken);

            Assert.Contains("othing was restored", await RefusedAsync("part.tar"), StringComparison.Ordinal);
            Assert.False(Directory.Exists(At("restored")));
        }
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("pages/../../evil")]
    [InlineData("/etc/evil")]
    [InlineData("index/evil")]
    public async Task An_entry_that_names_another_place_is_refused(string name)
    {
        await using (var file = File.Create(At("evil.tar")))
        await using (var tar = new TarWriter(file))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("x"u8.ToArray()) }, TestContext.Current.CancellationToken);
        }

        Assert.Equal($"The backup {At("evil.tar")} holds '{name}', which no data folder has. 'webqa backup' writes no such file; nothing was restored.", await RefusedAsync("evil.tar"));
        Assert.Equal(["evil.tar"], _elsewhere.GetFileSystemInfos().Select(static f => f.Name));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _elsewhere.Delete(recursive: true);
    }

    private string At(string name) => Path.Combine(_elsewhere.FullName, name);

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

    private async Task<byte[]> StorePageAsync()
    {
        var page = "A page."u8.ToArray();
        await new BlobFolder(_store.Folder.Pages).WriteAsync(Sha256(page), page, TestContext.Current.CancellationToken);
        return page;
    }

    private async Task<long> TypeAsync(long from, int count)
    {
        for (var version = from; version < from + count; version++)
        {
            await _store.Get<IDraftStore>().SaveAsync("ann", Key, new DraftChange(version - 1, "tab", version, $"text {version}"), TestContext.Current.CancellationToken);
        }
        return from + count - 1;
    }

    private async Task<long> TypeUntilAsync(CancellationToken stop)
    {
        var last = 20L;
        while (!stop.IsCancellationRequested)
        {
            last = await TypeAsync(last + 1, 1);
        }
        return last;
    }

    private async Task<TestStore> RestoreAsync(string name)
    {
        await new Restore(new DataFolder(At("restored")), _store.Clock).RunAsync(At(name), replace: false, TestContext.Current.CancellationToken);
        return new TestStore(At("restored"));
    }

    private async Task<string> RefusedAsync(string name) =>
        (await Assert.ThrowsAsync<StorageException>(() => new Restore(new DataFolder(At("restored")), _store.Clock).RunAsync(At(name), replace: false, TestContext.Current.CancellationToken))).Message;
}
