using Microsoft.EntityFrameworkCore;

namespace WebQA.Storage.Schema;

/// <summary>The schema, for migrations. The store itself speaks SQL, where a step costs microseconds.</summary>
public sealed class WebQaDb(DbContextOptions<WebQaDb> options) : DbContext(options)
{
    /// <summary>Episodes.</summary>
    public DbSet<EpisodeRow> Episodes => Set<EpisodeRow>();

    /// <summary>Their events.</summary>
    public DbSet<EventRow> Events => Set<EventRow>();

    /// <summary>Archived pages.</summary>
    public DbSet<PageRow> Pages => Set<PageRow>();

    /// <summary>Which address gave which page.</summary>
    public DbSet<PageReadRow> PageReads => Set<PageReadRow>();

    /// <summary>What people set.</summary>
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EpisodeRow>(episode =>
        {
            episode.ToTable("episode").HasKey(e => e.Number);
            episode.Property(e => e.Id).IsRequired();
            episode.HasIndex(e => e.Id).IsUnique();
            episode.HasIndex(e => e.ShortId);
            episode.HasIndex(e => new { e.RunId, e.StartedAt });
            // Only the few that have not ended: what the reaper looks through.
            episode.HasIndex(e => e.LeaseUntil).HasFilter("ended_at is null");
        });
        modelBuilder.Entity<EventRow>(row =>
        {
            row.ToTable("event").HasKey(e => new { e.Episode, e.Sequence });
            row.HasOne<EpisodeRow>().WithMany().HasForeignKey(e => e.Episode).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<PageRow>(page =>
        {
            page.ToTable("page").HasKey(p => p.PageSha256);
            page.HasIndex(p => p.TextSha256);
        });
        modelBuilder.Entity<PageReadRow>(read =>
        {
            read.ToTable("page_read").HasKey(r => new { r.RequestedUrl, r.PageSha256 });
            read.HasOne<PageRow>().WithMany().HasForeignKey(r => r.PageSha256).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SettingRow>().ToTable("setting").HasKey(s => new { s.OwnerId, s.Name });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
