using WebQA.Evaluation.Retrieval;

namespace WebQA.Evaluation.Tests.Retrieval;

public sealed class CollectionFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-collection-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Documents_stand_in_JSON_lines() => Assert.Equal(
        [new CorpusDocument("1", "Crows", "They leave gifts."), new CorpusDocument("x2", "", "The tide rises.")],
        CorpusFile.Read(Write("{\"_id\": \"1\", \"title\": \"Crows\", \"text\": \"They leave gifts.\"}\n\n{\"id\": \"x2\", \"text\": \"The tide rises.\"}\n")));

    [Fact]
    public void Documents_stand_in_TREC_markup() => Assert.Equal(
        [new CorpusDocument("7", "heat & flow", "a body of\ntext < more ."), new CorpusDocument("CACM-8", "", "No fields here.")],
        CorpusFile.Read(Write(
            "<xml>\n<doc>\n<docno> 7 </docno>\n<title>heat &amp; flow</title>\n<author>x</author><text>a body of\ntext &lt; more .</text>\n</doc>\n<DOC><DOCNO>CACM-8</DOCNO>\nNo fields here.\n</DOC></xml>")));

    [Fact]
    public void Queries_stand_in_tabbed_lines_JSON_lines_and_TREC_markup()
    {
        CorpusQuery[] expected = [new("1", "what is heat"), new("2", "why")];

        Assert.Equal(expected, QueryFile.Read(Write("1\twhat is  heat\n2\twhy\n")));
        Assert.Equal(expected, QueryFile.Read(Write("{\"id\": 1, \"text\": \"what is heat\"}\n{\"_id\": \"2\", \"text\": \"why\"}\n")));
        Assert.Equal(expected, QueryFile.Read(Write("<xml><top><num> 1</num>\n<title>\nwhat is\nheat</title></top><top><num>2</num> why </top></xml>")));
        Assert.Equal(expected, QueryFile.Read(Write("<DOC>\n<DOCNO> 1 </DOCNO>\n what is heat\n</DOC>\n<DOC>\n<DOCNO> 2 </DOCNO>\nwhy\n</DOC>")));
    }

    [Fact]
    public void A_table_of_claims_is_queries_and_judgements()
    {
        var file = Write(
            "id,claim,evidence_doc_id,evidence_label,evidence_sentences,cited_doc_ids\n"
            + "3,\"Mice, \"\"small\"\" ones, sleep.\",11,SUPPORT,[1],\"[11, 12]\"\n3,\"Mice, \"\"small\"\" ones, sleep.\",12,SUPPORT,[2],[ 11 12]\n4,Rats dream.,,,[],[13]\n");

        Assert.Equal([new CorpusQuery("3", "Mice, \"small\" ones, sleep."), new CorpusQuery("4", "Rats dream.")], QueryFile.Read(file));
        Assert.Equal(["11", "12"], Judgements.Read(file)["3"].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_judgement_above_0_is_relevant_and_others_are_not()
    {
        var relevant = Judgements.Read(Write("1 0 184 1\n1 Q0 29 0\n1 0 31 -1\n2 0 5 3\n3 0 6 0\n"));

        Assert.Equal(["1", "2"], relevant.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["184"], relevant["1"]);
    }

    [Fact]
    public async Task A_run_is_read_as_it_was_written()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        await RunFile.WriteAsync(writer, "q1", ["d2", "d1"], "webqa-words");

        Assert.Equal("q1 Q0 d2 1 2 webqa-words\nq1 Q0 d1 2 1 webqa-words\n", writer.ToString());
        Assert.Equal(["d2", "d1"], RunFile.Read(Write(writer.ToString()))["q1"]);
    }

    [Theory]
    [InlineData("nonsense", "Line 1 of '*' is not a JSON object: *")]
    [InlineData("{\"text\": \"x\"}", "Line 1 of '*' is not a JSON object with an 'id' or '_id' without spaces.")]
    [InlineData("", "'*' holds no document. It takes JSON lines with id, title and text, or TREC markup with <doc> and <docno>.")]
    [InlineData("{\"id\": 1}\n{\"id\": \"1\"}", "'*' holds 2 documents of id '1'. Ids must differ, since judgements name documents by them.")]
    public void A_damaged_file_of_documents_is_named_with_its_line(string text, string message)
    {
        var e = Assert.Throws<InvalidDataException>(() => CorpusFile.Read(Write(text)));

        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", ".*", StringComparison.Ordinal)}$", e.Message.ReplaceLineEndings(" "));
    }

    [Fact]
    public void Damaged_queries_judgements_and_runs_are_named_with_their_lines()
    {
        Assert.EndsWith("is not a query: it takes an id without spaces, a tab, and the text.", Fault(QueryFile.Read, "1 no tab"), StringComparison.Ordinal);
        Assert.EndsWith("holds no query. It takes lines of id, tab and text, JSON lines with id and text, or TREC markup with <top> and <num>.", Fault(QueryFile.Read, ""), StringComparison.Ordinal);
        Assert.EndsWith("is not a judgement: it takes query, 0, document and a whole grade, separated by spaces.", Fault(Judgements.Read, "1 0 x"), StringComparison.Ordinal);
        Assert.EndsWith("judges no document to be relevant.", Fault(Judgements.Read, "1 0 x 0"), StringComparison.Ordinal);
        Assert.EndsWith("is not a line of a run: it takes query, Q0, document, rank, score and name, separated by spaces.", Fault(RunFile.Read, "1 Q0 x 1 high me"), StringComparison.Ordinal);
    }

    private string Fault<T>(Func<string, T> read, string text) => Assert.Throws<InvalidDataException>(() => read(Write(text))).Message;

    private string Write(string text)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.txt");
        File.WriteAllText(path, text);
        return path;
    }
}
