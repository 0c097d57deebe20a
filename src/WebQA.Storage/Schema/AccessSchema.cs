using Microsoft.EntityFrameworkCore;

namespace WebQA.Storage.Schema;

/// <summary>The tables of keys, one-time links and webhooks.</summary>
internal static class AccessSchema
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<ApiTokenRow>(token =>
        {
            token.ToTable("api_token").HasKey(t => t.Number);
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasIndex(t => t.OwnerId);
        });
        builder.Entity<OneTimeLinkRow>(link =>
        {
            link.ToTable("one_time_link").HasKey(l => l.PersonId);
            link.HasIndex(l => l.Hash).IsUnique();
        });
        builder.Entity<WebhookRow>().ToTable("webhook").HasKey(w => w.Number);
        builder.Entity<WebhookDeliveryRow>(delivery =>
        {
            delivery.ToTable("webhook_delivery").HasKey(d => d.Number);
            delivery.HasOne<WebhookRow>().WithMany().HasForeignKey(d => d.Webhook).OnDelete(DeleteBehavior.Cascade);
            // Only what waits: what the sender looks through.
            delivery.HasIndex(d => d.NextAt).HasFilter("next_at is not null");
            delivery.HasIndex(d => new { d.Webhook, d.Number });
        });
    }
}
