using Microsoft.AspNetCore.Http.HttpResults;

namespace WebQA.LabelingUi.Api;

/// <summary>Errors of the API, as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static ProblemHttpResult Because(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail);

    public static ProblemHttpResult NoSuchEpisode(string id) =>
        Because(StatusCodes.Status404NotFound, "No such episode", $"There is no episode '{id}'. It was deleted, or the id is mistyped.");
}
