using System.Text.Json;
using CsCheck;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Tests.Exchange;

/// <summary>What a form can hold comes back from it; what it cannot is written out here, form by form.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["ab \n\t\"'\\<>{}[],:1◾é"], 0, 30],
        Among("Crows bring gifts [1].", "😀 naïve 👩‍🔬", "[1] A title\n\nText", "]} \u2028 \0", "\n\nHuman: x\n\nAssistantly: y", "שלום \u202E x").Select(t => t!));

    private static readonly Gen<ComparedAnswer> Answer = Gen.Select(
        Text, Gen.Select(Text, Text, (title, extract) => new ComparedReference(title, extract)).List[0, 3], Among(null, "model", "a person"),
        (text, references, source) => new ComparedAnswer(text, references, source));

    private static readonly Gen<Comparison> Any = Gen.Select(
        Gen.Int[0, 999], Text.Where(t => t.Length > 0), Answer, Answer, Gen.Int[-2, 2], Among(null, "ann", "17"), Among(null, "because"),
        (id, question, a, b, preference, labeler, why) => new Comparison($"c-{id}", new Question($"q-{id}", question, "set"), a, b, (Preference)preference) { Labeler = labeler, Justification = why });

    public static TheoryData<string> Names => [.. ComparisonFormats.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_gives_back_what_it_can_hold(string name)
    {
        var format = ComparisonFormats.Find(name)!;
        Any.List[0, 6].Sample(comparisons =>
        {
            List<Comparison> held = [.. comparisons.Where(c => format.HoldsTies || c.Preference != Preference.EquallyGood)];

            var back = Files.Read(format, Files.WriteBytes(format, held));

            Assert.Equal(held.Select((c, i) => Held(name, c, i + 1)), back.Select(Json));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_form_gave_back_it_gives_back_again_unchanged(string name)
    {
        var format = ComparisonFormats.Find(name)!;
        Any.List[1, 4].Sample(comparisons =>
        {
            var once = Files.WriteBytes(format, Files.Read(format, Files.WriteBytes(format, comparisons.Where(c => format.HoldsTies || c.Preference != Preference.EquallyGood))));

            Assert.Equal(Files.Read(format, once).Select(Json), Files.Read(format, Files.WriteBytes(format, Files.Read(format, once))).Select(Json));
            if (name != "parquet")
            {
                Assert.Equal(once, Files.WriteBytes(format, Files.Read(format, once)));
            }
        });
    }

    [Theory]
    [InlineData("webqa")]
    [InlineData("parquet")]
    public void All_that_a_labeler_said_and_how_it_was_made_comes_back(string name)
    {
        var comparison = new Comparison(
            "c", new Question("q", "Why? 😀", "set"), new ComparedAnswer("😀 crow [1] naïve 👩‍🔬 x", [new ComparedReference("T", "E") { Url = "https://crows.example/", TextSha256 = new string('a', 64) }, new ComparedReference("U", "F")]),
            new ComparedAnswer("No.", []), Preference.BMuchBetter)
        {
            Labeler = "ann", IsSimulated = true, IsSwapped = true, GuidelineVersion = "3", SubmittedAt = TestStore.Noon, OtherFields = """{"worker":7}""",
            Annotation = new ComparisonAnnotation
            {
                Rating = Preference.BMuchBetter, Coherence = Preference.ABetter, IsDifficult = true, Work = new AnnotationWork { ActiveMilliseconds = 61_000 },
                Claims = [new AnnotatedClaim(AnswerSide.A, 8, 3, "[1]", "😀 crow ", " naïve", [1], "strong", "core")], Trust = [new ReferenceTrust(AnswerSide.A, 1, "neutral", "old")],
            },
        };

        var format = ComparisonFormats.Find(name)!;
        var back = Assert.Single(Files.Read(format, Files.WriteBytes(format, [comparison])));

        Assert.Equivalent(comparison, back, strict: true);
        Assert.Equal(Json(comparison), Json(back));
    }

    [Fact]
    public void A_transcript_parts_after_the_last_turn_of_the_assistant_that_both_share()
    {
        var read = Assert.Single(Files.Read("hh-rlhf", """{"chosen":"\n\nHuman: Hi\n\nAssistant: Hello.\n\nHuman: Why?\n\nAssistant: So it is.","rejected":"\n\nHuman: Hi\n\nAssistant: Hello.\n\nHuman: Why?\n\nAssistant: So?\n\nAssistant: no"}"""));

        Assert.Equal(("\n\nHuman: Hi\n\nAssistant: Hello.\n\nHuman: Why?", "So it is.", "So?\n\nAssistant: no"), (read.Question.Text, read.A.Text, read.B.Text));
    }

    /// <summary>A comparison reduced to what a form holds.</summary>
    private static string Held(string name, Comparison comparison, int line) => Json(name switch
    {
        "webqa" or "label-studio" or "argilla" or "parquet" => comparison,
        "webgpt" => Bare(comparison) with { Id = $"webgpt-{line}" },
        "webgpt-flat" => Bare(comparison) with { Id = $"webgpt-{line}" },
        _ => Paired(Bare(comparison), name, line),
    });

    private static Gen<string?> Among(params string?[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Comparison Bare(Comparison comparison) => comparison with
    {
        Labeler = null, Justification = null, A = comparison.A with { Source = null }, B = comparison.B with { Source = null },
    };

    /// <summary>Chosen and rejected know the texts alone: no grade, no side, titles of one line.</summary>
    private static Comparison Paired(Comparison comparison, string name, int line)
    {
        var chosenFirst = comparison.Preference > Preference.EquallyGood ? comparison : comparison.Swapped();
        var set = name is "openai" or "hh-rlhf" ? name : "trl";
        return chosenFirst with
        {
            Id = $"{name}-{line}",
            Question = new Question(IdOf(comparison.Question.Text), comparison.Question.Text, set),
            A = OneLineTitles(chosenFirst.A),
            B = OneLineTitles(chosenFirst.B),
            Preference = Preference.ABetter,
            IsSwapped = false,
        };
    }

    private static ComparedAnswer OneLineTitles(ComparedAnswer answer) =>
        answer with { References = [.. answer.References.Select(r => r with { Title = r.Title.ReplaceLineEndings(" ") })] };

    private static string IdOf(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12];

    private static string Json(Comparison comparison) => JsonSerializer.Serialize(comparison);
}
