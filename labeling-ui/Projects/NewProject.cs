using System.Globalization;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Projects;

/// <summary>A project as it is being filled in: what was typed, and what is made of it.</summary>
internal sealed class NewProject
{
    public string Name { get; set; } = string.Empty;

    public ProjectForm Form { get; set; }

    public string Overlap { get; set; } = "1";

    /// <summary>In percent, as all shares here.</summary>
    public string CohortShare { get; set; } = "100";

    public string FullShare { get; set; } = "10";

    public string GoldShare { get; set; } = "0";

    public string Pool { get; set; } = string.Empty;

    public string Quota { get; set; } = string.Empty;

    public string GuidelineVersion { get; set; } = "1";

    public string LeaseMinutes { get; set; } = "10";

    public string Seed { get; set; } = "0";

    /// <summary>The project.</summary>
    /// <exception cref="FeedbackRefusedException">A value cannot be used; the message says which.</exception>
    public FeedbackProject ToProject(string? ownerId) => new FeedbackProject
    {
        Name = Name.Trim(),
        Form = Form,
        OwnerId = ownerId,
        Overlap = (int)Whole(Overlap, ProjectStrings.Overlap),
        CohortShare = Share(CohortShare, ProjectStrings.CohortShare),
        FullShare = Share(FullShare, ProjectStrings.FullShare),
        GoldShare = Share(GoldShare, ProjectStrings.GoldShare),
        Pool = string.IsNullOrWhiteSpace(Pool) ? null : Pool.Trim(),
        Quota = string.IsNullOrWhiteSpace(Quota) ? null : (int)Whole(Quota, ProjectStrings.Quota),
        GuidelineVersion = GuidelineVersion.Trim(),
        Lease = TimeSpan.FromMinutes(Whole(LeaseMinutes, ProjectStrings.Lease)),
        Seed = Whole(Seed, ProjectStrings.Seed),
    }.Checked();

    private static long Whole(string typed, string field) =>
        int.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FeedbackRefusedException(FeedbackRefusal.Invalid, Say.With(ProjectStrings.NotWhole, field));

    private static double Share(string typed, string field) =>
        double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? percent / 100
            : throw new FeedbackRefusedException(FeedbackRefusal.Invalid, Say.With(ProjectStrings.NotPercent, field));
}
