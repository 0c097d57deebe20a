using WebQA.Core.Feedback;
using WebQA.Storage.Connections;
using WebQA.Storage.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>Takes the comparisons of a file into a project, one in memory at a time: all of them or none.</summary>
/// <remarks>The file is read into tables of this connection alone; people who work meanwhile wait only while these are moved into the project.</remarks>
public sealed class ProjectImport(Database database, TimeProvider clock)
{
    /// <summary>Stands before the labelers of a file, so that none is taken for a person of this installation.</summary>
    public const string LabelerPrefix = "imported/";

    /// <summary>Imports; a project that is not there is made. What it has already is recognised and left as it is.</summary>
    /// <param name="source">Path of the file.</param>
    /// <param name="from">Its form.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="ownerId">Who imports; null without sign-in.</param>
    /// <param name="cancellationToken">Stops; nothing is imported then.</param>
    /// <exception cref="ExchangeFormatException">The file has another form; names the line.</exception>
    /// <exception cref="FeedbackRefusedException">A comparison cannot be taken; names it.</exception>
    public async Task<ImportOutcome> RunAsync(string source, IComparisonFormat from, string project, string? ownerId, CancellationToken cancellationToken = default)
    {
        var wanted = new FeedbackProject { Name = project, OwnerId = ownerId }.Checked();
        using var statements = new Statements(database.Open(Durability.Full));
        var rules = database.Guarded(() => Find(statements, project)) ?? wanted;
        using var stage = database.Guarded(() => new ImportStage(statements, rules, clock.GetUtcNow()));
        var isOpen = true;
        try
        {
            await using (var input = File.OpenRead(source))
            {
                await foreach (var comparison in from.ReadAsync(input, cancellationToken))
                {
                    database.Guarded(() => { stage.Add(comparison); return true; });
                }
            }
            return database.Guarded(() =>
            {
                stage.Close();
                isOpen = false;
                statements.Execute("begin immediate");
                isOpen = true;
                var outcome = Move(statements, stage, rules);
                statements.Execute("commit");
                isOpen = false;
                return outcome;
            });
        }
        catch when (isOpen)
        {
            statements.Execute("rollback");
            throw;
        }
    }

    private ImportOutcome Move(Statements statements, ImportStage stage, FeedbackProject rules)
    {
        var found = Find(statements, rules.Name);
        if (found is { } there && there != rules)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Conflict, $"The project '{rules.Name}' was made or changed while the file was read. Nothing was imported; import it again.");
        }
        if (found is null)
        {
            ProjectRows.Insert(statements, rules, clock.GetUtcNow());
        }
        var (added, tasks) = stage.MoveTo(ProjectRows.Find(statements, rules.Name).Number);
        return new ImportOutcome(found is null, stage.Comparisons, added, tasks);
    }

    private static FeedbackProject? Find(Statements statements, string name) =>
        statements.Scalar("select 1 from feedback_project where name = @name", ("@name", name)) is null ? null : ProjectRows.Find(statements, name).Project;
}

/// <summary>What an import did.</summary>
/// <param name="IsNewProject">Whether the project was made.</param>
/// <param name="Comparisons">Comparisons of the file.</param>
/// <param name="Added">Those of them that the project did not have.</param>
/// <param name="Tasks">Pairs of answers that it did not have.</param>
public sealed record ImportOutcome(bool IsNewProject, int Comparisons, int Added, int Tasks);
