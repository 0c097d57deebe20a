using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Storage.Accounts;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa people</c>: accounts, from the machine that keeps them; the way back in where an administrator's password is lost.</summary>
internal static class PeopleCommand
{
    public static Command Create(CliSession session) => new("people", "Accounts of the web app: list, invite, and links for a new password.") { List(session), Invite(session), Reset(session) };

    private static Command List(CliSession session)
    {
        var json = JsonOutput.CreateOption("the list");
        var command = new Command("list", "List the accounts.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            var people = await session.Get<People>().ListAsync(cancellationToken);
            await output.WriteAsync(session, JsonText.Document(people));
            if (people.Count == 0)
            {
                await session.Error.WriteLineAsync("There is no account yet. The web app makes the first where it listens to others.");
            }
            else if (!output.IsStandardOutput)
            {
                TextTable.Write(session.Out, ["name", "state", "roles", "pools"], people.Select(static p => (IReadOnlyList<string>)
                    [p.Name, p.State.ToString().ToLowerInvariant(), string.Join(", ", p.Roles), string.Join(", ", p.Pools)]));
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Invite(CliSession session)
    {
        var name = Name("The name of the new account.");
        var role = new Option<string[]>("--role") { Description = $"What its person may do: {string.Join(", ", AccountRoles.All)}. Can be given more than once.", DefaultValueFactory = _ => [AccountRoles.Labeler], HelpName = "role" };
        var origin = Origin();
        var command = new Command("invite", "Make an account, and print the link by which its person sets a password.") { name, role, origin };
        command.SetAction((parsed, _) => LinkAsync(session, parsed.GetValue(origin)!, People.InvitationLife, () =>
            session.Get<People>().InviteAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), by: null)));
        return command;
    }

    private static Command Reset(CliSession session)
    {
        var name = Name("The account's name.");
        var origin = Origin();
        var command = new Command("reset-password", "Print a link by which a person sets a new password, once.") { name, origin };
        command.SetAction((parsed, _) => LinkAsync(session, parsed.GetValue(origin)!, People.ResetLife, () =>
            session.Get<People>().ResetAsync(parsed.GetRequiredValue(name), by: null)));
        return command;
    }

    private static async Task<int> LinkAsync(CliSession session, string origin, TimeSpan life, Func<Task<string>> make)
    {
        var token = await make();
        await session.Out.WriteLineAsync($"{origin.TrimEnd('/')}/set-password#{token}");
        await session.Error.WriteLineAsync($"The link works once, for {life.TotalHours:0} hours. Whoever has it can sign in as this person; it is shown only now.");
        return ExitCode.Done;
    }

    private static Argument<string> Name(string description) => new("name") { Description = description };

    private static Option<string> Origin() => new("--address") { Description = "Where the web app is reached.", DefaultValueFactory = _ => "http://127.0.0.1:5080", HelpName = "url" };
}
