using System.Globalization;
using Spectre.Console;

namespace WebQA.Cli.Output;

/// <summary>A table for people; programs read <c>--json</c>.</summary>
internal static class TextTable
{
    /// <summary>Wide enough that nothing breaks when the output goes to a file or another program.</summary>
    private const int RedirectedWidth = 200;

    /// <summary>Writes rows under their headings. Cells are plain text, made safe for a terminal here.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.None, ShowRowSeparators = false };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)) { Padding = new Padding(0, 0, 2, 0), NoWrap = heading != headings[^1] });
        }
        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(TerminalText.Safe(cell))));
        }
        using var rendered = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(rendered),
        });
        console.Profile.Width = Console.IsOutputRedirected ? RedirectedWidth : Math.Max(60, Console.WindowWidth);
        console.Write(table);
        foreach (var line in rendered.ToString().TrimEnd().Split('\n'))
        {
            writer.WriteLine(line.TrimEnd());
        }
    }
}
