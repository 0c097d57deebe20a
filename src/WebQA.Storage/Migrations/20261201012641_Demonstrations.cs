using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WebQA.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Demonstrations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "demonstration",
                columns: table => new
                {
                    episode = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", nullable: false),
                    question_id = table.Column<string>(type: "TEXT", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: true),
                    task_id = table.Column<string>(type: "TEXT", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: true),
                    guideline_version = table.Column<string>(type: "TEXT", nullable: true),
                    active_time = table.Column<long>(type: "INTEGER", nullable: false),
                    idle_time = table.Column<long>(type: "INTEGER", nullable: false),
                    undos = table.Column<int>(type: "INTEGER", nullable: false),
                    resets = table.Column<int>(type: "INTEGER", nullable: false),
                    skip_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demonstration", x => x.episode);
                    table.ForeignKey(
                        name: "FK_demonstration_episode_episode",
                        column: x => x.episode,
                        principalTable: "episode",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_demonstration_owner_id_episode",
                table: "demonstration",
                columns: new[] { "owner_id", "episode" });

            migrationBuilder.CreateIndex(
                name: "IX_demonstration_task_id",
                table: "demonstration",
                column: "task_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demonstration");
        }
    }
}
