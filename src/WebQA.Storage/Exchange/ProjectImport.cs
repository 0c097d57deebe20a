using WebQA.Core.Feedback;
using WebQA.Storage.Connections;
using WebQA.Storage.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>Takes the comparisons of a file into a project, one in memory at a time: all of them or none.</summary>
/// <remarks>The file is read twice, so that a bad line is found before anything is written, and people who work meanwhile wait only for the second time.</remarks>
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
        var rules = new FeedbackProject { Name = project, OwnerId = ownerId }.Checked();
        await CheckAsync(source, from, cancellationToken);
        using var statements = new Statements(database.Open(Durability.Full));
        database.Guarded(() => statements.Execute("begin immediate"));
        try
        {
            var (number, found, isNew) = FindOrMake(statements, rules);
            var rows = new ImportRows(statements, number, found, clock.GetUtcNow());
            await using (var input = File.OpenRead(source))
            {
                await foreach (var comparison in from.ReadAsync(input, cancellationToken))
                {
                    rows.Add(comparison);
                }
            }
            database.Guarded(() => statements.Execute("commit"));
            return new ImportOutcome(isNew, rows.Comparisons, rows.Added, rows.Tasks);
        }
        catch
        {
            statements.Execute("rollback");
            throw;
        }
    }

    private static async Task CheckAsync(string source, IComparisonFormat from, CancellationToken cancellationToken)
    {
        await using var input = File.OpenRead(source);
        await foreach (var comparison in from.ReadAsync(input, cancellationToken))
        {
            _ = comparison;
        }
    }

    private (long Number, FeedbackProject Project, bool IsNew) FindOrMake(Statements statements, FeedbackProject rules)
    {
        var isNew = statements.Scalar("select 1 from feedback_project where name = @name", ("@name", rules.Name)) is null;
        if (isNew)
        {
            ProjectRows.Insert(statements, rules, clock.GetUtcNow());
        }
        var (number, project) = ProjectRows.Find(statements, rules.Name);
        return (number, project, isNew);
    }
}

/// <summary>What an import did.</summary>
/// <param name="IsNewProject">Whether the project was made.</param>
/// <param name="Comparisons">Comparisons of the file.</param>
/// <param name="Added">Those of them that the project did not have.</param>
/// <param name="Tasks">Pairs of answers that it did not have.</param>
public sealed record ImportOutcome(bool IsNewProject, int Comparisons, int Added, int Tasks);
