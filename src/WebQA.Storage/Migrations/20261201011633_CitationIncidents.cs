using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WebQA.Storage.Migrations
{
    /// <inheritdoc />
    public partial class CitationIncidents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "citation_incident",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    episode_id = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<int>(type: "INTEGER", nullable: false),
                    problem = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    verdict = table.Column<int>(type: "INTEGER", nullable: true),
                    rationale = table.Column<string>(type: "TEXT", nullable: true),
                    reviewer_id = table.Column<string>(type: "TEXT", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citation_incident", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_citation_incident_episode_id_reference",
                table: "citation_incident",
                columns: new[] { "episode_id", "reference" });

            migrationBuilder.CreateIndex(
                name: "IX_citation_incident_id",
                table: "citation_incident",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_citation_incident_open",
                table: "citation_incident",
                column: "number",
                filter: "verdict is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "citation_incident");
        }
    }
}
