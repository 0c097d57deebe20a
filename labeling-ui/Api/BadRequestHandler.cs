using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace WebQA.LabelingUi.Api;

/// <summary>Says what is wrong with a body that cannot be read, in place of an empty 400.</summary>
internal sealed class BadRequestHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }
        var detail = bad.InnerException is JsonException json ? $"The body is not as described at /openapi/v1.json: {json.Message}" : bad.Message;
        context.Response.StatusCode = bad.StatusCode;
        await Problems.Because(bad.StatusCode, "The request cannot be read", detail).ExecuteAsync(context);
        return true;
    }
}
