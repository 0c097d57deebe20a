using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Review;

/// <summary>Who settles disagreements.</summary>
internal static class ReviewRoles
{
    public const string Decide = $"{AccountRoles.Reviewer},{AccountRoles.Admin}";
}
