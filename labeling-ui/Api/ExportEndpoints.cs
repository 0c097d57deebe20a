using System.Text;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Episodes;

namespace WebQA.LabelingUi.Api;

/// <summary>Answers as files, for the buttons of the answer page.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/episodes/{id}/answer.md", (string id, IEpisodeHost host, IEpisodeStore store, PageCache pages, CancellationToken cancellationToken) =>
            FileAsync(id, "md", "text/markdown", AnswerExport.Markdown, new EpisodeFeed(host, store, pages), cancellationToken)).ExcludeFromDescription();
        app.MapGet("/episodes/{id}/answer.html", (string id, IEpisodeHost host, IEpisodeStore store, PageCache pages, CancellationToken cancellationToken) =>
            FileAsync(id, "html", "text/html", AnswerExport.Html, new EpisodeFeed(host, store, pages), cancellationToken)).ExcludeFromDescription();
    }

    /// <summary>Always an attachment: the file must not act as a page of this app.</summary>
    private static async Task<IResult> FileAsync(
        string id, string extension, string type, Func<EpisodeState, DateTimeOffset, string> write, EpisodeFeed feed, CancellationToken cancellationToken)
    {
        if (!await feed.LoadAsync(id, cancellationToken))
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
