namespace WebQA.Core.Feedback.Webhooks;

/// <summary>Names of the events that webhooks are told of.</summary>
public static class WebhookEvents
{
    /// <summary>A project was made.</summary>
    public const string ProjectCreated = "project.created";

    /// <summary>Tasks were added to a project.</summary>
    public const string TasksCreated = "tasks.created";

    /// <summary>An ordinary task has all the people it wants.</summary>
    public const string TaskCompleted = "task.completed";

    /// <summary>A person skipped a task.</summary>
    public const string TaskSkipped = "task.skipped";

    /// <summary>A comparison was handed in.</summary>
    public const string AnnotationCreated = "annotation.created";

    /// <summary>Somebody says that a citation is wrong.</summary>
    public const string IncidentCreated = "incident.created";

    /// <summary>A reviewer settled an incident.</summary>
    public const string IncidentSettled = "incident.settled";

    /// <summary>Sent by the Test button alone.</summary>
    public const string Test = "test";

    /// <summary>Those that can be subscribed to.</summary>
    public static IReadOnlyList<string> All { get; } = [ProjectCreated, TasksCreated, TaskCompleted, TaskSkipped, AnnotationCreated, IncidentCreated, IncidentSettled];
}
