using WebQA.Cli.Hosting;

namespace WebQA.Cli.Tests.Commands;

public sealed class PeopleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("webqa-people-").FullName;

    [Fact]
    public async Task Whoever_has_the_machine_invites_people_and_makes_links_for_lost_passwords()
    {
        var none = await CliRun.InAsync(_folder, ["people", "list"]);
        var invited = await CliRun.InAsync(_folder, ["people", "invite", "ann", "--role", "admin", "--role", "reviewer", "--address", "https://webqa.example/"]);
        var twice = await CliRun.InAsync(_folder, ["people", "invite", "ann"]);
        var role = await CliRun.InAsync(_folder, ["people", "invite", "bob", "--role", "king"]);
        var reset = await CliRun.InAsync(_folder, ["people", "reset-password", "ann"]);
        var unknown = await CliRun.InAsync(_folder, ["people", "reset-password", "eve"]);
        var list = await CliRun.InAsync(_folder, ["people", "list"]);

        Assert.Equal("There is no account yet. The web app makes the first where it listens to others.\n", none.Error);
        Assert.Equal(ExitCode.Done, invited.ExitCode);
        Assert.Matches("^https://webqa.example/set-password#[A-Za-z0-9_-]{43}\n$", invited.Out);
        Assert.Equal("The link works once, for 168 hours. Whoever has it can sign in as this person; it is shown only now.\n", invited.Error);
        Assert.Equal((ExitCode.Failed, "Username 'ann' is already taken.\n"), (twice.ExitCode, twice.Error));
        Assert.Equal((ExitCode.Failed, "There is no such role. There is: asker, labeler, reviewer, researcher, admin.\n"), (role.ExitCode, role.Error));
        Assert.Matches("^http://127.0.0.1:5080/set-password#[A-Za-z0-9_-]{43}\n$", reset.Out);
        Assert.NotEqual(invited.Out.Split('#')[1], reset.Out.Split('#')[1]);
        Assert.Equal((ExitCode.Failed, "There is no account 'eve'. 'webqa people list' names them all.\n"), (unknown.ExitCode, unknown.Error));
        Assert.Matches("ann +invited +reviewer, admin", list.Out);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
