using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WebQA.TextBrowser.Search;

/// <summary>Writes a <see cref="WordIndex"/>: to a temporary file that is renamed when it is whole, so that a killed process leaves no half of one.</summary>
internal static class WordIndexBuilder
{
    private const string Schema = """
        CREATE TABLE pages(id INTEGER PRIMARY KEY, url TEXT NOT NULL, title TEXT NOT NULL);
        CREATE TABLE passages(id INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES pages(id), heading TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE unread(url TEXT NOT NULL);
        CREATE VIRTUAL TABLE page_words USING fts5(title, text, content='', tokenize='porter unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE passage_words USING fts5(title, heading, text, content='', tokenize='porter unicode61 remove_diacritics 2');
        """;

    /// <summary>Builds the index of pages at a path. Ids count from 0 in the order given.</summary>
    /// <param name="path">Where.</param>
    /// <param name="pages">Pages with text.</param>
    /// <param name="unread">Addresses of pages that could not be read.</param>
    public static void Build(string path, IReadOnlyList<IndexedPage> pages, IReadOnlyList<Uri> unread)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Write(temporary, pages, unread);
            Flush(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Write(string path, IReadOnlyList<IndexedPage> pages, IReadOnlyList<Uri> unread)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
        using var transaction = connection.BeginTransaction();
        Execute(connection, Schema);
        var passageId = 0;
        for (var id = 0; id < pages.Count; id++)
        {
            var page = pages[id];
            Execute(connection, "INSERT INTO pages VALUES($0, $1, $2)", id, page.Url, page.Title);
            Execute(connection, "INSERT INTO page_words(rowid, title, text) VALUES($0, $1, $2)", id, page.Title, WholeText(page));
            foreach (var passage in page.Passages)
            {
                Execute(connection, "INSERT INTO passages VALUES($0, $1, $2, $3)", passageId, id, passage.Heading, passage.Text);
                Execute(connection, "INSERT INTO passage_words(rowid, title, heading, text) VALUES($0, $1, $2, $3)", passageId, page.Title, passage.Heading, passage.Text);
                passageId++;
            }
        }
        foreach (var url in unread)
        {
            Execute(connection, "INSERT INTO unread VALUES($0)", url.AbsoluteUri);
        }
        transaction.Commit();
        Execute(connection, $"PRAGMA user_version={WordIndex.FormatVersion}");
    }

    /// <summary>A heading counts once, where it first appears.</summary>
    private static string WholeText(IndexedPage page) => string.Join(
        '\n', page.Passages.Select((p, i) => i > 0 && page.Passages[i - 1].Heading == p.Heading ? p.Text : $"{p.Heading}\n{p.Text}"));

    private static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), values[i]);
        }
        command.ExecuteNonQuery();
    }

    private static void Flush(string path)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
