using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WebQA.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Guidelines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "admission",
                columns: table => new
                {
                    project = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    decider_id = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_admission", x => new { x.project, x.person_id });
                    table.ForeignKey(
                        name: "FK_admission_feedback_project_project",
                        column: x => x.project,
                        principalTable: "feedback_project",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "admission_rule",
                columns: table => new
                {
                    project = table.Column<long>(type: "INTEGER", nullable: false),
                    requires_guidelines = table.Column<bool>(type: "INTEGER", nullable: false),
                    trial_tasks = table.Column<int>(type: "INTEGER", nullable: false),
                    trial_pass_mark = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_admission_rule", x => x.project);
                    table.ForeignKey(
                        name: "FK_admission_rule_feedback_project_project",
                        column: x => x.project,
                        principalTable: "feedback_project",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "guideline_reading",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    text_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false),
                    quiz_attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    quiz_right = table.Column<int>(type: "INTEGER", nullable: true),
                    quiz_passed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guideline_reading", x => new { x.person_id, x.kind, x.version });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "admission");

            migrationBuilder.DropTable(
                name: "admission_rule");

            migrationBuilder.DropTable(
                name: "guideline_reading");
        }
    }
}
