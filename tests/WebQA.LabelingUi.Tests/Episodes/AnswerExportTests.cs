using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Tests.Doubles;

namespace WebQA.LabelingUi.Tests.Episodes;

public class AnswerExportTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 14, 6, 0, TimeSpan.Zero);
    private readonly World _world = new();

    [Fact]
    public async Task Markdown_holds_question_answer_quotes_and_where_they_stand()
    {
        var state = (await _world.EndedAsync()).State!;

        Assert.Equal(
            """
            # Why do crows bring people gifts?

            Nearly all people who report such gifts had fed the same birds in the same place for months. [1]

            Crows tell people apart by face and hold on to it for years. [2] Patience does more than training. [1, 7]

            ## References

            [1] Gifts from crows \| Field Notes (fieldnotes.example), <https://fieldnotes.example/crows/gifts>, read 2026-11-25 12:00 UTC

            > Nearly everyone who reports a gift had fed the same birds at the same place for months. The objects turn up on the tray or rail where the food is put, never at the door, and most are small and bright: beads, buttons, a paper clip, sea glass.

            [2] Crows remember the faces of people (corvid-lab.example), <https://corvid-lab.example/faces>, read 2026-11-25 12:00 UTC

            > Birds that had been trapped by a person in one mask scolded that mask for the rest of the study, almost three years later, and ignored the neutral one.

            ---
            By the policy scripted on crow-web, seed 0, 2026-11-25 14:06 UTC; WebQA episode e1.

            """.ReplaceLineEndings("\n"),
            AnswerExport.Markdown(state, At));
    }

    [Fact]
    public async Task Html_escapes_whatever_comes_from_questions_pages_and_policies()
    {
        _world.Policies.AnswerText = "<script>alert(1)</script> & more. [1] [9]";
        var state = (await _world.EndedAsync("Why <b>crows</b> & gifts?")).State!;

        var html = AnswerExport.Html(state, At);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<h1>Why &lt;b&gt;crows&lt;/b&gt; &amp; gifts?</h1>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more.<a href=\"#r1\">[1]</a><del>[9]</del>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_no_web_address_is_not_a_link()
    {
        var state = (await _world.EndedAsync()).State!;
        var reference = state.References[0] with { FinalUrl = "javascript:alert(1)" };

        var html = AnswerExport.Html(state with { References = [reference] }, At);

        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_an_answer_the_reason_is_exported()
    {
        var feed = await _world.EndedAsync();
        var state = feed.State! with { Composed = null, Ended = new EpisodeEnded(Outcome.NotEnoughEvidence, "Nothing bears on it.") };

        Assert.Contains("Nothing bears on it.", AnswerExport.Markdown(state, At), StringComparison.Ordinal);
    }
}
