using MudBlazor;

namespace WebQA.LabelingUi.Components.Shared;

/// <summary>Asking a person before something that cannot be taken back.</summary>
internal static class ConfirmExtensions
{
    /// <summary>True where the person agreed.</summary>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string text, string yes, string no)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { d => d.Title, title }, { d => d.Text, text }, { d => d.Yes, yes }, { d => d.No, no },
        };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, parameters);
        return await dialog.Result is { Canceled: false };
    }
}
