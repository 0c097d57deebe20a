using WebQA.Storage.Connections;

namespace WebQA.Storage.Personal;

/// <summary>Writes what a person made: own connection, own transaction, on the disk before it returns.</summary>
internal static class PersonalWrite
{
    public static T Run<T>(Database database, Func<Statements, T> work) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Full));
        statements.Execute("begin immediate");
        try
        {
            var result = work(statements);
            statements.Execute("commit");
            return result;
        }
        catch
        {
            statements.Execute("rollback");
            throw;
        }
    });
}
