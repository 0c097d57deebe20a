using System.Security.Claims;
using System.Text;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Answers as files, for the buttons of the answer page.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder endpoints)
    {
        var app = endpoints.MapGroup(string.Empty).RequireAuthorization(policy => policy.RequireRole(AccountRoles.All));
        app.MapGet("/episodes/{id}/answer.md", (string id, ClaimsPrincipal user, IEpisodeHost host, IEpisodeStore store, PageCache pages, CancellationToken cancellationToken) =>
            FileAsync(id, user, store, "md", "text/markdown", AnswerExport.Markdown, new EpisodeFeed(host, store, pages), cancellationToken)).ExcludeFromDescription();
        app.MapGet("/episodes/{id}/answer.html", (string id, ClaimsPrincipal user, IEpisodeHost host, IEpisodeStore store, PageCache pages, CancellationToken cancellationToken) =>
            FileAsync(id, user, store, "html", "text/html", AnswerExport.Html, new EpisodeFeed(host, store, pages), cancellationToken)).ExcludeFromDescription();
    }

    /// <summary>Always an attachment: the file must not act as a page of this app.</summary>
    private static async Task<IResult> FileAsync(
        string id, ClaimsPrincipal user, IEpisodeStore store, string extension, string type, Func<EpisodeState, DateTimeOffset, string> write, EpisodeFeed feed, CancellationToken cancellationToken)
    {
        if (await store.FindForAsync(user, id, cancellationToken) is null || !await feed.LoadAsync(id, cancellationToken))
        {
            return Problems.NoSuchEpisode(id);
        }
        if (feed.State is not { Ended: not null } state)
        {
            return Problems.Because(StatusCodes.Status409Conflict, "Not ended yet", "The episode is still running; export it when it has ended.");
        }
        return Results.File(Encoding.UTF8.GetBytes(write(state, feed.LastEventAt)), $"{type}; charset=utf-8", $"answer-{id}.{extension}");
    }
}
