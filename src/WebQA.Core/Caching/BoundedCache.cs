using System.Diagnostics.CodeAnalysis;

namespace WebQA.Core.Caching;

/// <summary>Keeps the values that were used last, up to a total weight. Thread-safe.</summary>
/// <typeparam name="TKey">Compared by its default comparer.</typeparam>
/// <typeparam name="TValue">Shared between all that ask for it: immutable, or left unchanged.</typeparam>
public sealed class BoundedCache<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _newestFirst = new();
    private readonly Func<TValue, long> _weigh;
    private readonly long _capacity;
    private long _weight;

    private readonly record struct Entry(TKey Key, TValue Value, long Weight);

    /// <summary>Creates an empty cache.</summary>
    /// <param name="capacity">Greatest total weight; at least 1.</param>
    /// <param name="weigh">Weight of a value; null counts each as 1.</param>
    public BoundedCache(long capacity, Func<TValue, long>? weigh = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _weigh = weigh ?? (static _ => 1);
    }

    /// <summary>Values held now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The value of a key, which becomes the last used one.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }
            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps a value and drops the longest unused ones that exceed the capacity. A value heavier than all of it is not kept.</summary>
    public void Set(TKey key, TValue value)
    {
        var weight = _weigh(value);
        lock (_lock)
        {
            if (_entries.Remove(key, out var old))
            {
                _newestFirst.Remove(old);
                _weight -= old.Value.Weight;
            }
            if (weight > _capacity)
            {
                return;
            }
            _entries[key] = _newestFirst.AddFirst(new Entry(key, value, weight));
            _weight += weight;
            while (_weight > _capacity && _newestFirst.Last is { } last)
            {
                _newestFirst.RemoveLast();
                _entries.Remove(last.Value.Key);
                _weight -= last.Value.Weight;
            }
        }
    }
}
