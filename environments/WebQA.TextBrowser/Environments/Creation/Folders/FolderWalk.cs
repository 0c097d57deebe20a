namespace WebQA.TextBrowser.Environments.Creation.Folders;

/// <summary>Lists the files of a folder and of the folders in it. No link is followed, so nothing outside is ever named.</summary>
internal static class FolderWalk
{
    private const int MaxDepth = 64;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false };

    /// <summary>All files in ordinal order of their places, and what is left out of the walk.</summary>
    /// <exception cref="PageSourceException">The folder itself cannot be read.</exception>
    public static IReadOnlyList<WalkedFile> List(string root, CancellationToken cancellationToken)
    {
        var found = new List<WalkedFile>();
        var open = new Stack<(string Path, string Place, int Depth)>([(root, string.Empty, 0)]);
        while (open.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in new DirectoryInfo(folder.Path).EnumerateFileSystemInfos("*", Everything))
                {
                    var place = folder.Place.Length == 0 ? entry.Name : $"{folder.Place}/{entry.Name}";
                    var reason = entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? SkipReason.Link
                        : entry.Name.StartsWith('.') ? SkipReason.Hidden
                        : entry is DirectoryInfo && folder.Depth == MaxDepth ? SkipReason.TooDeep
                        : null;
                    if (reason is null && entry is DirectoryInfo)
                    {
                        open.Push((entry.FullName, place, folder.Depth + 1));
                    }
                    else
                    {
                        // Pipes, sockets and devices have no length, so they are never opened.
                        found.Add(new WalkedFile(place, entry.FullName, reason is null && entry is FileInfo file ? file.Length : 0, reason));
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && folder.Depth > 0)
            {
                found.Add(new WalkedFile(folder.Place, folder.Path, 0, SkipReason.Unreadable));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new PageSourceException($"The folder '{root}' cannot be read: {e.Message}", e);
            }
        }
        found.Sort(static (a, b) => string.CompareOrdinal(a.Place, b.Place));
        return found;
    }
}
