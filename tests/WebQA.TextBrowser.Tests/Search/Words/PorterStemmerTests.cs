using Microsoft.Data.Sqlite;
using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Tests.Search.Words;

public class PorterStemmerTests
{
    [Theory] // Examples of the article.
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflat")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("sky", "sky")]
    [InlineData("relational", "relat")]
    [InlineData("digitizer", "digit")]
    [InlineData("operator", "oper")]
    [InlineData("triplicate", "triplic")]
    [InlineData("goodness", "good")]
    [InlineData("revival", "reviv")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("probate", "probat")]
    [InlineData("rate", "rate")]
    [InlineData("controll", "control")]
    [InlineData("at", "at")]
    public void Words_lose_their_endings(string word, string stem) => Assert.Equal(stem, Stem(word));

    /// <summary>SQLite has the same stemmer in C, written by other people.</summary>
    [Fact]
    public void Every_word_of_the_mini_web_has_the_stem_that_SQLite_gives_it()
    {
        var words = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "environments", "mini-web", "questions.jsonl"))
            .Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "environments", "mini-web", "web"), "*.html", SearchOption.AllDirectories).Take(60).Select(File.ReadAllText))
            .SelectMany(t => t.ToLowerInvariant().Split([.. t.Where(c => !char.IsAsciiLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.All(char.IsAsciiLetterLower) && w.Length <= TermScanner.MaxLength).Distinct().Order(StringComparer.Ordinal).ToArray();
        var expected = StemsOfSqlite(words);

        Assert.InRange(words.Length, 3_000, 50_000);
        Assert.Equal([], words.Where(w => Stem(w) != expected[w]).Select(w => $"{w}: {Stem(w)}, SQLite {expected[w]}"));
    }

    private static string Stem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, PorterStemmer.Stem(letters));
    }

    private static Dictionary<string, string> StemsOfSqlite(string[] words)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE t USING fts5(w, tokenize='porter ascii'); CREATE VIRTUAL TABLE v USING fts5vocab(t, instance);";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO t(rowid, w) VALUES($id, $word)";
        var (id, text) = (command.Parameters.Add("$id", SqliteType.Integer), command.Parameters.Add("$word", SqliteType.Text));
        using var transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        for (var i = 0; i < words.Length; i++)
        {
            (id.Value, text.Value) = (i, words[i]);
            command.ExecuteNonQuery();
        }
        transaction.Commit();
        using var query = connection.CreateCommand();
        query.CommandText = "SELECT doc, term FROM v";
        using var reader = query.ExecuteReader();
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            stems[words[reader.GetInt32(0)]] = reader.GetString(1);
        }
        return stems;
    }
}
