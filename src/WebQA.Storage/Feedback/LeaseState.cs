namespace WebQA.Storage.Feedback;

/// <summary>What became of a task in the hands of a person. Held and submitted ones take a place of the task; the others do not.</summary>
internal enum LeaseState
{
    Held = 0,
    Submitted = 1,
    Released = 2,
    Expired = 3,
    Later = 4,
    ForOthers = 5,
    Dropped = 6,
}
