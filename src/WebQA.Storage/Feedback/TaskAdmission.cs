using WebQA.Core.Feedback;
using WebQA.Core.Guidelines;
using WebQA.Storage.Connections;
using WebQA.Storage.Guidelines;

namespace WebQA.Storage.Feedback;

/// <summary>What stands between a person and the tasks of a project, read inside the transaction that gives them.</summary>
internal static class TaskAdmission
{
    /// <summary>Refuses whoever has something to do first, and says what.</summary>
    /// <returns>Whether the next task is one of the trial, so that gold alone may be given.</returns>
    /// <exception cref="FeedbackRefusedException">The person is not let in yet.</exception>
    public static bool Demand(Statements statements, long project, FeedbackProject rules, Labeler labeler)
    {
        if (labeler.IsSimulated)
        {
            return false;
        }
        var (asked, admission) = (Rules(statements, project), Of(statements, project, rules, labeler.Id));
        var guidelines = $"the guidelines '{GuidelineKinds.Of(rules.Form)}', version {rules.GuidelineVersion}";
        return admission.Stage switch
        {
            AdmissionStage.Admitted => false,
            AdmissionStage.Trial => rules.Form != ProjectForm.Demonstration,
            AdmissionStage.Guidelines => throw new FeedbackRefusedException(FeedbackRefusal.NotYet, $"Before tasks of '{rules.Name}' are given to you, read {guidelines}, and say that you have."),
            AdmissionStage.Quiz => throw new FeedbackRefusedException(FeedbackRefusal.NotYet, $"Before tasks of '{rules.Name}' are given to you, pass the quiz of {guidelines}."),
            AdmissionStage.Barred => throw new FeedbackRefusedException(FeedbackRefusal.NotYours, $"A reviewer has decided that tasks of '{rules.Name}' are not given to you: {admission.Reason}"),
            _ => throw new FeedbackRefusedException(FeedbackRefusal.NotYours, Ended(rules, asked, admission)),
        };
    }

    /// <summary>The next task of the trial.</summary>
    /// <exception cref="FeedbackRefusedException">The project has too few.</exception>
    public static long Trial(FeedbackProject rules, long? gold) => gold ?? throw new FeedbackRefusedException(
        FeedbackRefusal.NotYet, $"The trial of '{rules.Name}' has no gold task left that you could be given. Tell whoever runs the project to add some.");

    public static AdmissionRules Rules(Statements statements, long project) => statements.Query(
        "select requires_guidelines, trial_tasks, trial_pass_mark from admission_rule where project = @project",
        static row => new AdmissionRules { RequiresGuidelines = row.GetBoolean(0), TrialTasks = row.GetInt32(1), TrialPassMark = row.GetDouble(2) },
        ("@project", project)) is [var set] ? set : new AdmissionRules();

    public static Admission Of(Statements statements, long project, FeedbackProject rules, string person)
    {
        var asked = Rules(statements, project);
        var (decision, reason) = Decision(statements, project, person);
        var reading = asked.RequiresGuidelines ? GuidelineReadings.Find(statements, person, GuidelineKinds.Of(rules.Form), rules.GuidelineVersion) : null;
        var hasGold = rules.Form != ProjectForm.Demonstration;
        var marks = asked.TrialTasks == 0 ? [] : hasGold ? Marks(statements, project, person, asked.TrialTasks) : [];
        var done = hasGold ? marks.Count : Math.Min(asked.TrialTasks, HandedIn(statements, project, person));
        var stage = decision switch
        {
            AdmissionDecision.Granted => AdmissionStage.Admitted,
            AdmissionDecision.Barred => AdmissionStage.Barred,
            _ when asked.RequiresGuidelines && reading is null => AdmissionStage.Guidelines,
            _ when asked.RequiresGuidelines && reading!.QuizPassedAt is null => AdmissionStage.Quiz,
            _ when done < asked.TrialTasks => AdmissionStage.Trial,
            // Rounding must not fail whoever reaches the mark exactly.
            _ when asked.TrialTasks == 0 || hasGold && marks.Average() >= asked.TrialPassMark - 1e-9 => AdmissionStage.Admitted,
            _ => AdmissionStage.Review,
        };
        return new Admission(person, stage, done, asked.TrialTasks, marks.Count == 0 ? null : marks.Average(), decision, reason);
    }

    private static string Ended(FeedbackProject rules, AdmissionRules asked, Admission admission) => admission.Agreement is { } agreement
        ? FormattableString.Invariant(
            $"The trial of '{rules.Name}' is over: you agreed with {100 * agreement:0} % of its {asked.TrialTasks} tasks, and {100 * asked.TrialPassMark:0} % are asked for. A reviewer can look at it and let you go on.")
        : $"Your {asked.TrialTasks} trial tasks of '{rules.Name}' are done. A reviewer looks at them; you can go on when you are let in.";

    private static (AdmissionDecision?, string?) Decision(Statements statements, long project, string person) => statements.Query(
        "select decision, reason from admission where project = @project and person_id = @person",
        static row => ((AdmissionDecision?)row.GetInt32(0), (string?)row.GetString(1)), ("@project", project), ("@person", person)).FirstOrDefault();

    /// <summary>Of each trial task, how far the person agrees with the gold: 1 for the same side, a half for a tie beside a decided rating. Who calls the question bad does not.</summary>
    private static List<double> Marks(Statements statements, long project, string person, int tasks) => statements.Query(
        """
        select t.gold, a.rating, coalesce(json_extract(a.body, '$.question_is_bad'), 0) from feedback_annotation a join feedback_task t on t.number = a.task
        where a.project = @project and a.owner_id = @person and t.gold is not null and a.is_imported = 0 order by a.number limit @tasks
        """,
        static row => row.GetBoolean(2) ? 0 : (Math.Sign(row.GetInt32(0)), Math.Sign(row.GetInt32(1))) is var (gold, rating) && gold == rating ? 1 : gold * rating == 0 ? 0.5 : 0,
        ("@project", project), ("@person", person), ("@tasks", tasks));

    private static int HandedIn(Statements statements, long project, string person) => (int)(long)statements.Scalar(
        "select count(*) from feedback_lease where project = @project and person_id = @person and state = 1", ("@project", project), ("@person", person))!;
}
