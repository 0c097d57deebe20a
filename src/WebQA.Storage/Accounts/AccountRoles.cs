namespace WebQA.Storage.Accounts;

/// <summary>What people may do. Each name is its role's id in the database too.</summary>
public static class AccountRoles
{
    /// <summary>Asks questions and reads answers.</summary>
    public const string Asker = "asker";

    /// <summary>Demonstrates and compares.</summary>
    public const string Labeler = "labeler";

    /// <summary>Settles disagreements.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Runs batches, evaluation and training.</summary>
    public const string Researcher = "researcher";

    /// <summary>Changes settings, enters secrets, manages people.</summary>
    public const string Admin = "admin";

    /// <summary>Whoever has any of them, as <c>[Authorize(Roles = …)]</c> writes it: everybody asks and reads their own answers.</summary>
    public const string Any = $"{Asker},{Labeler},{Reviewer},{Researcher},{Admin}";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Asker, Labeler, Reviewer, Researcher, Admin];
}
