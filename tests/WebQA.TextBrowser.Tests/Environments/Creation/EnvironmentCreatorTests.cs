using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Environments.Creation;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

public sealed class EnvironmentCreatorTests : IDisposable
{
    private static readonly DateTimeOffset Then = new(2020, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly MakingFolder _folder = new();

    private readonly ListedSource _source = new(
        ListedSource.Page("1", "https://a.example/one", "<p>One</p>"),
        new SourceItem.Skipped("2", SkipReason.OtherType),
        ListedSource.Page("3", "https://a.example/three?x=1", "<p>Three</p>", Then),
        ListedSource.Page("4", "https://a.example/four", "<p>Four</p>"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_environment_is_made_of_a_source()
    {
        var report = await _folder.MakeAsync(_source);

        Assert.Equal((3, 1, 0, false), (report.Pages, report.Skipped[SkipReason.OtherType], report.Resumed, report.IsCut));
        Assert.Equal(
            ["https://a.example/four", "https://a.example/one", "https://a.example/three?x=1"],
            _folder.Pages().All.Select(p => p.Url.AbsoluteUri));
        Assert.Equal("made", EnvironmentDefinitionReader.Read(report.Folder).Name);
        Assert.Equal(["made"], Directory.EnumerateFileSystemEntries(_folder.Environments).Select(Path.GetFileName));
        Assert.Equal(["environment.json", "pages", "source.txt"], Directory.EnumerateFileSystemEntries(report.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_run_that_died_is_gone_on_with()
    {
        _source.FailsBefore = 2;
        await Assert.ThrowsAsync<IOException>(() => _folder.MakeAsync(_source));
        Assert.False(Directory.Exists(Path.Combine(_folder.Environments, "made")));
        var refused = await Assert.ThrowsAsync<CreationRefusedException>(() => _folder.MakeAsync(_source));
        Assert.Equal("An earlier run began to make 'made' from 'a list' and did not end. Go on with --resume, or begin anew with --replace.", refused.Message);

        _source.FailsBefore = null;
        _source.Given.Clear();
        var report = await _folder.MakeAsync(_source, CreationMode.Resume);

        Assert.Equal(["3", "4"], _source.Given);
        Assert.Equal((3, 1, 1), (report.Pages, report.Resumed, report.Skipped[SkipReason.OtherType]));
    }

    [Fact]
    public async Task A_line_that_was_cut_off_is_taken_again()
    {
        _source.FailsBefore = 3;
        await Assert.ThrowsAsync<IOException>(() => _folder.MakeAsync(_source));
        var journal = Path.Combine(_folder.Environments, ".made.making", "journal.jsonl");
        await File.WriteAllBytesAsync(journal, (await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken))[..^7], TestContext.Current.CancellationToken);
        _source.FailsBefore = null;
        _source.Given.Clear();

        var report = await _folder.MakeAsync(_source, CreationMode.Resume);

        Assert.Equal(["3", "4"], _source.Given);
        Assert.Equal(3, report.Pages);
    }

    [Fact]
    public async Task A_run_that_died_between_its_last_two_renames_is_whole_at_the_next_look()
    {
        await _folder.MakeAsync(_source);
        Directory.Move(Path.Combine(_folder.Environments, "made"), Path.Combine(_folder.Environments, ".made.making"));

        var report = await _folder.MakeAsync(_source, CreationMode.Resume);

        Assert.Equal((3, 3), (report.Pages, report.Resumed));
        Assert.Equal(["made"], Directory.EnumerateFileSystemEntries(_folder.Environments).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_is_there_is_refused_kept_or_replaced_as_asked()
    {
        await _folder.MakeAsync(_source);

        var refused = await Assert.ThrowsAsync<CreationRefusedException>(() => _folder.MakeAsync(_source));
        Assert.Equal("There is an environment 'made' already. Choose another name, or make it anew with --replace.", refused.Message);
        var other = new ListedSource(ListedSource.Page("1", "https://b.example/", "<p>B</p>")) { Identity = "another list" };
        var mixed = await Assert.ThrowsAsync<CreationRefusedException>(() => _folder.MakeAsync(other, CreationMode.Resume));
        Assert.Equal("'made' was made from 'a list', not from 'another list'. Name the same source, or begin anew with --replace.", mixed.Message);
        Assert.Equal(3, (await _folder.MakeAsync(_source, CreationMode.Resume)).Pages);

        other.FailsBefore = 0;
        await Assert.ThrowsAsync<IOException>(() => _folder.MakeAsync(other, CreationMode.Replace));
        Assert.Equal(3, _folder.Pages().All.Count);
        other.FailsBefore = null;
        await _folder.MakeAsync(other, CreationMode.Replace);
        Assert.Equal("https://b.example/", Assert.Single(_folder.Pages().All).Url.AbsoluteUri);
    }

    [Fact]
    public async Task Two_processes_do_not_make_the_same_environment()
    {
        Directory.CreateDirectory(_folder.Environments);
        await using var held = new FileStream(Path.Combine(_folder.Environments, ".made.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var refused = await Assert.ThrowsAsync<CreationRefusedException>(() => _folder.MakeAsync(_source));

        Assert.Equal("Another process is making 'made' now. Wait for its end, or choose another name.", refused.Message);
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("Upper")]
    [InlineData("")]
    [InlineData(".hidden")]
    public async Task A_name_that_is_no_name_is_refused(string name)
    {
        var refused = await Assert.ThrowsAsync<CreationRefusedException>(() => _folder.MakeAsync(_source, name: name));

        Assert.Equal($"'{name}' cannot be the name of an environment: it takes 1 to 64 of a to z, 0 to 9 and '-', beginning with a letter or a digit.", refused.Message);
        Assert.False(Directory.Exists(_folder.Environments));
    }

    [Fact]
    public async Task The_name_of_a_shipped_environment_is_taken()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "shipped", "mini-web"));

        var refused = await Assert.ThrowsAsync<CreationRefusedException>(() => _folder.MakeAsync(_source, name: "mini-web"));

        Assert.Equal($"There is an environment 'mini-web' in '{Path.Combine(_folder.Root, "shipped")}' already. Choose another name.", refused.Message);
    }

    [Fact]
    public async Task A_source_without_pages_makes_nothing_and_says_what_it_holds()
    {
        var fault = await Assert.ThrowsAsync<PageSourceException>(() => _folder.MakeAsync(new ListedSource(new SourceItem.Skipped("x", SkipReason.OtherType))));

        Assert.Equal("There is no page in 'a list': 1 other type. HTML, PDF, Markdown and text are pages.", fault.Message);
        Assert.False(Directory.Exists(Path.Combine(_folder.Environments, "made")));
    }

    [Fact]
    public async Task The_source_is_left_after_as_many_pages_as_are_allowed()
    {
        var report = await _folder.MakeAsync(_source, maxPages: 2);

        Assert.Equal((2, true), (report.Pages, report.IsCut));
        Assert.Equal(["1", "2", "3"], _source.Given);
    }

    [Fact]
    public async Task Of_pages_with_one_address_the_one_fetched_last_is_kept()
    {
        var report = await _folder.MakeAsync(new ListedSource(
            ListedSource.Page("new", "https://a.example/", "<p>New</p>", Then.AddDays(1)),
            ListedSource.Page("old", "https://a.example/#part", "<p>Old</p>", Then)));

        Assert.Equal((1, 1), (report.Pages, report.Superseded));
        var page = Assert.Single(_folder.Pages().All);
        Assert.Equal("<p>New</p>", await File.ReadAllTextAsync(page.File, TestContext.Current.CancellationToken));
        Assert.Equal(Then.AddDays(1), page.Listed!.At);
    }

    [Fact]
    public async Task A_stop_keeps_what_was_taken()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _folder.MakeAsync(_source, stopping: stopping.Token));

        Assert.Equal(3, (await _folder.MakeAsync(_source, CreationMode.Resume)).Resumed);
    }
}
