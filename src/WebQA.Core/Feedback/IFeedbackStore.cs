namespace WebQA.Core.Feedback;

/// <summary>Projects, their tasks and the comparisons made in them. What a call has changed is on the disk when its task ends. Thread-safe.</summary>
public interface IFeedbackStore
{
    /// <summary>Makes a project.</summary>
    /// <exception cref="FeedbackRefusedException">A value cannot be used, or there is one of that name.</exception>
    Task CreateProjectAsync(FeedbackProject project, CancellationToken cancellationToken = default);

    /// <summary>All projects by name, and how far each is.</summary>
    Task<IReadOnlyList<ProjectProgress>> ListProjectsAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds tasks to a project, all or none; those it has already are left as they are.</summary>
    /// <returns>How many were new.</returns>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    Task<int> AddTasksAsync(string project, IReadOnlyCollection<ComparisonTask> tasks, CancellationToken cancellationToken = default);

    /// <summary>Adds tasks to a project, which is made where there is none of its name: all or none, the project among it.</summary>
    /// <param name="project">The project; where there is one of its name, only the name counts.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="cancellationToken">Stops; nothing is made then.</param>
    /// <returns>How many were new.</returns>
    /// <exception cref="FeedbackRefusedException">A value or a task cannot be used.</exception>
    Task<int> AddTasksAsync(FeedbackProject project, IReadOnlyCollection<ComparisonTask> tasks, CancellationToken cancellationToken = default);

    /// <summary>The tasks of a project in the order in which they were added, one at a time.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    IAsyncEnumerable<ComparisonTask> ReadTasksAsync(string project, CancellationToken cancellationToken = default);

    /// <summary>Says who is in a pool; nobody else is.</summary>
    Task SetPoolAsync(string pool, IReadOnlyCollection<string> people, CancellationToken cancellationToken = default);

    /// <summary>The comparisons of a project in the order in which they were made, one at a time.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    IAsyncEnumerable<StoredComparison> ReadAsync(string project, MadeBy madeBy = MadeBy.People, CancellationToken cancellationToken = default);
}

/// <summary>Whose comparisons are meant. Simulated ones are never among people's unasked.</summary>
public enum MadeBy
{
    /// <summary>People.</summary>
    People,

    /// <summary>Simulated labelers.</summary>
    Simulated,

    /// <summary>Both.</summary>
    Everybody,
}
