using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace WebQA.Core.Guidelines;

/// <summary>One version of what labelers of a kind of task are to read. Its text never changes.</summary>
/// <param name="Kind">As <c>comparison</c>; see <see cref="GuidelineKinds"/>.</param>
/// <param name="Version">Names it within its kind.</param>
/// <param name="Text">Markdown: a title, an introduction, and sections that begin with <c>##</c>.</param>
/// <param name="Quiz">Questions about it.</param>
public sealed partial record Guideline(string Kind, string Version, string Text, GuidelineQuiz Quiz)
{
    /// <summary>SHA-256 of the text in UTF-8, hexadecimal; kept with each acknowledgement.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Its title.</summary>
    public string Title { get; } = Text.Split('\n')[0].TrimStart('#', ' ');

    /// <summary>What stands between the title and the first section, as Markdown.</summary>
    public string Introduction { get; } = SectionStart().Split(Text)[0] is var head && head.IndexOf('\n') is >= 0 and var end ? head[end..].Trim() : string.Empty;

    /// <summary>Its sections in order.</summary>
    public IReadOnlyList<GuidelineSection> Sections { get; } = [.. SectionStart().Split(Text).Skip(1).Select(GuidelineSection.Of)];

    [GeneratedRegex("^## ", RegexOptions.Multiline | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex SectionStart();
}

/// <summary>A section of a guideline.</summary>
/// <param name="Title">Without the number of a step.</param>
/// <param name="Text">Markdown, without the title.</param>
/// <param name="Step">The step of the screen that it is for, from 1; null where it is for all.</param>
public sealed partial record GuidelineSection(string Title, string Text, int? Step)
{
    internal static GuidelineSection Of(string section)
    {
        var end = section.IndexOf('\n') is >= 0 and var newline ? newline : section.Length;
        var title = section[..end].Trim();
        var step = StepTitle().Match(title);
        return new GuidelineSection(
            step.Success ? char.ToUpperInvariant(step.Groups["title"].Value[0]) + step.Groups["title"].Value[1..] : title,
            section[end..].Trim(),
            step.Success ? int.Parse(step.Groups["step"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    [GeneratedRegex(@"^Step (?<step>\d{1,2}): (?<title>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex StepTitle();
}
