using WebQA.Core.Answers;

namespace WebQA.LabelingUi.Episodes;

/// <summary>Where a reference's stored page is shown.</summary>
internal static class StoredPageLink
{
    public static string To(Reference reference, string episodeId) =>
        $"/pages/{reference.PageSha256}?episode={Uri.EscapeDataString(episodeId)}&quote={reference.Id}";
}
