using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage;

namespace WebQA.LabelingUi.Components.Guidelines;

/// <summary>Reads and changes who is let in to a project.</summary>
public sealed partial class AdmissionPage
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private IReadOnlyList<string> _projects = [];
    private IReadOnlyList<Admission> _people = [];
    private string? _project;
    private string? _problem;
    private AdmissionRules? _rules;
    private bool _isSaved;

    [Inject] private IServiceScopeFactory Scopes { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;

    protected override Task OnParametersSetAsync() => TryAsync(async () =>
    {
        _projects = [.. (await Projects.ListProjectsAsync()).Select(static progress => progress.Project.Name)];
        (_project, _isSaved) = (Project ?? (_projects.Count > 0 ? _projects[0] : null), false);
        await ReadAsync();
    });

    private async Task ReadAsync()
    {
        (_rules, _people) = _project is null ? (null, []) : (await Admissions.RulesAsync(_project), await Admissions.ListAsync(_project));
        // Accounts are read in a scope of their own: a circuit lives longer than a connection to the database should.
        await using var scope = Scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        foreach (var person in _people.Select(static person => person.PersonId).Where(id => !_names.ContainsKey(id)))
        {
            _names[person] = (await accounts.FindByIdAsync(person))?.UserName ?? person;
        }
    }

    private Task SaveAsync(AdmissionRules rules) => TryAsync(async () =>
    {
        await Admissions.SetRulesAsync(_project!, rules);
        _isSaved = true;
        await ReadAsync();
    });

    private Task DecideAsync(AdmissionChoice choice) => TryAsync(async () =>
    {
        await Admissions.DecideAsync(_project!, choice.PersonId, choice.Decision, (await State).User.PersonId(), choice.Reason);
        await ReadAsync();
    });

    private async Task TryAsync(Func<Task> ask)
    {
        (_problem, _isSaved) = (null, false);
        try
        {
            await ask();
        }
        catch (Exception e) when (e is FeedbackRefusedException or StorageException)
        {
            _problem = e.Message;
        }
    }
}

/// <summary>What a reviewer chose for a person.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Decision">Null takes back what was decided.</param>
/// <param name="Reason">Why.</param>
public sealed record AdmissionChoice(string PersonId, AdmissionDecision? Decision, string Reason);
