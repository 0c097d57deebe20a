using WebQA.Core.Browsing;

namespace WebQA.Storage.Archive;

/// <summary>The pages read lately, up to a number of characters; the one that was used longest ago goes first. Thread-safe.</summary>
/// <param name="capacity">Characters of marked text in all.</param>
internal sealed class PageCache(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<TextPage>> _byKey = [];
    private readonly LinkedList<TextPage> _byUse = [];
    private long _characters;

    /// <summary>A page that is kept, or null.</summary>
    public TextPage? Find(string pageSha256)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(pageSha256, out var node))
            {
                return null;
            }
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>Keeps a page, unless it is kept already.</summary>
    public void Keep(TextPage page)
    {
        lock (_lock)
        {
            if (page.Text.Length > capacity || _byKey.ContainsKey(page.PageSha256))
            {
                return;
            }
            _byKey[page.PageSha256] = _byUse.AddFirst(page);
            _characters += page.Text.Length;
            while (_characters > capacity)
            {
                var oldest = _byUse.Last!;
                _byUse.RemoveLast();
                _byKey.Remove(oldest.Value.PageSha256);
                _characters -= oldest.Value.Text.Length;
            }
        }
    }
}
