using Microsoft.Data.Sqlite;

namespace WebQA.TextBrowser.Search;

/// <summary>An index of words over pages and their passages: SQLite FTS5 with BM25. Read-only and thread-safe.</summary>
/// <remarks>Robertson and Zaragoza 2009. A page's score is that of its best passage (title, heading, text) plus its own (title twice).</remarks>
internal sealed class WordIndex
{
    /// <summary>Version of the file's form and of how pages are cut.</summary>
    public const int FormatVersion = 1;

    private const int MaxPassages = 1_000;
    private const int MaxPages = 400;

    private readonly string _connectionString;

    private WordIndex(string path, IReadOnlyList<PageEntry> pages, IReadOnlyList<PassageEntry> passages, IReadOnlyList<Uri> unread)
    {
        _connectionString = ConnectionString(path);
        Pages = pages;
        Passages = passages;
        Unread = unread;
    }

    /// <summary>A page of the index.</summary>
    public readonly record struct PageEntry(string Url, string Title);

    /// <summary>A passage of the index: its page and the key of its vector.</summary>
    public readonly record struct PassageEntry(int Page, UInt128 Key);

    /// <summary>A page that matches, with its best passage.</summary>
    public readonly record struct Hit(int Page, int Passage);

    /// <summary>The pages by id.</summary>
    public IReadOnlyList<PageEntry> Pages { get; }

    /// <summary>The passages by id.</summary>
    public IReadOnlyList<PassageEntry> Passages { get; }

    /// <summary>Pages that could not be read when the index was built.</summary>
    public IReadOnlyList<Uri> Unread { get; }

    /// <summary>Opens an index; null where there is none at the path or it is not whole.</summary>
    public static WordIndex? TryOpen(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            using var connection = Open(ConnectionString(path));
            if (Rows(connection, "PRAGMA user_version", static r => r.GetInt32(0))[0] != FormatVersion)
            {
                return null;
            }
            var pages = Rows(connection, "SELECT url, title FROM pages ORDER BY id", static r => new PageEntry(r.GetString(0), r.GetString(1)));
            var passages = Rows(connection, "SELECT page, heading, text FROM passages ORDER BY id",
                static r => new PassageEntry(r.GetInt32(0), new Passage(r.GetString(1), r.GetString(2)).Key));
            return new WordIndex(path, pages, passages, Rows(connection, "SELECT url FROM unread ORDER BY url", static r => new Uri(r.GetString(0))));
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Pages that hold any of the terms, best first.</summary>
    public IReadOnlyList<Hit> Search(IReadOnlyList<string> terms)
    {
        if (terms.Count == 0)
        {
            return [];
        }
        var match = QueryTerms.ToMatchAny(terms);
        using var connection = Open(_connectionString);
        var scores = new Dictionary<int, (double Score, int Passage)>();
        const string PassageSql = "SELECT rowid, bm25(passage_words, 1, 1, 1) AS s FROM passage_words WHERE passage_words MATCH $0 ORDER BY s, rowid LIMIT $1";
        foreach (var (passage, score) in Rows(connection, PassageSql, static r => (r.GetInt32(0), -r.GetDouble(1)), match, MaxPassages))
        {
            // Rows come best first, so the first passage of a page is its best one.
            scores.TryAdd(Passages[passage].Page, (score, passage));
        }
        const string PageSql = "SELECT rowid, bm25(page_words, 2, 1) AS s FROM page_words WHERE page_words MATCH $0 ORDER BY s, rowid LIMIT $1";
        foreach (var (page, score) in Rows(connection, PageSql, static r => (r.GetInt32(0), -r.GetDouble(1)), match, MaxPages))
        {
            if (scores.TryGetValue(page, out var passage))
            {
                scores[page] = (passage.Score + score, passage.Passage);
            }
        }
        return [.. scores.OrderByDescending(s => s.Value.Score).ThenBy(s => s.Key).Select(s => new Hit(s.Key, s.Value.Passage))];
    }

    /// <summary>The passages with these ids.</summary>
    public IReadOnlyList<Passage> Read(IEnumerable<int> passageIds)
    {
        using var connection = Open(_connectionString);
        return [.. passageIds.Select(id =>
            Rows(connection, "SELECT heading, text FROM passages WHERE id = $0", static r => new Passage(r.GetString(0), r.GetString(1)), id)[0])];
    }

    /// <summary>A pooled connection would go on reading a file that was replaced.</summary>
    private static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i}", values[i]);
        }
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }
        return rows;
    }
}
