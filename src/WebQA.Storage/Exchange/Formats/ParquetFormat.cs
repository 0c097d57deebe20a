using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Parquet;
using Parquet.Schema;
using Parquet.Serialization;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Apache Parquet with the columns of webgpt_comparisons as data sets hold it, and columns of our own for all else. Written and read a row group at a time.</summary>
public sealed class ParquetFormat : IComparisonFormat
{
    /// <summary>A row group is closed at so many rows, or at so many characters where these come first.</summary>
    private const int GroupRows = 1_000, GroupCharacters = 16 * 1024 * 1024;

    private static readonly string[] Demanded = ["question", "answer_0", "score_0", "answer_1", "score_1"];

    /// <summary>Largest row group read, in bytes uncompressed: it has to be held in memory.</summary>
    private const long MaxGroupBytes = 1L << 30;

    /// <inheritdoc/>
    public string Name => "parquet";

    /// <inheritdoc/>
    public string Description => "Parquet with the columns of webgpt_comparisons, and ours beside them.";

    /// <inheritdoc/>
    public bool HoldsTies => true;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Comparison> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var groups = await GroupsAsync(stream, cancellationToken);
        var line = 0L;
        for (var group = 0; group < groups; group++)
        {
            foreach (var row in await RowsAsync(stream, group, line + 1, cancellationToken))
            {
                yield return Read(row, ++line);
            }
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(Stream stream, IAsyncEnumerable<Comparison> comparisons, CancellationToken cancellationToken = default)
    {
        var (rows, characters, isFirst) = (new List<ParquetRow>(GroupRows), 0L, true);
        await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
        {
            rows.Add(RowOf(comparison));
            characters += comparison.A.Text.Length + comparison.B.Text.Length + comparison.A.References.Concat(comparison.B.References).Sum(static r => (long)r.Extract.Length);
            if (rows.Count == GroupRows || characters >= GroupCharacters)
            {
                await AppendAsync(stream, rows, isFirst, cancellationToken);
                (characters, isFirst) = (0, false);
                rows.Clear();
            }
        }
        if (isFirst || rows.Count > 0)
        {
            await AppendAsync(stream, rows, isFirst, cancellationToken);
        }
    }

    private static Task<ParquetSchema> AppendAsync(Stream stream, List<ParquetRow> rows, bool isFirst, CancellationToken cancellationToken) =>
        ParquetSerializer.SerializeAsync(rows, stream, new ParquetOptions { Append = !isFirst, CompressionMethod = CompressionMethod.Zstd }, null, cancellationToken);

    private static async Task<int> GroupsAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            await using var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: cancellationToken);
            var names = reader.Schema.Fields.Select(static field => field.Name).ToHashSet(StringComparer.Ordinal);
            if (Demanded.FirstOrDefault(column => !names.Contains(column)) is { } missing)
            {
                throw new ExchangeFormatException(1, $"the file has no column '{missing}'. It has: {string.Join(", ", names)}.");
            }
            return reader.Metadata!.RowGroups.FindIndex(static group => group.TotalByteSize > MaxGroupBytes) is >= 0 and var large
                ? throw new ExchangeFormatException(1, $"row group {large + 1} has more than {MaxGroupBytes} bytes. Write the file anew with smaller row groups.")
                : reader.RowGroupCount;
        }
        catch (Exception fault) when (fault is not (ExchangeFormatException or OperationCanceledException))
        {
            throw new ExchangeFormatException(1, $"this is not a Parquet file ({fault.Message.TrimEnd('.')}).", fault);
        }
    }

    /// <remarks>What the library throws for a damaged group or a column of another type depends on the fault.</remarks>
    private static async Task<IList<ParquetRow>> RowsAsync(Stream stream, int group, long line, CancellationToken cancellationToken)
    {
        try
        {
            stream.Position = 0;
            return (await ParquetSerializer.DeserializeAsync<ParquetRow>(stream, null, group, cancellationToken)).Data;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new ExchangeFormatException(line, $"row group {group + 1} is damaged, or a column has another type than this form has ({fault.Message.TrimEnd('.')}).", fault);
        }
    }

    private static Comparison Read(ParquetRow row, long line)
    {
        var (score, other) = (Demand(row.Score0, line, "score_0"), Demand(row.Score1, line, "score_1"));
        var question = row.Question ?? throw Missing(line, "question");
        var text = question.FullText ?? throw Missing(line, "question.full_text");
        return new Comparison(
            row.Id ?? $"parquet-{line}", new Question(question.Id ?? QuestionText.IdOf(text), text, question.Dataset ?? "parquet"),
            new ComparedAnswer(row.Answer0 ?? throw Missing(line, "answer_0"), References(row.Quotes0, line, "quotes_0"), row.Source0),
            new ComparedAnswer(row.Answer1 ?? throw Missing(line, "answer_1"), References(row.Quotes1, line, "quotes_1"), row.Source1),
            WebGptScore.Read(score, other) ?? throw new ExchangeFormatException(line, $"the scores {score} and {other} are not opposite numbers from -1 to 1."))
        {
            Labeler = row.Labeler,
            Justification = row.Justification,
            IsSimulated = row.IsSimulated ?? false,
            IsSwapped = row.IsSwapped ?? false,
            GuidelineVersion = row.GuidelineVersion,
            SubmittedAt = row.SubmittedAt is { } at ? Time(at, line) : null,
            Annotation = row.Annotation is { } annotation ? AnnotationJson.Read(ExchangeRecord.Parse(line, Encoding.UTF8.GetBytes(annotation))) : null,
            OtherFields = row.OtherFields is { } fields ? ExchangeRecord.Parse(line, Encoding.UTF8.GetBytes(fields)).Value.GetRawText() : null,
        };
    }

    private static ParquetRow RowOf(Comparison comparison) => new()
    {
        Question = new ParquetQuestion { Dataset = comparison.Question.Dataset, Id = comparison.Question.Id, FullText = comparison.Question.Text },
        Quotes0 = Quotes(comparison.A),
        Answer0 = comparison.A.Text,
        Score0 = WebGptScore.Of(comparison.Preference),
        Quotes1 = Quotes(comparison.B),
        Answer1 = comparison.B.Text,
        Score1 = -WebGptScore.Of(comparison.Preference),
        Id = comparison.Id,
        Source0 = comparison.A.Source,
        Source1 = comparison.B.Source,
        Labeler = comparison.Labeler,
        Justification = comparison.Justification,
        IsSimulated = comparison.IsSimulated,
        IsSwapped = comparison.IsSwapped,
        GuidelineVersion = comparison.GuidelineVersion,
        SubmittedAt = comparison.SubmittedAt?.ToString("O", CultureInfo.InvariantCulture),
        Annotation = AnnotationText(comparison),
        OtherFields = comparison.OtherFields,
    };

    private static ParquetQuotes Quotes(ComparedAnswer answer) => new()
    {
        Titles = [.. answer.References.Select(static r => r.Title)],
        Extracts = [.. answer.References.Select(static r => r.Extract)],
        Urls = [.. answer.References.Select(static r => r.Url)],
        TextHashes = [.. answer.References.Select(static r => r.TextSha256)],
    };

    private static IReadOnlyList<ComparedReference> References(ParquetQuotes? quotes, long line, string name)
    {
        var (titles, extracts) = (quotes?.Titles ?? [], quotes?.Extracts ?? []);
        if (titles.Count != extracts.Count)
        {
            throw new ExchangeFormatException(line, $"'{name}' has {titles.Count} titles and {extracts.Count} extracts.");
        }
        return [.. titles.Select((title, i) => new ComparedReference(title ?? throw Missing(line, $"{name}.title"), extracts[i] ?? throw Missing(line, $"{name}.extract"))
        {
            Url = quotes?.Urls?.ElementAtOrDefault(i), TextSha256 = quotes?.TextHashes?.ElementAtOrDefault(i),
        })];
    }

    private static string? AnnotationText(Comparison comparison)
    {
        if (comparison.Annotation is not { } annotation)
        {
            return null;
        }
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            AnnotationJson.Write(json, annotation, comparison);
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static DateTimeOffset Time(string text, long line) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
        ? time
        : throw new ExchangeFormatException(line, "'submitted_at' is not a time as 2026-11-25T12:00:00Z.");

    private static double Demand(double? value, long line, string name) => value ?? throw Missing(line, name);

    private static ExchangeFormatException Missing(long line, string name) => new(line, $"'{name}' is missing.");
}
