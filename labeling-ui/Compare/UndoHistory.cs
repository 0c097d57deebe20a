namespace WebQA.LabelingUi.Compare;

/// <summary>States of a piece of work, so that every change can be taken back and made again, without limit.</summary>
/// <param name="first">The state at the beginning.</param>
public sealed class UndoHistory<T>(T first)
{
    private readonly Stack<T> _before = [];
    private readonly Stack<T> _after = [];

    /// <summary>The state now.</summary>
    public T Current { get; private set; } = first;

    public bool CanUndo => _before.Count > 0;

    public bool CanRedo => _after.Count > 0;

    /// <summary>Makes a change; what was taken back before cannot be made again then.</summary>
    public void Do(T state)
    {
        _before.Push(Current);
        _after.Clear();
        Current = state;
    }

    /// <returns>Whether there was something to take back.</returns>
    public bool Undo() => Move(_before, _after);

    /// <returns>Whether there was something to make again.</returns>
    public bool Redo() => Move(_after, _before);

    /// <summary>Changes the state without a step that could be taken back.</summary>
    public void Amend(T state) => Current = state;

    private bool Move(Stack<T> from, Stack<T> to)
    {
        if (!from.TryPop(out var state))
        {
            return false;
        }
        to.Push(Current);
        Current = state;
        return true;
    }
}
