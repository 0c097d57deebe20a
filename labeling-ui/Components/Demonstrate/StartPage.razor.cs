using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Demonstrate;
using WebQA.LabelingUi.Resources;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Components.Demonstrate;

/// <summary>Lists a person's demonstrations and the projects that ask for some.</summary>
public sealed partial class StartPage
{
    /// <summary>Roles that demonstrate.</summary>
    internal const string MayDemonstrate = $"{AccountRoles.Labeler},{AccountRoles.Reviewer},{AccountRoles.Researcher},{AccountRoles.Admin}";

    private const int MostListed = 20;

    private List<Demonstration> _open = [];
    private List<Demonstration> _done = [];
    private IReadOnlyList<ProjectProgress> _projects = [];
    private string? _problem;
    private string _person = string.Empty;

    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;

    [Inject] private IDemonstrationStore Demonstrations { get; set; } = default!;

    [Inject] private IFeedbackStore Feedback { get; set; } = default!;

    [Inject] private DemonstrationQueue Queue { get; set; } = default!;

    [Inject] private IEnvironmentCatalog Environments { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _person = (await State).User.PersonId();
        var all = new List<Demonstration>();
        await foreach (var demonstration in Demonstrations.ReadAsync(new DemonstrationQuery(_person, State: DemonstrationState.All)))
        {
            all.Add(demonstration);
        }
        _open = [.. all.Where(d => d.FinishedAt is null).OrderByDescending(d => d.StartedAt)];
        _done = [.. all.Where(d => d.FinishedAt is not null).OrderByDescending(d => d.FinishedAt).Take(MostListed)];
        _projects = [.. (await Feedback.ListProjectsAsync()).Where(p => p.Project.Form == ProjectForm.Demonstration)];
    }

    private async Task TakeAsync(string project)
    {
        try
        {
            if (await Queue.TakeAsync(project, _person) is { } id)
            {
                Navigation.NavigateTo($"/demonstrate/{id}");
                return;
            }
            _problem = Say.With(DemonstrateStrings.NothingLeft, project);
        }
        catch (FeedbackRefusedException refused)
        {
            _problem = refused.Message;
        }
        catch (HostRefusedException refused)
        {
            _problem = refused.Message;
        }
    }
}
