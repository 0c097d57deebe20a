using Microsoft.EntityFrameworkCore;

namespace WebQA.Storage.Schema;

/// <summary>The tables of guidelines and of who is let in to which project.</summary>
internal static class GuidelineSchema
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<GuidelineReadingRow>().ToTable("guideline_reading").HasKey(r => new { r.PersonId, r.Kind, r.Version });
        builder.Entity<AdmissionRuleRow>(rule =>
        {
            rule.ToTable("admission_rule").HasKey(r => r.Project);
            rule.Property(r => r.Project).ValueGeneratedNever();
            rule.HasOne<FeedbackProjectRow>().WithOne().HasForeignKey<AdmissionRuleRow>(r => r.Project).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AdmissionRow>(admission =>
        {
            admission.ToTable("admission").HasKey(a => new { a.Project, a.PersonId });
            admission.HasOne<FeedbackProjectRow>().WithMany().HasForeignKey(a => a.Project).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
