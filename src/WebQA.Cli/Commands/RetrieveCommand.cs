using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using WebQA.Cli.Hosting;
using WebQA.Cli.Pages;
using WebQA.Cli.Retrieval;
using WebQA.Core.Browsing;
using WebQA.Evaluation.Retrieval;
using WebQA.Storage;
using WebQA.TextBrowser.Search;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa retrieve</c>: ranks the documents of a test collection by the index that environments use, as a TREC run that outside tools can score.</summary>
internal static class RetrieveCommand
{
    private const string RunName = "webqa-";

    public static Command Create(CliSession session)
    {
        var corpus = new Option<string>("--corpus")
        {
            Description = "Documents: JSON lines (id, title, text), TREC markup, or a folder with a page file for each.", HelpName = "file|folder", Required = true,
        };
        var queries = new Option<string>("--queries")
        {
            Description = "Queries: lines of id, tab, text; JSON lines (id, text); TREC markup; or SciFact's table of claims.", HelpName = "file", Required = true,
        };
        var output = new Option<string>("--out") { Description = "Where the run goes; '-' for stdout.", DefaultValueFactory = _ => "-", HelpName = "file|-" };
        var ranking = new Option<string>("--ranking") { Description = "words: BM25; vectors: the embedder; hybrid: both.", DefaultValueFactory = _ => "hybrid", HelpName = "words|vectors|hybrid" };
        var depth = NumberOption.Whole("--depth", "Documents a query.", 100, 1, 1_000);
        ranking.AcceptOnlyFromAmong("words", "vectors", "hybrid");
        var command = new Command("retrieve", "Rank the documents of a test collection for each query, as a TREC run.") { corpus, queries, output, ranking, depth };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            session,
            Reading(() => PagesOf(session, parsed.GetRequiredValue(corpus))),
            Reading(() => QueryFile.Read(Existing(parsed.GetRequiredValue(queries)))),
            parsed.GetRequiredValue(output),
            Enum.Parse<SearchRanking>(parsed.GetRequiredValue(ranking), ignoreCase: true),
            parsed.GetValue(depth),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CliSession session, CorpusPages pages, IReadOnlyList<CorpusQuery> queries, string output, SearchRanking ranking, int depth, CancellationToken cancellationToken)
    {
        // Who names a ranking has asked for its vectors, however many they are.
        var options = new LocalSearchOptions
        {
            IndexFolder = Path.Combine(session.Get<DataFolder>().Root, "index", "retrieve"), Ranking = ranking, MostPassagesUnasked = int.MaxValue,
        };
        await using var engine = new LocalSearchEngine(options, pages, session.Get<IEmbedder>(), NullLogger<LocalSearchEngine>.Instance);
        await session.Get<SearchReadiness>().WaitAsync(engine, session.Error, cancellationToken);
        await using var file = output == "-" ? null : new StreamWriter(output, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var query in queries)
        {
            var ranked = await engine.RankAsync(query.Text, depth, cancellationToken);
            await RunFile.WriteAsync(file ?? session.Out, query.Id, [.. ranked.Select(pages.IdOf)], RunName + ranking.ToString().ToLowerInvariant());
        }
        await session.Error.WriteLineAsync($"{queries.Count} queries over {pages.Urls.Count} documents.");
        return ExitCode.Done;
    }

    private static CorpusPages PagesOf(CliSession session, string corpus) =>
        Directory.Exists(corpus) ? CorpusPages.OfFolder(corpus, session.Get<PageSource>()) : CorpusPages.OfFile(Existing(corpus));

    private static string Existing(string file) => File.Exists(file) ? file : throw new UsageException($"There is no file '{file}'.");

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
