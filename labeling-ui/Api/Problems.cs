using Microsoft.AspNetCore.Http.HttpResults;
using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Api;

/// <summary>Errors of the API, as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static ProblemHttpResult Because(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail);

    /// <summary>What cannot be asked of a project, a task or a draft, in the words of whoever refused.</summary>
    public static ProblemHttpResult Because(FeedbackRefusedException refused) => refused.Refusal switch
    {
        FeedbackRefusal.Unknown => Because(StatusCodes.Status404NotFound, "Not found", refused.Message),
        FeedbackRefusal.NotYet => Because(StatusCodes.Status403Forbidden, "Not yet", refused.Message),
        FeedbackRefusal.NotYours => Because(StatusCodes.Status403Forbidden, "Not yours", refused.Message),
        FeedbackRefusal.Ended => Because(StatusCodes.Status410Gone, "Ended", refused.Message),
        FeedbackRefusal.AlreadySubmitted or FeedbackRefusal.Conflict => Because(StatusCodes.Status409Conflict, "There already", refused.Message),
        _ => Because(StatusCodes.Status400BadRequest, "The request cannot be used", refused.Message),
    };

    public static ProblemHttpResult NoSuchEpisode(string id) =>
        Because(StatusCodes.Status404NotFound, "No such episode", $"There is no episode '{id}'. It was deleted, or the id is mistyped.");
}
