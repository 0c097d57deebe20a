using System.Runtime.CompilerServices;
using System.Text;
using WebQA.TextBrowser.Environments.Creation;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

/// <summary>A source that gives what it was told to, and can fail before an item.</summary>
internal sealed class ListedSource(params SourceItem[] items) : IPageSource
{
    public int? FailsBefore { get; set; }

    public List<string> Given { get; } = [];

    public string Identity { get; set; } = "a list";

    public int? Total => items.Length;

    public static SourceItem.Page Page(string key, string url, string text, DateTimeOffset? at = null) =>
        new(key, new Uri(url), "text/html", Encoding.UTF8.GetBytes(text)) { At = at };

    public async IAsyncEnumerable<SourceItem> ReadAsync(Predicate<string> isDone, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < items.Length; i++)
        {
            await Task.Yield();
            if (i == FailsBefore)
            {
                throw new IOException("The power went.");
            }
            if (!isDone(items[i].Key))
            {
                Given.Add(items[i].Key);
                yield return items[i];
            }
        }
    }
}
