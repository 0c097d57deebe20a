using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using WebQA.Core.Browsing;
using WebQA.Storage;

namespace WebQA.LabelingUi.Api;

/// <summary>Turns faults that a person can mend into problem details with their message, in place of an empty 400 or 500.</summary>
internal sealed class FaultHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } bad =>
                Problems.Because(bad.StatusCode, "The request cannot be read", $"The body is not as described at /openapi/v1.json: {json.Message}"),
            BadHttpRequestException bad => Problems.Because(bad.StatusCode, "The request cannot be read", bad.Message),
            StorageException or PageNotStoredException =>
                Problems.Because(StatusCodes.Status503ServiceUnavailable, "What is stored cannot be read", exception.Message),
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }
        context.Response.StatusCode = problem.StatusCode;
        await problem.ExecuteAsync(context);
        return true;
    }
}
