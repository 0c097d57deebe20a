using System.Text.RegularExpressions;

namespace WebQA.LabelingUi.Tests.Languages;

/// <summary>Style sheets speak of the beginning and end of lines, so that screens lie right for languages that run from right to left.</summary>
public sealed partial class DirectionTests
{
    [Fact]
    public void No_style_sheet_speaks_of_left_and_right()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "WebQA.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }
        var sheets = Directory.EnumerateFiles(Path.Combine(root, "labeling-ui", "wwwroot", "css"), "*.css").ToList();

        Assert.Contains(sheets, sheet => sheet.EndsWith("shell.css", StringComparison.Ordinal));
        Assert.Equal([], from sheet in sheets
                         from line in File.ReadLines(sheet).Index()
                         where Physical().IsMatch(line.Item)
                         select $"{Path.GetFileName(sheet)}, line {line.Index + 1}: {line.Item.Trim()}");
    }

    [GeneratedRegex(@"(margin|padding|border)-(left|right)\b|^\s*(left|right)\s*:|(text-align|float|clear):\s*(left|right)\b|border-(top|bottom)-(left|right)-radius", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Physical();
}
