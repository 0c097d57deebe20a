using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Resources;
using WebQA.Storage.Accounts;
using WebQA.Storage.Exchange;

namespace WebQA.LabelingUi.Projects;

/// <summary>How labelers are named on screens: administrators see accounts; all others the name that exported files have, so that nobody's work is known by whom.</summary>
internal sealed class LabelerLabels(LabelerNames names, IServiceScopeFactory scopes)
{
    /// <summary>Digits of the exported name that are shown.</summary>
    private const int Shown = 6;

    /// <summary>The name of each person for a reader.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string?> people, ClaimsPrincipal reader)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var scope = scopes.CreateAsyncScope();
        var accounts = reader.IsInRole(AccountRoles.Admin) ? scope.ServiceProvider.GetService<UserManager<IdentityUser>>() : null;
        foreach (var person in people.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            labels[person] = Known(person) ?? (accounts is null ? null : (await accounts.FindByIdAsync(person))?.UserName) ?? Say.With(ProjectStrings.LabelerName, names.Of(person)[..Shown]);
        }
        return labels;
    }

    /// <summary>Names that tell of no account here.</summary>
    private static string? Known(string person) => person switch
    {
        Labeler.Local => ProjectStrings.LocalLabeler,
        _ when person.StartsWith(ProjectImport.LabelerPrefix, StringComparison.Ordinal) => person[ProjectImport.LabelerPrefix.Length..],
        _ when person.StartsWith(Labeler.SimulatedPrefix, StringComparison.Ordinal) => person,
        _ => null,
    };
}
