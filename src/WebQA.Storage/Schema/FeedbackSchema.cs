using Microsoft.EntityFrameworkCore;

namespace WebQA.Storage.Schema;

/// <summary>The tables of comparisons: projects, pools, tasks, who was given which, and what they said, and the drafts of that.</summary>
internal static class FeedbackSchema
{
    /// <summary>Tasks with room, as the queries that look for one write it; SQLite uses a partial index only for these words.</summary>
    public const string HasRoom = "gold is null and is_dropped = 0 and taken < places", HasSimulatedRoom = "gold is null and is_dropped = 0 and taken_simulated < places";

    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<FeedbackProjectRow>(project =>
        {
            project.ToTable("feedback_project").HasKey(p => p.Number);
            project.HasIndex(p => p.Name).IsUnique();
        });
        builder.Entity<FeedbackPoolRow>().ToTable("feedback_pool").HasKey(p => new { p.Pool, p.PersonId });
        builder.Entity<FeedbackTaskRow>(task =>
        {
            task.ToTable("feedback_task").HasKey(t => t.Number);
            task.HasOne<FeedbackProjectRow>().WithMany().HasForeignKey(t => t.Project).OnDelete(DeleteBehavior.Cascade);
            task.Property(t => t.Id).IsRequired();
            task.HasIndex(t => t.Id).IsUnique();
            task.HasIndex(t => new { t.Project, t.ContentKey }).IsUnique();
            task.HasIndex(t => new { t.Project, t.Number }, "IX_feedback_task_room").HasFilter(HasRoom);
            task.HasIndex(t => new { t.Project, t.Number }, "IX_feedback_task_simulated_room").HasFilter(HasSimulatedRoom);
            task.HasIndex(t => new { t.Project, t.Number }, "IX_feedback_task_gold").HasFilter("gold is not null");
        });
        builder.Entity<FeedbackLeaseRow>(lease =>
        {
            lease.ToTable("feedback_lease").HasKey(l => new { l.Task, l.PersonId });
            lease.HasOne<FeedbackTaskRow>().WithMany().HasForeignKey(l => l.Task).OnDelete(DeleteBehavior.Cascade);
            lease.HasIndex(l => new { l.Project, l.LeaseUntil }).HasFilter("state = 0");
            lease.HasIndex(l => new { l.Project, l.PersonId, l.State });
        });
        builder.Entity<FeedbackAnnotationRow>(annotation =>
        {
            annotation.ToTable("feedback_annotation").HasKey(a => a.Number);
            annotation.HasOne<FeedbackTaskRow>().WithMany().HasForeignKey(a => a.Task).OnDelete(DeleteBehavior.Cascade);
            annotation.Property(a => a.Id).IsRequired();
            annotation.HasIndex(a => new { a.Project, a.Id }).IsUnique();
            annotation.HasIndex(a => new { a.Task, a.OwnerId }).IsUnique();
        });
        builder.Entity<DraftRow>().ToTable("draft").HasKey(d => new { d.OwnerId, d.Kind, d.SubjectId });
    }
}
