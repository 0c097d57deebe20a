using System.IO.Compression;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Feedback;
using WebQA.Storage.Accounts;
using WebQA.Storage.Engines;
using WebQA.Storage.Personal;

namespace WebQA.Storage.Tests.Schema;

/// <summary>Databases that earlier versions made are brought up to date with all they hold.</summary>
public sealed class EarlierVersionTests
{
    [Fact]
    public async Task An_answered_episode_and_a_setting_of_the_first_version_stay_and_the_roles_are_there()
    {
        await using var test = new TestStore();
        await UnpackAsync("20261125000000_Initial", test.Folder.DatabaseFile);

        test.Database.Prepare();

        var episode = Assert.Single(await test.Episodes.ListAsync(new EpisodeQuery()));
        Assert.Equal(("e2451a7f8692b409", "Why do crows bring people gifts?", Outcome.Answered), (episode.Id, episode.Question, episode.Outcome));
        Assert.Equal(7, (await test.Episodes.ReadAsync(episode.Id)).Count);
        Assert.Equal(episode.Id, Assert.Single(await test.Episodes.ListAsync(new EpisodeQuery { Text = "magpies" })).Id);
        Assert.Equal("dark", await test.Get<IPersonalSettings>().GetAsync(null, "theme"));
        Assert.Equal("admin,asker,labeler,researcher,reviewer", test.Scalar("select group_concat(Name) from (select Name from AspNetRoles order by Name)"));
        Assert.Empty(test.Get<AuditLog>().Of("engine/brave"));
        Assert.Equal("wal", test.Scalar("pragma journal_mode"));
    }

    [Fact]
    public async Task Accounts_and_engines_of_the_version_before_comparisons_stay_and_a_project_can_be_made()
    {
        await using var test = new TestStore();
        await UnpackAsync("20261130000000_AccountsAndEngines", test.Folder.DatabaseFile);

        test.Database.Prepare();

        var episode = Assert.Single(await test.Episodes.ListAsync(new EpisodeQuery()));
        Assert.Equal(("16b079addf8a11d6", Outcome.Answered), (episode.Id, episode.Outcome));
        Assert.Equal("ann/labeler", test.Scalar("select UserName || '/' || RoleId from AspNetUsers join AspNetUserRoles on UserId = Id"));
        Assert.Equal(new Uri("https://search.example/"), test.Get<IEngineStore>().Find("brave")!.Endpoint);
        Assert.Equal("endpoint set", Assert.Single(test.Get<AuditLog>().Of("engine/brave")).Change);
        Assert.Empty(await test.Get<IFeedbackStore>().ListProjectsAsync());
        await test.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = "crows" });
        Assert.Equal("crows", Assert.Single(await test.Get<IFeedbackStore>().ListProjectsAsync()).Project.Name);
    }

    private static async Task UnpackAsync(string version, string file)
    {
        await using var packed = typeof(EarlierVersionTests).Assembly.GetManifestResourceStream($"{version}.db.gz")!;
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var database = File.Create(file);
        await unpacked.CopyToAsync(database);
    }
}
