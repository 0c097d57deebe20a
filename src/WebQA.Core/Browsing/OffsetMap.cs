namespace WebQA.Core.Browsing;

/// <summary>Which characters of a text each character of its normal form came from. Text that was not changed costs nothing: a stretch of it is one entry.</summary>
internal sealed class OffsetMap
{
    private readonly List<Stretch> _stretches = [];

    /// <summary>Characters of the normal form.</summary>
    public int Count { get; private set; }

    /// <summary>A stretch of the normal form.</summary>
    /// <param name="Index">Where it begins.</param>
    /// <param name="Start">Where its first character came from.</param>
    /// <param name="End">One past the original of the whole stretch; 0 where each character came from one of its own, in order.</param>
    private readonly record struct Stretch(int Index, int Start, int End);

    /// <summary>The next characters came from as many, each from one.</summary>
    public void Add(int count, int start)
    {
        if (_stretches is not [.., { End: 0 } last] || last.Start + (Count - last.Index) != start)
        {
            _stretches.Add(new Stretch(Count, start, 0));
        }
        Count += count;
    }

    /// <summary>The next characters came from one grapheme, or from one run of white space.</summary>
    public void AddBlock(int count, int start, int end)
    {
        if (count == 1 && end - start == 1)
        {
            Add(1, start);
            return;
        }
        _stretches.Add(new Stretch(Count, start, end));
        Count += count;
    }

    /// <summary>Where the original of a character begins.</summary>
    public int StartOf(int index) => _stretches[At(index)] is var s && s.End == 0 ? s.Start + (index - s.Index) : s.Start;

    /// <summary>One past the original of a character.</summary>
    public int EndOf(int index) => _stretches[At(index)] is var s && s.End == 0 ? s.Start + (index - s.Index) + 1 : s.End;

    /// <summary>Whether two neighbours came from the same characters: they are not to be parted.</summary>
    public bool IsOneWithNext(int index) => At(index) is var at && _stretches[at].End != 0 && At(index + 1) == at;

    /// <summary>The first character whose original begins at or after an offset; <see cref="Count"/> where there is none.</summary>
    public int FirstFrom(int original)
    {
        var (low, high) = (0, _stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _stretches[middle].Start <= original ? (middle + 1, high) : (low, middle);
        }
        if (low == 0)
        {
            return 0;
        }
        var next = low < _stretches.Count ? _stretches[low].Index : Count;
        var stretch = _stretches[low - 1];
        if (stretch.Start == original)
        {
            // A space that begins a grapheme has the same place as the rest of it.
            return low > 1 && _stretches[low - 2].Start == original ? _stretches[low - 2].Index : stretch.Index;
        }
        return stretch.End == 0 ? Math.Min(next, stretch.Index + (original - stretch.Start))
            : next;
    }

    private int At(int index)
    {
        var (low, high) = (0, _stretches.Count);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _stretches[middle].Index <= index ? (middle, high) : (low, middle);
        }
        return low;
    }
}
