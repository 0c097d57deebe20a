using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Tests.Exchange;

/// <summary>The shapes other programs read and write, byte for byte, and what is said of files in other shapes.</summary>
public sealed class FormatTests
{
    private static readonly ComparedReference Crow = new("Crows (crows.example)", "Crows bring gifts.");

    private static readonly Comparison Decided = new(
        "c1", new Question("q1", "Do crows bring gifts?", "eli5"), new ComparedAnswer("Yes [1].", [Crow]), new ComparedAnswer("No.", [Crow]), Preference.AMuchBetter);

    [Fact]
    public void Webgpt_comparisons_are_written_as_published() => Assert.Equal(
        """[{"question":{"dataset":"eli5","id":"q1","full_text":"Do crows bring gifts?"},"quotes":{"title":["Crows (crows.example)"],"extract":["Crows bring gifts."]},"answer":"Yes [1].","tokens":{"prefix":[],"completion":[]},"score":1},{"question":{"dataset":"eli5","id":"q1","full_text":"Do crows bring gifts?"},"quotes":{"title":["Crows (crows.example)"],"extract":["Crows bring gifts."]},"answer":"No.","tokens":{"prefix":[],"completion":[]},"score":-1}]""" + "\n",
        Files.Write(ComparisonFormats.Find("webgpt")!, [Decided]));

    [Fact]
    public void Shared_references_stand_in_the_prompt_of_a_preference_trainer() => Assert.Equal(
        """{"prompt":"Do crows bring gifts?◼[1] Crows (crows.example)\n\nCrows bring gifts.◼","chosen":"Yes [1].","rejected":"No."}""" + "\n",
        Files.Write(ComparisonFormats.Find("trl")!, [Decided]));

    [Fact]
    public void Where_references_differ_each_completion_begins_with_its_own() => Assert.Equal(
        """{"prompt":"Do crows bring gifts?◼","chosen":"[1] Crows (crows.example)\n\nCrows bring gifts.◼Yes [1].","rejected":"No."}""" + "\n",
        Files.Write(ComparisonFormats.Find("trl")!, [Decided with { B = new ComparedAnswer("No.", []) }]));

    [Fact]
    public void OpenAI_preferences_have_one_message_a_reply() => Assert.Equal(
        """{"input":{"messages":[{"role":"user","content":"Do crows bring gifts?◼[1] Crows (crows.example)\n\nCrows bring gifts.◼"}],"tools":[],"parallel_tool_calls":true},"preferred_output":[{"role":"assistant","content":"Yes [1]."}],"non_preferred_output":[{"role":"assistant","content":"No."}]}""" + "\n",
        Files.Write(ComparisonFormats.Find("openai")!, [Decided]));

    [Fact]
    public void Quotes_as_a_list_of_both_and_a_question_as_text_are_read_too()
    {
        var read = Assert.Single(Files.Read("webgpt-flat", """{"question":"Why?","quotes_0":[{"title":"T","extract":"E"}],"answer_0":"A","tokens_0":{},"score_0":-0.5,"quotes_1":{"title":[],"extract":[]},"answer_1":"B","tokens_1":{},"score_1":0.5}"""));

        Assert.Equal(("Why?", Preference.BBetter), (read.Question.Text, read.Preference));
        Assert.Equal([new ComparedReference("T", "E")], read.A.References);
    }

    [Fact]
    public void Messages_are_read_where_texts_are_written()
    {
        var read = Assert.Single(Files.Read("trl", """{"prompt":[{"role":"user","content":"Why?"}],"chosen":[{"role":"assistant","content":"So."}],"rejected":[{"role":"assistant","content":"No."}]}"""));

        Assert.Equal(("Why?", "So.", "No."), (read.Question.Text, read.A.Text, read.B.Text));
    }

    [Fact]
    public void Label_studio_annotations_become_a_comparison_each_and_cancelled_ones_none()
    {
        var read = Files.Read("label-studio", """
            [{"id":7,"data":{"question":"Why?","left":"So.","right":"No."},"annotations":[
              {"completed_by":3,"was_cancelled":false,"result":[{"type":"pairwise","value":{"selected":"right"}}]},
              {"completed_by":4,"was_cancelled":true,"result":[]},
              {"completed_by":5,"was_cancelled":false,"result":[{"type":"choices","value":{"choices":["Equally good"]}}]}]}]
            """);

        Assert.Equal([("label-studio-1#1", "3", Preference.BBetter), ("label-studio-1#2", "5", Preference.EquallyGood)], read.Select(c => (c.Id, c.Labeler, c.Preference)));
    }

