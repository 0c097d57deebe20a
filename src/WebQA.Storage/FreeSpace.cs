using Microsoft.Extensions.Options;
using WebQA.Core.Episodes;

namespace WebQA.Storage;

/// <summary>Refuses new episodes while the disk is nearly full, so that those that run can end.</summary>
/// <param name="folder">The folder on the disk.</param>
/// <param name="options">How much must be free.</param>
/// <param name="freeBytes">Asks the disk.</param>
internal sealed class FreeSpace(DataFolder folder, IOptions<StorageOptions> options, Func<long> freeBytes)
{
    /// <exception cref="HostRefusedException">Too little is free.</exception>
    public void Demand()
    {
        if (freeBytes() is var free && free < options.Value.MinFreeBytes)
        {
            throw new HostRefusedException(
                $"The disk that holds {folder.Root} has {free / 1_000_000} MB free; new questions need {options.Value.MinFreeBytes / 1_000_000} MB. "
                + $"Free some space, or move the folder to a larger disk and set {DataFolder.Variable} to its new place. Episodes that run go on.");
        }
    }
}
