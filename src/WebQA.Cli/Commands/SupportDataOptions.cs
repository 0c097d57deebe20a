using System.CommandLine;
using WebQA.Evaluation.Support;

namespace WebQA.Cli.Commands;

/// <summary>The files a support model is fitted to and judged by.</summary>
internal sealed record SupportDataOptions(Option<string[]> ExpertQa, Option<string[]> ClapNq, Option<string[]> Claims)
{
    public static SupportDataOptions Create() => new(
        Files("--expertqa", "Files of ExpertQA (lfqa): sentences experts judged.", required: true),
        Files("--clapnq", "Files of CLAP NQ's annotated data: answers and the sentences they rest on.", required: false),
        Files("--claims", "Files of questions with claims, evidence and myths, as the mini web's questions.jsonl.", required: true));

    /// <summary>Reads them.</summary>
    public SupportData Read(ParseResult parsed) => SupportData.Read(Given(parsed, ExpertQa), Given(parsed, ClapNq), Given(parsed, Claims));

    private static IEnumerable<string> Given(ParseResult parsed, Option<string[]> option) => (parsed.GetValue(option) ?? []).Select(ComparisonFileOptions.Existing);

    private static Option<string[]> Files(string name, string description, bool required) => new(name) { Description = description, Required = required, AllowMultipleArgumentsPerToken = true, HelpName = "files" };
}
