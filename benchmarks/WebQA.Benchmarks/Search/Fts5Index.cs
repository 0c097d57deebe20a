using Microsoft.Data.Sqlite;

namespace WebQA.Benchmarks.Search;

/// <summary>SQLite FTS5 with its Porter stemmer and its BM25, over passages. One open connection.</summary>
internal sealed class Fts5Index : ISearchContender
{
    private SqliteConnection? _connection;

    public string Name => "fts5";

    public void Build(IReadOnlyList<BenchmarkPassage> passages, string folder)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "fts5.db"), Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
        Execute("CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize='porter unicode61 remove_diacritics 2')");
        using (var transaction = _connection.BeginTransaction())
        {
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO words(title, text) VALUES($title, $text)";
            var (title, text) = (insert.Parameters.Add("$title", SqliteType.Text), insert.Parameters.Add("$text", SqliteType.Text));
            foreach (var passage in passages)
            {
                (title.Value, text.Value) = (passage.Title, passage.Text);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        Execute("INSERT INTO words(words) VALUES('optimize')");
    }

    public int Search(IReadOnlyList<string> words, int count)
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = "SELECT rowid FROM words WHERE words MATCH $match ORDER BY rank LIMIT $count";
        command.Parameters.AddWithValue("$match", string.Join(" OR ", words.Select(static w => $"\"{w}\"")));
        command.Parameters.AddWithValue("$count", count);
        using var reader = command.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            found++;
        }
        return found;
    }

    public void Dispose() => _connection?.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
