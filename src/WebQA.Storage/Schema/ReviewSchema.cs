using Microsoft.EntityFrameworkCore;

namespace WebQA.Storage.Schema;

/// <summary>The table of reviewers' decisions.</summary>
internal static class ReviewSchema
{
    public static void Configure(ModelBuilder builder) => builder.Entity<FeedbackReviewRow>(review =>
    {
        review.ToTable("feedback_review").HasKey(r => r.Number);
        review.HasOne<FeedbackTaskRow>().WithMany().HasForeignKey(r => r.Task).OnDelete(DeleteBehavior.Cascade);
    });
}
