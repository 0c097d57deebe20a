using System.Security.Claims;
using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.SignIn;

/// <summary>Whose work it is.</summary>
internal static class PersonExtensions
{
    /// <summary>The account's id; <see cref="Labeler.Local"/> for the one person of an installation without sign-in.</summary>
    public static string PersonId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? Labeler.Local;
}
