using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WebQA.Storage.Accounts;

namespace WebQA.Storage.Schema;

/// <summary>The schema, for migrations, and for accounts. The store of episodes itself speaks SQL, where a step costs microseconds.</summary>
/// <remarks>People, their roles and what hangs on them are ASP.NET Core Identity's own tables, under its own names.</remarks>
public sealed class WebQaDb(DbContextOptions<WebQaDb> options) : IdentityDbContext(options)
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

    /// <summary>What operators set for search engines.</summary>
    public DbSet<EngineSettingRow> EngineSettings => Set<EngineSettingRow>();

    /// <summary>Who changed what.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityRole>().HasData(AccountRoles.All.Select(
            role => new IdentityRole { Id = role, Name = role, NormalizedName = role.ToUpperInvariant(), ConcurrencyStamp = role }));
        builder.Entity<EpisodeRow>(episode =>
        {
            episode.ToTable("episode").HasKey(e => e.Number);
            episode.Property(e => e.Id).IsRequired();
            episode.HasIndex(e => e.Id).IsUnique();
            episode.HasIndex(e => e.ShortId);
            episode.HasIndex(e => new { e.RunId, e.StartedAt });
            // Only the few that have not ended: what the reaper looks through.
            episode.HasIndex(e => e.LeaseUntil).HasFilter("ended_at is null");
        });
        builder.Entity<EventRow>(row =>
        {
            row.ToTable("event").HasKey(e => new { e.Episode, e.Sequence });
            row.HasOne<EpisodeRow>().WithMany().HasForeignKey(e => e.Episode).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PageRow>(page =>
        {
            page.ToTable("page").HasKey(p => p.PageSha256);
            page.HasIndex(p => p.TextSha256);
        });
        builder.Entity<PageReadRow>(read =>
        {
            read.ToTable("page_read").HasKey(r => new { r.RequestedUrl, r.PageSha256 });
            read.HasOne<PageRow>().WithMany().HasForeignKey(r => r.PageSha256).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SettingRow>().ToTable("setting").HasKey(s => new { s.OwnerId, s.Name });
        builder.Entity<EngineSettingRow>().ToTable("engine_setting").HasKey(s => s.Engine);
        builder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit").HasKey(a => a.Number);
            audit.HasIndex(a => new { a.Subject, a.At });
        });
        FeedbackSchema.Configure(builder);
        AccessSchema.Configure(builder);
        builder.Entity<DemonstrationRow>(demonstration =>
        {
            demonstration.ToTable("demonstration").HasKey(d => d.Episode);
            demonstration.Property(d => d.Episode).ValueGeneratedNever();
            demonstration.HasOne<EpisodeRow>().WithOne().HasForeignKey<DemonstrationRow>(d => d.Episode).OnDelete(DeleteBehavior.Cascade);
            demonstration.HasIndex(d => new { d.OwnerId, d.Episode });
            demonstration.HasIndex(d => d.TaskId);
        });
        GuidelineSchema.Configure(builder);
        IncidentSchema.Configure(builder);
        ReviewSchema.Configure(builder);
        var own = builder.Model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(WebQaDb).Assembly);
        foreach (var property in own.SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
