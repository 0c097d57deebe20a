using WebQA.Core.Feedback;
using WebQA.Storage.Exchange;
using WebQA.Storage.Tests.Feedback;

namespace WebQA.Storage.Tests.Exchange;

/// <summary>Files go into projects whole or not at all, and come out with nothing lost but names.</summary>
public sealed class ProjectExchangeTests : IAsyncDisposable
{
    private static readonly IComparisonFormat WebQa = ComparisonFormats.Find("webqa")!;

    private readonly TestStore _store = new();

    [Fact]
    public async Task What_was_imported_is_exported_as_it_was_and_importing_it_again_changes_nothing()
    {
        const string Lines = """
            {"id":"1","set":"s","question_id":"q1","question":"Why?","answer_a":"A [1]","references_a":[{"title":"T","text":"E"}],"source_a":"m","answer_b":"B","references_b":[],"preferred":"b","preference":-2,"justification":"because é <b>"}
            {"id":"2","set":"s","question_id":"q1","question":"Why?","answer_a":"A [1]","references_a":[{"title":"T","text":"E"}],"source_a":"m","answer_b":"B","references_b":[],"preferred":"tie","preference":0}

            """;

        var first = await ImportAsync(Lines);
        var second = await ImportAsync(Lines);
        var manifest = await ExportAsync("webqa");

        Assert.Equal(new ImportOutcome(true, 2, 2, 1), first);
        Assert.Equal(new ImportOutcome(false, 2, 0, 0), second);
        Assert.Equal(Lines, await File.ReadAllTextAsync(Target));
        Assert.Equal(("crows", "people", 0, 1, 2, 1), (manifest.Project, manifest.MadeBy, manifest.Simulated, manifest.Questions, manifest.Comparisons, manifest.Ties));
        Assert.Null(await _store.Get<ITaskQueue>().ClaimAsync("crows", Tasks.Ann));
    }

    [Fact]
    public async Task A_comparison_made_here_comes_back_with_all_its_parts_and_its_labeler_as_a_keyed_hash()
    {
        var comparisons = _store.Get<IFeedbackStore>();
        await comparisons.CreateProjectAsync(Tasks.Project());
        await comparisons.AddTasksAsync("crows", [Tasks.Task() with { A = new ComparedAnswer("😀 crow [1]", [new ComparedReference("T", "E")], "m") }]);
        var queue = _store.Get<ITaskQueue>();
        var claimed = (await queue.ClaimAsync("crows", Tasks.Ann))!;
        var side = claimed.Comparison.A.Text == "😀 crow [1]" ? AnswerSide.A : AnswerSide.B;
        await queue.SubmitAsync(claimed.Lease, Tasks.Rated() with
        {
            Claims = [new AnnotatedClaim(side, 8, 3, "[1]", "😀 crow ", "", [1], "strong", "core")],
            Trust = [new ReferenceTrust(side, 1, "neutral", "<b>old</b>")],
            IsDifficult = true,
            Work = new AnnotationWork { OpenedAt = TestStore.Noon, ActiveMilliseconds = 61_000, IdleMilliseconds = 5, UiVersion = "1" },
        });

        var manifest = await ExportAsync("webqa");
        var text = await File.ReadAllTextAsync(Target);
        var back = Assert.Single(Files.Read(WebQa, text));
        var stored = Assert.Single(await comparisons.ReadAsync("crows").ToListAsync());

        Assert.Equivalent(stored.ToComparison() with { Labeler = _store.Get<LabelerNames>().Of("ann") }, back, strict: true);
        Assert.Contains("\"start\":8,\"length\":3,\"exact\":\"[1]\"", text, StringComparison.Ordinal);
        Assert.Contains("\"start_code_points\":7,\"length_code_points\":3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"ann\"", text, StringComparison.Ordinal);
        Assert.Equal(["1"], manifest.GuidelineVersions);
        Assert.Equal(16, back.Labeler!.Length);
        await _store.Get<ProjectImport>().RunAsync(Target, WebQa, "again", null);
        Assert.Equal("imported/" + back.Labeler, Assert.Single(await comparisons.ReadAsync("again").ToListAsync()).PersonId);
    }

