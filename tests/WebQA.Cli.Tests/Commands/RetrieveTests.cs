using WebQA.Cli.Hosting;

namespace WebQA.Cli.Tests.Commands;

public sealed class RetrieveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-retrieve-");

    public RetrieveTests()
    {
        Write("corpus.jsonl", """
            {"id": "crows", "title": "Crows", "text": "Crows leave gifts for people who feed them."}
            {"id": "10.1/tide", "title": "Tides", "text": "The moon pulls the sea, and the tide rises."}
            {"id": "granite", "title": "Granite", "text": "Magma cools slowly deep in the crust."}
            """);
        Write("queries.tsv", "q1\twhy do crows leave gifts\nq2\tmoon and tide\n");
        Write("qrels.txt", "q1 0 crows 1\nq2 0 10.1/tide 1\nq2 0 granite 1\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Documents_are_ranked_by_words_as_a_TREC_run_and_the_run_is_scored()
    {
        var run = await RunAsync("retrieve", "--corpus", Of("corpus.jsonl"), "--queries", Of("queries.tsv"), "--ranking", "words", "--out", Of("run.trec"));
        var eval = await RunAsync("eval", "retrieval", "--judgements", Of("qrels.txt"), "--run", Of("run.trec"), "--baseline", Of("run.trec"));

        Assert.Equal((ExitCode.Done, "2 queries over 3 documents.\n"), (run.ExitCode, run.Error));
        Assert.Equal("q1 Q0 crows 1 1 webqa-words\nq2 Q0 10.1/tide 1 1 webqa-words\n", await File.ReadAllTextAsync(Of("run.trec"), TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Done, eval.ExitCode);
        Assert.StartsWith("queries     2\nnDCG@10     0.807 [0.613, 1.000]\nMRR@10      1.000 [1.000, 1.000]\nrecall@100  0.750 [0.500, 1.000]\nnDCG@10 above the baseline  +0.000", eval.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_pages_is_a_corpus_whose_ids_are_file_names()
    {
        Write("pages/CACM-1.html", "<html><title>Crows</title><body><p>Crows leave gifts for people.</p></body></html>");
        Write("pages/CACM-2.txt", "The moon pulls the sea, and the tide rises.");

        var run = await RunAsync("retrieve", "--corpus", Of("pages"), "--queries", Of("queries.tsv"), "--ranking", "words", "--depth", "1");

        Assert.Equal("q1 Q0 CACM-1 1 1 webqa-words\nq2 Q0 CACM-2 1 1 webqa-words\n", run.Out);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named()
    {
        var missing = await RunAsync("retrieve", "--corpus", Of("nowhere"), "--queries", Of("queries.tsv"));
        var damaged = await RunAsync("retrieve", "--corpus", Of("queries.tsv"), "--queries", Of("queries.tsv"));
        var noRun = await RunAsync("eval", "retrieval", "--judgements", Of("qrels.txt"), "--run", Of("none.trec"));

        Assert.Equal((ExitCode.Usage, $"There is no file '{Of("nowhere")}'.\n"), (missing.ExitCode, missing.Error));
        Assert.Equal(ExitCode.Usage, damaged.ExitCode);
        Assert.StartsWith($"Line 1 of '{Of("queries.tsv")}' is not a JSON object", damaged.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Usage, $"There is no file '{Of("none.trec")}'.\n"), (noRun.ExitCode, noRun.Error));
    }

    private Task<CliRun> RunAsync(params string[] args) => CliRun.InAsync(Path.Combine(_folder.FullName, "data"), args);

    private string Of(string file) => Path.Combine(_folder.FullName, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Of(file))!);
        File.WriteAllText(Of(file), text);
    }
}
