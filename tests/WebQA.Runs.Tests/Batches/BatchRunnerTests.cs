using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Runs.Answers;
using WebQA.Runs.Batches;
using WebQA.Runs.Tests.Hosting;

namespace WebQA.Runs.Tests.Batches;

public sealed class BatchRunnerTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("webqa-batch-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Questions(params string[] lines)
    {
        var path = Path.Combine(_root, "questions.jsonl");
        File.WriteAllLines(path, lines.Length > 0 ? lines : ["""{"id": "b", "question": "Why b?", "kind": "first"}""", "", """{"id": "a", "text": "Why a?"}""", """{"id": "c", "question": "Why c?"}"""]);
        return path;
    }

    private BatchRequest Request(string folder = "out", int n = 2) => new() { Questions = Questions(), Output = Path.Combine(_root, folder), N = n, Seed = 11 };

    private byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(_root, folder, file));

    private static TestHost Host(TimeSpan pause = default, Action<IServiceCollection>? services = null) => new(hostedBy: HostedBy.Command, pause: pause, services: services);

    [Fact]
    public async Task Lines_follow_the_questions_then_the_samples_and_keep_to_the_schema()
    {
        await using var test = Host();

        var result = await test.Get<BatchRunner>().RunAsync(Request());

        var lines = File.ReadAllLines(Path.Combine(_root, "out", "answers.jsonl"));
        Assert.Equal(["b", "b", "a", "a", "c", "c"], lines.Select(line => AnswerDocument.FromJson(line).Question.Id));
        Assert.Equal(SampleIds.EpisodeId(11, "a", 1), AnswerDocument.FromJson(lines[3]).Episode);
        Assert.Equal(SampleIds.Seed(11, "a", 1), AnswerDocument.FromJson(lines[3]).Seed);
        Assert.All(lines, line => Contracts.Validate("answer.schema.json", line));
        Assert.Equal((6, 6), (result.Lines, result.Outcomes["answered"]));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_also_in_one_store_and_in_another_order()
    {
        await using var test = Host();
        await test.Get<BatchRunner>().RunAsync(Request("one") with { Parallel = 1 });
        await test.Get<BatchRunner>().RunAsync(Request("two") with { Parallel = 6 });

        Assert.Equal(Bytes("one", "answers.jsonl"), Bytes("two", "answers.jsonl"));
        Assert.Equal(Bytes("one", "metrics.json"), Bytes("two", "metrics.json"));
        Assert.Equal(Bytes("one", "options.json"), Bytes("two", "options.json"));
        Assert.NotEqual(Bytes("one", "timings.json"), Bytes("two", "timings.json"));
    }

    [Fact]
    public async Task Every_file_of_the_folder_keeps_to_its_schema()
    {
        await using var test = Host();
        await test.Get<BatchRunner>().RunAsync(Request());

        foreach (var name in (string[])["options", "manifest", "metrics", "timings"])
        {
            var json = File.ReadAllText(Path.Combine(_root, "out", $"{name}.json"));
            Contracts.Validate($"run-{name}.schema.json", json);
            Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        }
        Contracts.MatchGolden("run-options.json", File.ReadAllText(Path.Combine(_root, "out", "options.json")));
        Contracts.MatchGolden("run-metrics.json", File.ReadAllText(Path.Combine(_root, "out", "metrics.json")));
        Assert.Equal(["answers.jsonl", "manifest.json", "metrics.json", "options.json", "timings.json"], Directory.GetFiles(Path.Combine(_root, "out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_seed_gives_other_episodes()
    {
        await using var test = Host();
        await test.Get<BatchRunner>().RunAsync(Request("one"));
        await test.Get<BatchRunner>().RunAsync(Request("two") with { Seed = 12 });

        Assert.NotEqual(Bytes("one", "answers.jsonl"), Bytes("two", "answers.jsonl"));
    }

    [Fact]
    public async Task A_run_that_was_interrupted_goes_on_and_ends_with_the_same_bytes()
    {
        await using var test = Host(pause: TimeSpan.FromMilliseconds(10));
        await test.Get<BatchRunner>().RunAsync(Request("whole"));
        using var interrupt = new CancellationTokenSource();
        var cut = new Watcher(progress =>
        {
            if (progress.Done == 2)
            {
                interrupt.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Get<BatchRunner>().RunAsync(Request("cut") with { Parallel = 2 }, cut, cancellationToken: interrupt.Token));
        var kept = File.ReadAllLines(Path.Combine(_root, "cut", "answers.jsonl"));
        await File.AppendAllTextAsync(Path.Combine(_root, "cut", "answers.jsonl"), "{\"half\": ");
        var again = new Watcher(_ => { });
        await test.Get<BatchRunner>().RunAsync(Request("cut"), again);

        Assert.InRange(kept.Length, 2, 5);
        Assert.Equal(kept.Length, again.Seen[0].Done);
        Assert.Equal(Bytes("whole", "answers.jsonl"), Bytes("cut", "answers.jsonl"));
        Assert.Equal(Bytes("whole", "metrics.json"), Bytes("cut", "metrics.json"));
        var timings = JsonNode.Parse(Bytes("cut", "timings.json"))!["episodes"]!.AsArray();
        Assert.Equal(6, timings.Count);
    }

    [Fact]
    public async Task A_run_whose_process_was_just_killed_waits_for_its_lease_to_run_out()
    {
        await using var test = Host();
        Directory.CreateDirectory(Path.Combine(_root, "out"));
        await File.WriteAllTextAsync(Path.Combine(_root, "out", "timings.json"), """{"schema": "webqa.run-timings/1", "run": "run1", "episodes": []}""");
        var killed = new EpisodeSetup
        {
            Id = SampleIds.StoredId("run1", SampleIds.EpisodeId(11, "b", 0)), Question = new Question("b", "Why b?"), Environment = "scripted-web", Policy = "scripted", Seed = 3, RunId = "run1",
        };
        await test.Store.CreateAsync(killed, "a process that is gone", HostedBy.Command);

        var result = await test.Get<BatchRunner>().RunAsync(Request());

        Assert.Equal(6, result.Lines);
        Assert.Equal(3, AnswerDocument.FromJson(File.ReadLines(Path.Combine(_root, "out", "answers.jsonl")).First()).Seed);
    }

    [Fact]
    public async Task A_finished_run_is_left_as_it_is()
    {
        await using var test = Host();
        await test.Get<BatchRunner>().RunAsync(Request());
        var before = Bytes("out", "answers.jsonl");

        await using var other = Host();
        var result = await other.Get<BatchRunner>().RunAsync(Request());

        Assert.Equal(before, Bytes("out", "answers.jsonl"));
        Assert.Equal(6, result.Lines);
        Assert.Empty(await other.Store.ListAsync(new EpisodeQuery()));
    }

    [Fact]
    public async Task A_folder_with_other_options_is_refused()
    {
        await using var test = Host();
        await test.Get<BatchRunner>().RunAsync(Request());

        var refused = await Assert.ThrowsAsync<BatchException>(() => test.Get<BatchRunner>().RunAsync(Request() with { Seed = 12 }));

        Assert.Equal(
            $"The folder {Path.Combine(_root, "out")} holds a run with other options (\"seed\": 11). Give the same options to go on with it, or name another folder.", refused.Message);
    }

    [Fact]
    public async Task A_folder_that_another_run_works_in_is_refused()
    {
        await using var test = Host(pause: TimeSpan.FromMilliseconds(200));
        using var stop = new CancellationTokenSource();
        var first = test.Get<BatchRunner>().RunAsync(Request(), cancellationToken: stop.Token);
        await Task.Delay(200);

        var refused = await Assert.ThrowsAsync<BatchException>(() => test.Get<BatchRunner>().RunAsync(Request()));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.StartsWith($"The folder {Path.Combine(_root, "out")} cannot be used: ", refused.Message);
    }

    [Fact]
    public async Task Faulty_questions_are_named_by_their_lines_and_nothing_is_started()
    {
        await using var test = Host();
        var request = Request() with
        {
            Questions = Questions("""{"id": "a", "question": "Why?"}""", "no json", "[]", """{"id": "b"}""", """{"id": "a", "question": "Why not?"}""", """{"id": "c", "question": " "}""", """{"id": 4, "question": "Why?"}"""),
        };

        var refused = await Assert.ThrowsAsync<QuestionFileException>(() => test.Get<BatchRunner>().RunAsync(request));

        var lines = refused.Message.Split('\n');
        Assert.Equal($"The questions {request.Questions} cannot be run; nothing was started.", lines[0]);
        Assert.StartsWith("line 2: 'no json' is an invalid JSON literal.", lines[1]);
        Assert.Equal(
            [
                "line 3: it is not a JSON object.",
                "line 4: it has neither 'question' nor 'text'.",
                "line 5: the id 'a' is that of line 1 already.",
                "line 6: The question is empty. Type what you want to know, for example: Why do crows bring people gifts?",
                "line 7: 'id' must be a text that is not empty.",
            ],
            lines[2..]);
        Assert.False(Directory.Exists(request.Output));
    }

    [Fact]
    public async Task A_question_without_an_id_gets_that_of_its_text()
    {
        await using var test = Host();
        await test.Get<BatchRunner>().RunAsync(Request(n: 1) with { Questions = Questions("""{"question": "Why?"}""") });

        Assert.Equal(QuestionText.Parse("Why?").Id, AnswerDocument.FromJson(File.ReadAllText(Path.Combine(_root, "out", "answers.jsonl"))).Question.Id);
    }

    [Fact]
    public async Task Unknown_names_and_missing_files_are_refused_before_anything_is_made()
    {
        await using var test = Host();

        await Assert.ThrowsAsync<UnknownNameException>(() => test.Get<BatchRunner>().RunAsync(Request() with { Environment = "moon" }));
        await Assert.ThrowsAsync<UnknownNameException>(() => test.Get<BatchRunner>().RunAsync(Request() with { Policy = "oracle" }));
        var missing = await Assert.ThrowsAsync<QuestionFileException>(() => test.Get<BatchRunner>().RunAsync(Request() with { Questions = "/nowhere.jsonl" }));

        Assert.StartsWith("The questions /nowhere.jsonl cannot be read: ", missing.Message);
        Assert.False(Directory.Exists(Path.Combine(_root, "out")));
    }

    [Fact]
    public async Task A_closed_gate_holds_new_episodes_back_until_it_opens()
    {
        await using var test = Host();
        var gate = new PauseGate();
        gate.Pause();
        var run = test.Get<BatchRunner>().RunAsync(Request(), gate: gate);
        await Task.Delay(200);
        Assert.False(run.IsCompleted);
        Assert.Equal(0, test.Host.HeldCount);

        gate.Resume();

        Assert.Equal(6, (await run).Lines);
    }

    [Fact]
    public async Task Registered_metrics_see_every_line_and_stand_under_their_name()
    {
        await using var test = Host(services: s => s.AddSingleton<IRunMetrics>(new QuoteCount()));

        await test.Get<BatchRunner>().RunAsync(Request());

        var metrics = JsonNode.Parse(Bytes("out", "metrics.json"))!;
        Assert.Equal(6, metrics["counts"]!["outcomes"]!["answered"]!.GetValue<int>());
        Assert.Equal(metrics["counts"]!["references"]!.GetValue<int>(), metrics["quotes"]!["count"]!.GetValue<int>());
        Assert.Equal("first", metrics["quotes"]!["kind"]!.GetValue<string>());
    }

    private sealed class QuoteCount : IRunMetrics
    {
        public string Name => "quotes";

        public async Task<JsonNode?> MeasureAsync(IReadOnlyList<RunQuestion> questions, IAsyncEnumerable<AnswerDocument> answers, CancellationToken cancellationToken = default)
        {
            var count = 0;
            await foreach (var answer in answers)
            {
                count += answer.References.Count;
            }
            return new JsonObject { ["count"] = count, ["kind"] = questions[0].Record["kind"]!.GetValue<string>() };
        }
    }

    private sealed class Watcher(Action<BatchProgress> report) : IProgress<BatchProgress>
    {
        public List<BatchProgress> Seen { get; } = [];

        public void Report(BatchProgress value)
        {
            Seen.Add(value);
            report(value);
        }
    }
}