    [Theory]
    [InlineData("""{"id":"3"}""", "Line 2: 'question' is missing.")]
    [InlineData("""{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"b"}""",
        "Comparison 2 of the file, '1': it is there already with another content. Import this file into a project of its own, or give it another id. Nothing was imported.")]
    [InlineData("""{"id":"2","question":"Why?","answer_a":"A","answer_b":"B","preferred":"b","labeler":"ann"}""",
        "Comparison 2 of the file, '2': the same labeler has judged the same answers as '1'. Leave one of them out. Nothing was imported.")]
    [InlineData("""{"id":"2","question":"W\u0000?","answer_a":"A","answer_b":"B","preferred":"b"}""",
        "Comparison 2 of the file, '2': The question 'W??' or its id holds the character U+0000. Remove it and try again. Nothing was imported.")]
    [InlineData("""{"id":"2","question":"Why?","answer_a":"A","answer_b":"B","preferred":"b","annotation":{"rating":"b_better","claims":[{"side":"a","start":5,"length":3,"exact":"x","prefix":"","suffix":"","cited_references":[]}]}}""",
        "Comparison 2 of the file, '2': Claim 1 names characters 5 to 8 of answer A, which has 1. Nothing was imported.")]
    public async Task One_bad_line_and_nothing_is_imported_not_even_the_project(string line, string message)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => ImportAsync("""{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"a","labeler":"ann"}""" + "\n" + line));

        Assert.Equal(message, fault.Message);
        Assert.Empty(await _store.Get<IFeedbackStore>().ListProjectsAsync());
        Assert.Equal(0L, _store.Scalar("select count(*) from feedback_task"));
    }

    [Fact]
    public async Task While_a_file_is_read_others_write_and_see_nothing_of_it()
    {
        var slow = new SlowFormat();
        await File.WriteAllTextAsync(Target, """{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"a"}""" + "\n");

        var import = Task.Run(() => _store.Get<ProjectImport>().RunAsync(Target, slow, "crows", null));
        await slow.HalfRead.Task;
        // The store waits 200 ms for a lock, so this fails where the import held one.
        var saved = await _store.Get<IDraftStore>().SaveAsync("ben", new DraftKey("comparison", "t"), new DraftChange(0, "tab", 1, "typed meanwhile"));
        var seen = await _store.Get<IFeedbackStore>().ListProjectsAsync();
        slow.GoOn.SetResult();

        Assert.Equal((true, 0), (saved.IsSaved, seen.Count));
        Assert.Equal(new ImportOutcome(true, 1, 1, 1), await import);
    }

    [Fact]
    public async Task A_project_that_is_made_while_its_file_is_read_is_not_mixed_with_it()
    {
        var slow = new SlowFormat();
        await File.WriteAllTextAsync(Target, """{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"a"}""" + "\n");

        var import = Task.Run(() => _store.Get<ProjectImport>().RunAsync(Target, slow, "crows", null));
        await slow.HalfRead.Task;
        await _store.Get<IFeedbackStore>().CreateProjectAsync(Tasks.Project(overlap: 3));
        slow.GoOn.SetResult();

        Assert.Equal(
            "The project 'crows' was made or changed while the file was read. Nothing was imported; import it again.",
            await Tasks.RefusalAsync(FeedbackRefusal.Conflict, () => import));
        Assert.Equal(0L, _store.Scalar("select count(*) from feedback_task"));
    }

    [Fact]
    public async Task Tasks_and_the_project_they_are_the_first_of_are_made_together_or_not_at_all()
    {
        var bad = Tasks.Task(2) with { Question = new WebQA.Core.Questions.Question("q", "W\0?") };
        var projects = _store.Get<IFeedbackStore>();

        await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => projects.AddTasksAsync(Tasks.Project(), [Tasks.Task(1), bad]));
        Assert.Empty(await projects.ListProjectsAsync());

        Assert.Equal(2, await projects.AddTasksAsync(Tasks.Project(), [Tasks.Task(1), Tasks.Task(2)]));
        Assert.Equal(1, await projects.AddTasksAsync(Tasks.Project(), [Tasks.Task(2), Tasks.Task(3)]));
        Assert.Equal(3, Assert.Single(await projects.ListProjectsAsync()).Tasks);
    }

    [Fact]
    public async Task A_second_file_adds_to_a_project_what_is_new_in_it_and_takes_the_places_of_its_tasks()
    {
        await ImportAsync("""{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"a","labeler":"ann"}""" + "\n");

        var second = await ImportAsync("""
            {"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"a","labeler":"ann"}
            {"id":"2","question":"Why?","answer_a":"A","answer_b":"B","preferred":"tie","labeler":"ben"}
            {"id":"3","question":"How?","answer_a":"A","answer_b":"B","preferred":"b","labeler":"ann"}
            """);

        Assert.Equal(new ImportOutcome(false, 3, 2, 1), second);
        Assert.Equal("2 1", _store.Scalar("select group_concat(taken, ' ') from (select taken from feedback_task order by number)"));
        Assert.Equal(0L, _store.Scalar("select count(*) from sqlite_temp_master"));
    }

    [Fact]
    public async Task An_annotation_in_another_shape_is_refused_with_its_line() => Assert.StartsWith(
        "Line 1: 'annotation' is not what this form holds there (",
        (await Assert.ThrowsAsync<ExchangeFormatException>(() => ImportAsync(
            """{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"a","annotation":{"rating":"a_better","claims":null}}"""))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_same_person_has_the_same_name_in_every_export_and_another_elsewhere()
    {
        await using var elsewhere = new TestStore();

        var name = _store.Get<LabelerNames>().Of("ann");

        Assert.Equal(name, new LabelerNames(_store.Folder).Of("ann"));
        Assert.NotEqual(name, _store.Get<LabelerNames>().Of("ben"));
        Assert.NotEqual(name, elsewhere.Get<LabelerNames>().Of("ann"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_store.Folder.Keys, "labeler-names.key")));
        }
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private string Target => Path.Combine(_store.Folder.Root, "out.jsonl");

    private async Task<ImportOutcome> ImportAsync(string text)
    {
        var source = Path.Combine(_store.Folder.Root, "in.jsonl");
        await File.WriteAllTextAsync(source, text);
        return await _store.Get<ProjectImport>().RunAsync(source, WebQa, "crows", null);
    }

    private Task<ExportManifest> ExportAsync(string form) =>
        _store.Get<ProjectExport>().RunAsync("crows", MadeBy.People, Target, ComparisonFormats.Find(form)!, TiePolicy.Drop);

    /// <summary>Our own form, which stops after the first comparison until it is let go on.</summary>
    private sealed class SlowFormat : IComparisonFormat
    {
        public TaskCompletionSource HalfRead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "slow";

        public string Description => "Slow.";

        public bool HoldsTies => true;

        public async IAsyncEnumerable<Comparison> ReadAsync(Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var comparison in WebQa.ReadAsync(stream, cancellationToken))
            {
                yield return comparison;
                HalfRead.SetResult();
                await GoOn.Task.WaitAsync(cancellationToken);
            }
        }

        public Task WriteAsync(Stream stream, IAsyncEnumerable<Comparison> comparisons, CancellationToken cancellationToken = default) => WebQa.WriteAsync(stream, comparisons, cancellationToken);
    }
}
