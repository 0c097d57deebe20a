using System.Text;
using CsCheck;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Storage.Exchange;
using WebQA.Storage.Tests.Feedback;

namespace WebQA.Storage.Tests.Exchange;

/// <summary>Good answers as trainers that imitate read them, and what is said of files in other shapes.</summary>
public sealed class AnswerFormatTests : IAsyncDisposable
{
    private readonly TestStore _store = new();

    public static TheoryData<string> Names => [.. AnswerFormats.All.Select(f => f.Name)];

    [Theory]
    [InlineData("chat", """{"messages":[{"role":"user","content":"Why?◼[1] T\n\nE◼"},{"role":"assistant","content":"So [1]."}]}""")]
    [InlineData("trl-sft", """{"prompt":"Why?◼[1] T\n\nE◼","completion":"So [1]."}""")]
    [InlineData("trl-unpaired", """{"prompt":"Why?◼[1] T\n\nE◼","completion":"So [1].","label":true}""")]
    public void A_good_answer_is_written_with_its_references_in_the_prompt(string name, string line) =>
        Assert.Equal(line + "\n", Write(name, [new AnsweredQuestion(new Question("q", "Why?"), new ComparedAnswer("So [1].", [new ComparedReference("T", "E")]))]));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_gives_back_question_references_answer_and_label(string name)
    {
        var format = AnswerFormats.Find(name)!;
        var text = Gen.Select(Gen.String[Gen.Char["ab \n\"\\<◾é"], 0, 20], Gen.Bool, (letters, isLong) => isLong ? letters + "😀 x" : "y" + letters);
        var any = Gen.Select(text, text, text.List[0, 3], Gen.Bool, (question, answer, extracts, isGood) => new AnsweredQuestion(
            new Question(QuestionText.IdOf(question), question, name), new ComparedAnswer(answer, [.. extracts.Select(e => new ComparedReference("A title", e))]), isGood || !format.HoldsBad));
        any.List[0, 5].Sample(answers => Assert.Equivalent(answers, Read(name, Write(name, answers)), strict: true));
    }

    [Theory]
    [InlineData("chat", "{\"messages\":[{\"role\":\"user\",\"content\":\"Why?\"}]}", "Line 1: 'messages' does not end with a message of the role 'assistant' after one that asks.")]
    [InlineData("chat", "\n{\"messages\":[{\"role\":\"user\"},{\"role\":\"assistant\",\"content\":\"So.\"}]}", "Line 2: 'messages[0].content' is missing.")]
    [InlineData("trl-sft", "{\"prompt\":\"Why?\"}", "Line 1: 'completion' is missing.")]
    [InlineData("trl-unpaired", "{\"prompt\":\"Why?\",\"completion\":\"So.\",\"label\":1}", "Line 1: 'label' is neither true nor false.")]
    public void A_file_in_another_shape_is_refused_with_its_line(string name, string file, string message) =>
        Assert.Equal(message, Assert.Throws<ExchangeFormatException>(() => Read(name, file)).Message);

    [Fact]
    public void Messages_before_the_last_are_the_question() => Assert.Equal(
        "Be brief.\n\nWhy?",
        Assert.Single(Read("chat", """{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why?"},{"role":"assistant","content":"So."}],"tools":[]}""")).Question.Text);

    [Fact]
    public async Task The_best_answer_of_each_question_is_exported_and_with_labels_every_answer_that_is_not_even()
    {
        var target = Path.Combine(_store.Folder.Root, "in.jsonl");
        await File.WriteAllTextAsync(target, """
            {"id":"1","question":"Why?","answer_a":"Best.","answer_b":"Worst.","preferred":"a","preference":2,"labeler":"x"}
            {"id":"2","question":"Why?","answer_a":"Middle.","answer_b":"Best.","preferred":"b","preference":-1,"labeler":"x"}
            {"id":"3","question":"Why?","answer_a":"Middle.","answer_b":"Worst.","preferred":"a","preference":1,"labeler":"x"}
            {"id":"4","question":"Even?","answer_a":"So.","answer_b":"No.","preferred":"tie","labeler":"x"}
            """, TestContext.Current.CancellationToken);
        await _store.Get<ProjectImport>().RunAsync(target, ComparisonFormats.Find("webqa")!, "crows", null, TestContext.Current.CancellationToken);

        var best = await _store.Get<AnswerExport>().RunAsync("crows", MadeBy.People, target, AnswerFormats.Find("trl-sft")!, TestContext.Current.CancellationToken);
        Assert.Equal("{\"prompt\":\"Why?◼\",\"completion\":\"Best.\"}\n", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        Assert.Equal(("trl-sft", 2, 4, 1, 1), (best.Format, best.Questions, best.Comparisons, best.Ties, best.Written));

        var labelled = await _store.Get<AnswerExport>().RunAsync("crows", MadeBy.People, target, AnswerFormats.Find("trl-unpaired")!, TestContext.Current.CancellationToken);
        Assert.Equal(2, labelled.Written);
        Assert.Equal([("Best.", true), ("Worst.", false)], Read("trl-unpaired", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken)).Select(a => (a.Answer.Text, a.IsGood)));
    }

    [Fact]
    public async Task Gold_and_skipped_tasks_are_counted_in_the_manifest()
    {
        await _store.Get<IFeedbackStore>().CreateProjectAsync(Tasks.Project() with { GoldShare = 1 }, TestContext.Current.CancellationToken);
        await _store.Get<IFeedbackStore>().AddTasksAsync("crows", [Tasks.Task(1), Tasks.Task(2, Preference.ABetter)], TestContext.Current.CancellationToken);
        var queue = _store.Get<ITaskQueue>();
        var gold = (await queue.ClaimAsync("crows", Tasks.Ann, TestContext.Current.CancellationToken))!;
        await queue.SubmitAsync(gold.Lease, Tasks.Rated(), TestContext.Current.CancellationToken);
        var other = (await queue.ClaimAsync("crows", Tasks.Ann, TestContext.Current.CancellationToken))!;
        await queue.SkipAsync(other.Lease, SkipRoute.Drop, "not a question", TestContext.Current.CancellationToken);

        var manifest = await _store.Get<ProjectExport>().RunAsync(
            "crows", MadeBy.People, Path.Combine(_store.Folder.Root, "out"), ComparisonFormats.Find("webqa")!, TiePolicy.Drop, TestContext.Current.CancellationToken);

        Assert.Equal((1, 1, 1), (manifest.Written, manifest.Gold, manifest.Skipped));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static string Write(string name, IEnumerable<AnsweredQuestion> answers)
    {
        using var stream = new MemoryStream();
        AnswerFormats.Find(name)!.WriteAsync(stream, answers.ToAsyncEnumerable()).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<AnsweredQuestion> Read(string name, string text) =>
        AnswerFormats.Find(name)!.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text))).ToListAsync().AsTask().GetAwaiter().GetResult();
}
