using Microsoft.JSInterop;

namespace WebQA.LabelingUi.Components.Shared;

/// <summary>Calls to the browser when a component goes.</summary>
internal static class JSRuntimeExtensions
{
    /// <summary>Calls a function; a browser that is gone already needs no cleaning up.</summary>
    public static async ValueTask InvokeVoidQuietlyAsync(this IJSRuntime js, string function, params object?[] arguments)
    {
        try
        {
            await js.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The tab was closed.
        }
        catch (OperationCanceledException)
        {
            // The circuit is ending.
        }
    }
}
