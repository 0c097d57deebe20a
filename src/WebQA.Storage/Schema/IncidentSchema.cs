using Microsoft.EntityFrameworkCore;

namespace WebQA.Storage.Schema;

/// <summary>The table of incidents.</summary>
internal static class IncidentSchema
{
    public static void Configure(ModelBuilder builder) => builder.Entity<CitationIncidentRow>(incident =>
    {
        incident.ToTable("citation_incident").HasKey(i => i.Number);
        incident.Property(i => i.Id).IsRequired();
        incident.HasIndex(i => i.Id).IsUnique();
        incident.HasIndex(i => new { i.EpisodeId, i.Reference });
        incident.HasIndex(i => i.Number, "IX_citation_incident_open").HasFilter("verdict is null");
    });
}
