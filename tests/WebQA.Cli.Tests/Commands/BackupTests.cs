namespace WebQA.Cli.Tests.Commands;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-cli-backup-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_project_goes_into_a_backup_and_comes_back_elsewhere()
    {
        var backup = Path.Combine(_folder.FullName, "b.tar.gz");

        Assert.Equal((0, "The project 'crows' is made.\n"), await RunAsync("one", "feedback", "create", "--project", "crows"));
        var (made, said) = await RunAsync("one", "backup", backup);
        Assert.Equal(0, made);
        Assert.Matches(@"^1 files, 0\.\d MB, written to .*b\.tar\.gz, read back and compared\. The keys are not in it: .*--with-keys takes them along\.\n$", said);
        Assert.Matches(@"^1 files of 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC restored\. The backup holds no keys: enter those of search engines anew\.\n$", (await RunAsync("two", "restore", backup)).Error);
        Assert.Equal((1, $"The data folder {Path.Combine(_folder.FullName, "two")} is not empty. Say --replace to put what is there aside, or set WEBQA_DATA to another folder.\n"), await RunAsync("two", "restore", backup));
        Assert.Equal((2, "There is a project 'crows' already. Take another name, or add to that one.\n"), await RunAsync("two", "feedback", "create", "--project", "crows"));
    }

    private async Task<(int ExitCode, string Error)> RunAsync(string data, params string[] args)
    {
        using var run = ChildProcess.WebQa(Path.Combine(_folder.FullName, data), args);
        var end = await run.EndAsync();
        return (end.ExitCode, end.Error);
    }
}
