using WebQA.Core.Feedback;
using WebQA.Core.Guidelines;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>Rules and decisions in the database.</summary>
internal sealed class ProjectAdmission(Database database, PersonalWriter writer, TimeProvider clock) : IProjectAdmission
{
    public Task<AdmissionRules> RulesAsync(string project, CancellationToken cancellationToken = default) =>
        Task.FromResult(Read(statements => TaskAdmission.Rules(statements, ProjectRows.Find(statements, project).Number)));

    public Task SetRulesAsync(string project, AdmissionRules rules, CancellationToken cancellationToken = default)
    {
        var wanted = rules.Checked();
        return writer.WriteAsync(
            statements => statements.Execute(
                """
                insert into admission_rule (project, requires_guidelines, trial_tasks, trial_pass_mark) values (@project, @guidelines, @tasks, @mark)
                on conflict do update set requires_guidelines = excluded.requires_guidelines, trial_tasks = excluded.trial_tasks, trial_pass_mark = excluded.trial_pass_mark
                """,
                ("@project", ProjectRows.Find(statements, project).Number), ("@guidelines", wanted.RequiresGuidelines), ("@tasks", wanted.TrialTasks), ("@mark", wanted.TrialPassMark)),
            cancellationToken);
    }

    public Task<Admission> OfAsync(string project, string personId, CancellationToken cancellationToken = default) => Task.FromResult(Read(statements =>
    {
        var (number, rules) = ProjectRows.Find(statements, project);
        return TaskAdmission.Of(statements, number, rules, personId);
    }));

    public Task<IReadOnlyList<Admission>> ListAsync(string project, CancellationToken cancellationToken = default) => Task.FromResult(Read<IReadOnlyList<Admission>>(statements =>
    {
        var (number, rules) = ProjectRows.Find(statements, project);
        var people = statements.Query(
            """
            select person_id from feedback_lease where project = @project and is_simulated = 0 union select person_id from admission where project = @project
            union select person_id from guideline_reading where kind = @kind and version = @version and @pool is null
            union select person_id from feedback_pool where pool = @pool order by 1
            """,
            static row => row.GetString(0), ("@project", number), ("@kind", GuidelineKinds.Of(rules.Form)), ("@version", rules.GuidelineVersion), ("@pool", rules.Pool));
        return [.. people.Select(person => TaskAdmission.Of(statements, number, rules, person))];
    }));

    public async Task DecideAsync(
        string project, string personId, AdmissionDecision? decision, string deciderId, string reason, CancellationToken cancellationToken = default)
    {
        var said = reason.Replace('\0', ' ').Trim();
        if (said.Length > AnnotationRules.MaxText || decision == AdmissionDecision.Barred && said.Length == 0)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"Say in a few words why, since the person reads it; at most {AnnotationRules.MaxText} characters.");
        }
        // On a machine of one's own there is nobody else to ask.
        if (personId == deciderId && decision is not null && personId != Labeler.Local)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.NotYours, "Nobody decides about themselves. Ask another reviewer.");
        }
        await writer.WriteAsync(
            statements =>
            {
                var number = ProjectRows.Find(statements, project).Number;
                return decision is null
                    ? statements.Execute("delete from admission where project = @project and person_id = @person", ("@project", number), ("@person", personId))
                    : statements.Execute(
                        """
                        insert into admission (project, person_id, decision, reason, decider_id, decided_at) values (@project, @person, @decision, @reason, @decider, @now)
                        on conflict do update set decision = excluded.decision, reason = excluded.reason, decider_id = excluded.decider_id, decided_at = excluded.decided_at
                        """,
                        ("@project", number), ("@person", personId), ("@decision", (int)decision), ("@reason", said), ("@decider", deciderId), ("@now", clock.GetUtcNow().UtcTicks));
            },
            cancellationToken);
    }

    private T Read<T>(Func<Statements, T> read) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return read(statements);
    });
}