    [Theory]
    [InlineData("webqa", "{\"id\":\"1\"}", "Line 1: 'question' is missing.")]
    [InlineData("webqa", "\n{\"id\":1,\"question\":\"Why?\"}", "Line 2: 'id' is not a text.")]
    [InlineData("webqa", "{\"id\":\"1\",\"question\":\"Why?\",\"answer_a\":\"\",\"answer_b\":\"\",\"preferred\":\"left\"}", "Line 1: 'preferred' is 'left', not one of 'a', 'b', 'tie'.")]
    [InlineData("webqa", "[]", "Line 1: the line is not an object.")]
    [InlineData("webgpt", "[{}]", "Line 1: the line has no element 1.")]
    [InlineData("webgpt", "[{\"score\":1},{\"score\":1}]", "Line 1: the scores 1 and 1 are not opposite numbers from -1 to 1.")]
    [InlineData("trl-implicit", "{\"chosen\":\"x\",\"rejected\":\"y\"}", "Line 1: the question cannot be told from the answer: a text without a prompt needs ◼ (U+25FC) between question, quotes and answer.")]
    [InlineData("trl", "{\"prompt\":\"\",\"chosen\":\"q◼a\",\"rejected\":\"p◼b\"}", "Line 1: the chosen and the rejected text answer different questions.")]
    [InlineData("label-studio", "[{\"data\":{\"question\":\"Why?\",\"left\":\"\",\"right\":\"\"},\"annotations\":[{\"result\":[]}]}]", "Line 1: the annotation holds neither a 'choices' nor a 'pairwise' result.")]
    [InlineData("hh-rlhf", "{\"chosen\":\"a\",\"rejected\":\"b\"}", "Line 1: the transcripts share no beginning that ends with an empty line and 'Assistant:'.")]
    [InlineData("argilla", "[{\"fields\":{\"question\":\"Why?\",\"a\":\"\"}}]", "Line 1: 'fields.b' is missing.")]
    [InlineData("argilla", "[{\"fields\":{\"question\":\"Why?\",\"a\":\"\",\"b\":\"\"},\"responses\":{\"preference\":[{\"value\":\"good\"}]}}]",
        "Line 1: the choice 'good' is not one of 'B much better', 'B better', 'Equally good', 'A better', 'A much better'.")]
    [InlineData("argilla", "{\"id\":1}", "Line 1: this is not a JSON list of records, as Argilla exports it.")]
    [InlineData("label-studio", "{}", "Line 1: this is not a JSON list of tasks, as Label Studio exports it.")]
    public void A_file_in_another_shape_is_refused_with_its_line(string format, string file, string message) =>
        Assert.Equal(message, Assert.Throws<ExchangeFormatException>(() => Files.Read(format, file)).Message);

    [Fact]
    public void Argilla_responses_become_a_comparison_each_with_their_user_and_drafts_none()
    {
        var read = Files.Read("argilla", """
            [{"id":"r1","fields":{"question":"Why?","a":"So.","b":"No."},"metadata":null,"suggestions":{},"vectors":{},"responses":{
              "preference":[{"value":[{"value":"a","rank":1},{"value":"b","rank":1}],"user_id":"u1"},{"value":"B much better","user_id":"u2","status":"submitted"},{"value":"A better","user_id":"u3","status":"draft"}],
              "justification":[{"value":"because","user_id":"u2"}]}}]
            """);

        Assert.Equal([("r1#1", "u1", Preference.EquallyGood, null), ("r1#2", "u2", Preference.BMuchBetter, "because")], read.Select(c => (c.Id, c.Labeler, c.Preference, c.Justification)));
    }

    [Fact]
    public void A_file_that_is_not_parquet_is_refused() => Assert.StartsWith(
        "Line 1: this is not a Parquet file (", Assert.Throws<ExchangeFormatException>(() => Files.Read("parquet", "{\"id\":\"1\"}\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_huge_item_of_a_list_is_refused_before_it_fills_the_memory() => Assert.Equal(
        "Line 2: the item has more than 100000 bytes, which is more than two answers with their references can need. Is it the right file?",
        Assert.Throws<ExchangeFormatException>(() => BoundedItems.ReadAsync(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"[{{}},{{\"x\":\"{new string('x', 400_000)}\"}}]")), "things", maxBytes: 100_000).ToListAsync().AsTask().GetAwaiter().GetResult()).Message);

    [Fact]
    public void A_line_that_is_not_json_is_named() =>
        Assert.StartsWith("Line 3: this is not JSON (", Assert.Throws<ExchangeFormatException>(() => Files.Read("openai", "\n\n{\"input\":")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_huge_line_is_refused_before_it_fills_the_memory() => Assert.Equal(
        "Line 2: the line has more than 100 bytes, which is more than two answers with their references can need. Is it the right file?",
        Assert.Throws<ExchangeFormatException>(() => BoundedLines.ReadAsync(new MemoryStream([.. "ok\n"u8, .. new byte[200]]), maxBytes: 100).ToListAsync().AsTask().GetAwaiter().GetResult()).Message);
}
