using Parquet.Serialization;
using ParquetSharp;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Storage.Exchange;
using WebQA.Storage.Exchange.Formats;

namespace WebQA.Storage.Tests.Exchange;

/// <summary>Our Parquet files are read, and files for us written, by Apache Arrow's own library.</summary>
public sealed class ParquetTests : IDisposable
{
    private static readonly IComparisonFormat Form = ComparisonFormats.Find("parquet")!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-parquet-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Another_reader_finds_the_columns_of_webgpt_comparisons_in_row_groups_of_a_thousand()
    {
        var path = Path.Combine(_folder.FullName, "comparisons.parquet");
        var comparisons = Enumerable.Range(0, 2_500).Select(static i => new Comparison(
            $"c{i}", new Question($"q{i}", $"Why {i}? 😀", "eli5"), new ComparedAnswer($"A{i}", [new ComparedReference("T", "E"), new ComparedReference("U", "é")]), new ComparedAnswer("B", []), (Preference)((i % 5) - 2)));
        await using (var file = File.Create(path))
        {
            await Form.WriteAsync(file, comparisons.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        }

        using var reader = new ParquetFileReader(path);
        var columns = Enumerable.Range(0, reader.FileMetaData.NumColumns).Select(i => reader.FileMetaData.Schema.Column(i).Path.ToDotString()).ToList();
        Assert.Equal((3, 2_500), (reader.FileMetaData.NumRowGroups, reader.FileMetaData.NumRows));
        Assert.Equal(
            ["question.dataset", "question.id", "question.full_text", "quotes_0.title.list.element", "quotes_0.extract.list.element", "quotes_0.url.list.element", "quotes_0.text_sha256.list.element", "answer_0", "score_0"],
            columns.Take(9));
        using var last = reader.RowGroup(2);
        Assert.Equal("Why 2499? 😀", Column<string>(last, columns.IndexOf("question.full_text"))[^1]);
        Assert.Equal(1.0, Column<double?>(last, columns.IndexOf("score_0"))[^1]);
        Assert.Equal(-1.0, Column<double?>(last, columns.IndexOf("score_1"))[^1]);
        Assert.Equal(["E", "é"], Column<string?[]>(last, columns.IndexOf("quotes_0.extract.list.element"))[^1]);
    }

    [Fact]
    public async Task A_file_of_another_program_with_other_columns_is_refused_with_their_names()
    {
        var path = Path.Combine(_folder.FullName, "other.parquet");
        using (var writer = new ParquetFileWriter(path, [new Column<string>("prompt"), new Column<string>("chosen")]))
        {
            using var group = writer.AppendRowGroup();
            foreach (var value in new[] { "Why?", "So." })
            {
                using var column = group.NextColumn().LogicalWriter<string>();
                column.WriteBatch([value]);
            }
            writer.Close();
        }

        await using var file = File.OpenRead(path);
        var fault = await Assert.ThrowsAsync<ExchangeFormatException>(() => Form.ReadAsync(file, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal("Line 1: the file has no column 'question'. It has: prompt, chosen.", fault.Message);
    }

    [Fact]
    public async Task A_row_that_says_too_little_is_named()
    {
        var path = Path.Combine(_folder.FullName, "short.parquet");
        await using (var made = File.Create(path))
        {
            var row = new ParquetRow { Question = new ParquetQuestion { FullText = "Why?" }, Answer0 = "So.", Score0 = 1, Score1 = -1 };
            await ParquetSerializer.SerializeAsync([row], made, cancellationToken: TestContext.Current.CancellationToken);
        }

        await using var file = File.OpenRead(path);
        var fault = await Assert.ThrowsAsync<ExchangeFormatException>(() => Form.ReadAsync(file, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal("Line 1: 'answer_1' is missing.", fault.Message);
    }

    private static T[] Column<T>(RowGroupReader group, int index)
    {
        using var column = group.Column(index).LogicalReader<T>();
        return column.ReadAll(checked((int)group.MetaData.NumRows));
    }
}
