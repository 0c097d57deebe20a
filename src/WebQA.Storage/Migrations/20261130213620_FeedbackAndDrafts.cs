using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WebQA.Storage.Migrations
{
    /// <inheritdoc />
    public partial class FeedbackAndDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "draft",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    client = table.Column<string>(type: "TEXT", nullable: false),
                    client_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft", x => new { x.owner_id, x.kind, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "feedback_pool",
                columns: table => new
                {
                    pool = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_pool", x => new { x.pool, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "feedback_project",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    overlap = table.Column<int>(type: "INTEGER", nullable: false),
                    cohort_share = table.Column<double>(type: "REAL", nullable: false),
                    full_share = table.Column<double>(type: "REAL", nullable: false),
                    gold_share = table.Column<double>(type: "REAL", nullable: false),
                    pool = table.Column<string>(type: "TEXT", nullable: true),
                    quota = table.Column<int>(type: "INTEGER", nullable: true),
                    guideline_version = table.Column<string>(type: "TEXT", nullable: false),
                    lease = table.Column<long>(type: "INTEGER", nullable: false),
                    seed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_project", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "feedback_task",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    project = table.Column<long>(type: "INTEGER", nullable: false),
                    content_key = table.Column<string>(type: "TEXT", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", nullable: false),
                    question_id = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    answer_a = table.Column<string>(type: "TEXT", nullable: false),
                    answer_b = table.Column<string>(type: "TEXT", nullable: false),
                    author_a = table.Column<string>(type: "TEXT", nullable: true),
                    author_b = table.Column<string>(type: "TEXT", nullable: true),
                    is_swapped = table.Column<bool>(type: "INTEGER", nullable: false),
                    requires_all = table.Column<bool>(type: "INTEGER", nullable: false),
                    gold = table.Column<int>(type: "INTEGER", nullable: true),
                    places = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_simulated = table.Column<int>(type: "INTEGER", nullable: false),
                    is_dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_task", x => x.number);
                    table.ForeignKey(
                        name: "FK_feedback_task_feedback_project_project",
                        column: x => x.project,
                        principalTable: "feedback_project",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_annotation",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    project = table.Column<long>(type: "INTEGER", nullable: false),
                    task = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    rating = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    is_swapped = table.Column<bool>(type: "INTEGER", nullable: false),
                    guideline_version = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_simulated = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_imported = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_annotation", x => x.number);
                    table.ForeignKey(
                        name: "FK_feedback_annotation_feedback_task_task",
                        column: x => x.task,
                        principalTable: "feedback_task",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_lease",
                columns: table => new
                {
                    task = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    project = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    claimed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: false),
                    is_simulated = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_lease", x => new { x.task, x.person_id });
                    table.ForeignKey(
                        name: "FK_feedback_lease_feedback_task_task",
                        column: x => x.task,
                        principalTable: "feedback_task",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_annotation_project_id",
                table: "feedback_annotation",
                columns: new[] { "project", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_annotation_task_owner_id",
                table: "feedback_annotation",
                columns: new[] { "task", "owner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_lease_project_lease_until",
                table: "feedback_lease",
                columns: new[] { "project", "lease_until" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "IX_feedback_lease_project_person_id_state",
                table: "feedback_lease",
                columns: new[] { "project", "person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_project_name",
                table: "feedback_project",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_task_gold",
                table: "feedback_task",
                columns: new[] { "project", "number" },
                filter: "gold is not null");

            migrationBuilder.CreateIndex(
                name: "IX_feedback_task_id",
                table: "feedback_task",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_task_project_content_key",
                table: "feedback_task",
                columns: new[] { "project", "content_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_task_room",
                table: "feedback_task",
                columns: new[] { "project", "number" },
                filter: "gold is null and is_dropped = 0 and taken < places");

            migrationBuilder.CreateIndex(
                name: "IX_feedback_task_simulated_room",
                table: "feedback_task",
                columns: new[] { "project", "number" },
                filter: "gold is null and is_dropped = 0 and taken_simulated < places");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draft");

            migrationBuilder.DropTable(
                name: "feedback_annotation");

            migrationBuilder.DropTable(
                name: "feedback_lease");

            migrationBuilder.DropTable(
                name: "feedback_pool");

            migrationBuilder.DropTable(
                name: "feedback_task");

            migrationBuilder.DropTable(
                name: "feedback_project");
        }
    }
}
