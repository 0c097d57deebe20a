using System.Security.Claims;
using WebQA.Core.Episodes;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.SignIn;

/// <summary>Whose episodes a person sees and may steer (decision 0011): their own; all of them where their role has to judge answers; and what has no owner, where it has.</summary>
internal static class EpisodeAccess
{
    /// <summary>Whether everybody's episodes are this person's business: who settles incidents, runs experiments or runs the installation.</summary>
    public static bool SeesAllEpisodes(this ClaimsPrincipal user) =>
        user.IsInRole(AccountRoles.Reviewer) || user.IsInRole(AccountRoles.Researcher) || user.IsInRole(AccountRoles.Admin);

    /// <summary>Whether the person may read an episode of this owner.</summary>
    public static bool MaySee(this ClaimsPrincipal user, string? ownerId) => user.SeesAllEpisodes() || user.Owns(ownerId);

    /// <summary>Whether the person may stop, continue or delete an episode of this owner. Reviewers read others' and leave them alone.</summary>
    public static bool MaySteer(this ClaimsPrincipal user, string? ownerId) =>
        user.IsInRole(AccountRoles.Researcher) || user.IsInRole(AccountRoles.Admin) || user.Owns(ownerId);

    /// <summary>Whether the person may read a stored page by its hash alone: who labels follows the references of answers that others asked for.</summary>
    public static bool SeesAllPages(this ClaimsPrincipal user) => user.SeesAllEpisodes() || user.IsInRole(AccountRoles.Labeler);

    /// <summary>The episode, where there is one and the person may read it; null otherwise, so that nobody learns which ids exist.</summary>
    public static async Task<EpisodeSummary?> FindForAsync(this IEpisodeStore store, ClaimsPrincipal user, string id, CancellationToken cancellationToken = default) =>
        await store.FindAsync(id, cancellationToken) is { } found && user.MaySee(found.OwnerId) ? found : null;

    /// <summary>Whether the person may read a stored page: one that an episode of theirs has read, or any.</summary>
    public static async Task<bool> MayReadPageAsync(this IEpisodeStore store, ClaimsPrincipal user, string pageSha256, CancellationToken cancellationToken = default) =>
        user.SeesAllPages() || user.OwnerId() is { } owner && await store.HasReadAsync(owner, pageSha256, cancellationToken);

    /// <summary>What marks the person's episodes; null for the one person of an installation without sign-in.</summary>
    public static string? OwnerId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    private static bool Owns(this ClaimsPrincipal user, string? ownerId) => ownerId is not null && user.OwnerId() == ownerId;
}
