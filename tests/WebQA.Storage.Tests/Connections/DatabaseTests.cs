using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WebQA.Core.Episodes;
using WebQA.Storage.Connections;
using WebQA.Storage.Personal;
using WebQA.Storage.Schema;

namespace WebQA.Storage.Tests.Connections;

public sealed class DatabaseTests
{
    [Fact]
    public async Task The_migrations_make_the_schema_of_the_model()
    {
        await using var test = new TestStore();
        test.Database.Prepare();
        await using var connection = new SqliteConnection($"Data Source={test.Folder.DatabaseFile}");
        await using var db = new WebQaDb(new DbContextOptionsBuilder<WebQaDb>().UseSqlite(connection).Options);

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Episodes.ToListAsync());
        Assert.Empty(await db.Events.ToListAsync());
        Assert.Empty(await db.Pages.ToListAsync());
        Assert.Empty(await db.PageReads.ToListAsync());
        Assert.Empty(await db.Settings.ToListAsync());
        Assert.Empty(await db.EngineSettings.ToListAsync());
        Assert.Empty(await db.Audit.ToListAsync());
        Assert.Equal("wal", test.Scalar("pragma journal_mode"));
    }

    [Fact]
    public async Task A_schema_that_is_current_is_left_alone_and_what_it_holds_stays()
    {
        await using var test = new TestStore();
        await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);

        await using var again = new TestStore(test.Folder.Root);

        Assert.Equal("one", (await again.Episodes.FindAsync("one"))!.Id);
    }

    [Fact]
    public async Task Many_copies_may_make_the_database_at_the_same_moment()
    {
        await using var test = new TestStore();
        var copies = Enumerable.Range(0, 4).Select(_ => new TestStore(test.Folder.Root, o => o.LockWait = TimeSpan.FromSeconds(30))).ToArray();

        await Task.WhenAll(copies.Select((copy, i) => Task.Run(() => copy.Episodes.CreateAsync(TestStore.Setup($"e{i}"), $"copy {i}", HostedBy.Service))));

        Assert.Equal(4, (await test.Episodes.ListAsync(new EpisodeQuery())).Count);
        foreach (var copy in copies)
        {
            await copy.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_migration_whose_process_was_killed_is_taken_up_again()
    {
        await using var test = new TestStore();
        await using (var connection = new SqliteConnection($"Data Source={test.Folder.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                "create table __EFMigrationsLock (Id integer primary key, Timestamp text not null); insert into __EFMigrationsLock values (1, '2026-11-25')";
            await command.ExecuteNonQueryAsync();
        }

        test.Database.Prepare();

        Assert.Equal(0L, test.Scalar("select count(*) from episode"));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_as_it_is()
    {
        await using var test = new TestStore();
        test.Database.Prepare();
        var known = test.Scalar("select max(MigrationId) from __EFMigrationsHistory");
        test.Scalar("insert into __EFMigrationsHistory values ('20990101000000_Later', '99.0.0')");

        await using var older = new TestStore(test.Folder.Root);
        var refused = Assert.Throws<StorageException>(older.Database.Prepare);

        Assert.Equal(
            $"The database {test.Folder.DatabaseFile} was made by a newer WebQA (schema 20990101000000_Later; this one knows {known}). It was left as it is. Update WebQA, or set WEBQA_DATA to another folder.",
            refused.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is_with_the_remedy()
    {
        await using var test = new TestStore();
        var text = string.Concat(Enumerable.Repeat("This is not a database. ", 500));
        await File.WriteAllTextAsync(test.Folder.DatabaseFile, text);

        var refused = Assert.Throws<StorageException>(test.Database.Prepare);

        Assert.StartsWith($"The database {test.Folder.DatabaseFile} is damaged (SQLite Error 26: 'file is not a database'.)", refused.Message);
        Assert.EndsWith("To save what can be read: sqlite3 OLD.db .recover | sqlite3 webqa.db. The archived pages are not affected.", refused.Message);
        Assert.Equal(text, await File.ReadAllTextAsync(test.Folder.DatabaseFile));
    }

    [Fact]
    public async Task A_database_damaged_in_the_middle_is_said_to_be_damaged_when_it_is_read()
    {
        await using var test = new TestStore();
        for (var i = 0; i < 50; i++)
        {
            await test.Episodes.CreateAsync(TestStore.Setup($"e{i}"), "me", HostedBy.Service);
        }
        test.Scalar("pragma wal_checkpoint(truncate)");
        SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(test.Folder.DatabaseFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Position = 4096;
            file.Write([.. Enumerable.Repeat((byte)0xA5, (int)(file.Length - 4096))]);
        }

        await using var later = new TestStore(test.Folder.Root);
        var refused = await Assert.ThrowsAsync<StorageException>(() => later.Episodes.ListAsync(new EpisodeQuery()));

        Assert.StartsWith($"The database {test.Folder.DatabaseFile} is damaged (", refused.Message);
    }

    [Fact]
    public async Task A_database_that_another_program_has_locked_is_waited_for_then_said_to_be_locked()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);
        await using var other = new SqliteConnection($"Data Source={test.Folder.DatabaseFile};Pooling=false");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync();

        var step = await Assert.ThrowsAsync<StorageException>(() => test.Episodes.AppendAsync(lease, 1, TestStore.Step(1)));
        var setting = await Assert.ThrowsAsync<StorageException>(() => test.Get<IPersonalSettings>().SetAsync(null, "theme", "dark"));
        command.CommandText = "rollback";
        await command.ExecuteNonQueryAsync();

        var expected = $"The database {test.Folder.DatabaseFile} is locked by another program and was not released. Close that program (a database browser, a backup), then try again.";
        Assert.Equal(expected, step.Message);
        Assert.Equal(expected, setting.Message);
        await test.Episodes.AppendAsync(lease, 1, TestStore.Step(1));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said_to_be_unusable()
    {
        var file = Path.GetTempFileName();
        await using var test = new TestStore(Path.Combine(file, "data"));

        var refused = Assert.Throws<StorageException>(test.Database.Prepare);
        File.Delete(file);

        Assert.StartsWith($"The data folder {Path.Combine(file, "data")} cannot be written: ", refused.Message);
        Assert.EndsWith(" Give this user the right to write there, or set WEBQA_DATA to another folder.", refused.Message);
    }

    [Theory]
    [InlineData(8, "The database {0} is read-only. Give this user the right to write it and its folder, or set WEBQA_DATA to another folder.")]
    [InlineData(10, "The database {0} could not be read or written (SQLite Error 10: 'fault'.) Check the disk and its free space, then start again.")]
    [InlineData(13, "The disk that holds {1} is full. Nothing stored is lost. Free some space, or move the folder and set WEBQA_DATA to its new place.")]
    [InlineData(14, "The database {0} cannot be opened. Check that it is a file and that this user may read and write it and its folder.")]
    public void A_fault_of_the_disk_is_one_message_with_the_remedy(int code, string message)
    {
        var folder = new DataFolder("/srv/webqa");
        var fault = new SqliteException($"SQLite Error {code}: 'fault'.", code);

        Assert.True(SqliteFault.IsExplained(fault));
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, folder.DatabaseFile, folder.Root), SqliteFault.Explain(fault, folder).Message);
    }

    [Fact]
    public void A_fault_of_our_own_statements_is_not_explained_away() =>
        Assert.False(SqliteFault.IsExplained(new SqliteException("SQLite Error 1: 'no such table'.", 1)));

    [Fact]
    public async Task A_full_disk_refuses_new_episodes_and_lets_those_that_run_go_on()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);

        await using var full = new TestStore(test.Folder.Root, o => o.MinFreeBytes = long.MaxValue);
        var refused = await Assert.ThrowsAsync<HostRefusedException>(() => full.Episodes.CreateAsync(TestStore.Setup("two"), "me", HostedBy.Service));
        await full.Episodes.AppendAsync(lease, 1, TestStore.Step(1));

        Assert.StartsWith($"The disk that holds {test.Folder.Root} has ", refused.Message);
    }

    [Fact]
    public async Task A_write_that_is_refused_takes_nothing_else_with_it()
    {
        await using var test = new TestStore();
        await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);

        var writes = Enumerable.Range(0, 50).Select(i => test.Episodes.CreateAsync(TestStore.Setup(i % 2 == 0 ? "one" : $"e{i}"), "me", HostedBy.Service)).ToArray();
        await Assert.ThrowsAsync<DuplicateEpisodeException>(() => Task.WhenAll(writes));

        Assert.Equal(25, writes.Count(w => w.Exception?.InnerException is DuplicateEpisodeException));
        Assert.Equal(26L, test.Scalar("select count(*) from episode"));
        Assert.Equal(26L, test.Scalar("select count(*) from event"));
    }

    [Fact]
    public async Task Settings_belong_to_their_owner_and_can_be_taken_back()
    {
        await using var test = new TestStore();
        var settings = test.Get<IPersonalSettings>();
        await settings.SetAsync(null, "theme", "light");
        await settings.SetAsync(null, "theme", "dark");
        await settings.SetAsync("ann", "theme", "light");

        Assert.Equal("dark", await settings.GetAsync(null, "theme"));
        Assert.Equal("light", await settings.GetAsync("ann", "theme"));
        await settings.SetAsync("ann", "theme", null);
        Assert.Null(await settings.GetAsync("ann", "theme"));
    }
}
