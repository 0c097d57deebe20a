using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WebQA.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "episode",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    short_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    environment = table.Column<string>(type: "TEXT", nullable: false),
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<string>(type: "TEXT", nullable: true),
                    follow_up_of = table.Column<string>(type: "TEXT", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    steps = table.Column<int>(type: "INTEGER", nullable: false),
                    references = table.Column<int>(type: "INTEGER", nullable: false),
                    events = table.Column<int>(type: "INTEGER", nullable: false),
                    hosted_by = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_owner = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: false),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    control = table.Column<int>(type: "INTEGER", nullable: false),
                    resumes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_episode", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "page",
                columns: table => new
                {
                    page_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    text_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    snapshot_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: true),
                    is_rendered = table.Column<bool>(type: "INTEGER", nullable: false),
                    fetched_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_page", x => x.page_sha256);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => new { x.owner_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "event",
                columns: table => new
                {
                    episode = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event", x => new { x.episode, x.sequence });
                    table.ForeignKey(
                        name: "FK_event_episode_episode",
                        column: x => x.episode,
                        principalTable: "episode",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "page_read",
                columns: table => new
                {
                    requested_url = table.Column<string>(type: "TEXT", nullable: false),
                    page_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    fetched_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_page_read", x => new { x.requested_url, x.page_sha256 });
                    table.ForeignKey(
                        name: "FK_page_read_page_page_sha256",
                        column: x => x.page_sha256,
                        principalTable: "page",
                        principalColumn: "page_sha256",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_episode_id",
                table: "episode",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_episode_lease_until",
                table: "episode",
                column: "lease_until",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_episode_run_id_started_at",
                table: "episode",
                columns: new[] { "run_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_episode_short_id",
                table: "episode",
                column: "short_id");

            migrationBuilder.CreateIndex(
                name: "IX_page_text_sha256",
                table: "page",
                column: "text_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_page_read_page_sha256",
                table: "page_read",
                column: "page_sha256");

            // What the history is searched by. It keeps the index alone, not a second copy of the text.
            migrationBuilder.Sql(
                "create virtual table episode_text using fts5(question, answer, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table episode_text");

            migrationBuilder.DropTable(
                name: "event");

            migrationBuilder.DropTable(
                name: "page_read");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "episode");

            migrationBuilder.DropTable(
                name: "page");
        }
    }
}
