using WebQA.Core.Demonstrations;
using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Compare;

/// <summary>One person at the Compare screen of a project: the task they hold, what they have said of it, and how long they worked. Not thread-safe.</summary>
/// <remarks>The screen's drafts are saved by the browser (compare.js), which outlives the connection; what was saved is read back here before it is handed in.</remarks>
public sealed class CompareSession(ITaskQueue queue, IDraftStore drafts, TimeProvider clock, string project, Labeler labeler)
{
    /// <summary>When before its end a lease is warned of.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(2);

    /// <summary>Told to whoever looks into how an annotation was made.</summary>
    private const string UiVersion = "compare-1";

    private UndoHistory<ComparisonWork> _work = new(ComparisonWork.Empty);
    private WorkClock _time = Begun(clock, default);
    private TaskLease? _lease;

    /// <summary>What is compared; null where nothing is left.</summary>
    public PresentedComparison? Comparison { get; private set; }

    /// <summary>What was said so far.</summary>
    public ComparisonWork Work => _work.Current;

    /// <summary>The draft's version that <see cref="Work"/> began with; 0 where there was none.</summary>
    public long DraftVersion { get; private set; }

    /// <summary>When that was saved.</summary>
    public DateTimeOffset? DraftSavedAt { get; private set; }

    /// <summary>Whether there was a draft that could not be read. It is kept until something else is saved.</summary>
    public bool HasStrangeDraft { get; private set; }

    /// <summary>The right to the task; null without one.</summary>
    public TaskLease? Lease => _lease;

    /// <summary>Comparisons handed in here.</summary>
    public int Submitted { get; private set; }

    /// <summary>The claim looked at.</summary>
    public ClaimMark? Current { get; private set; }

    public bool CanUndo => _work.CanUndo;

    public bool CanRedo => _work.CanRedo;

    /// <summary>Time at work and away from it.</summary>
    public WorkClock Time => _time;

    /// <summary>What is left of the lease; negative where it has ended.</summary>
    public TimeSpan LeaseLeft => (_lease?.Until ?? DateTimeOffset.MinValue) - clock.GetUtcNow();

    /// <summary>Takes the task that the person holds, or the next one, with its draft.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="FeedbackRefusedException">There is no such project, or it is not for this person.</exception>
    public async Task<bool> NextAsync(CancellationToken cancellationToken = default)
    {
        var claimed = await queue.ClaimAsync(project, labeler, cancellationToken);
        (_lease, Comparison) = (claimed?.Lease, claimed?.Comparison);
        (_work, Current, HasStrangeDraft, DraftVersion, DraftSavedAt) = (new(ComparisonWork.Empty with { OpenedAt = clock.GetUtcNow() }), null, false, 0, null);
        if (Comparison is not null)
        {
            await LoadDraftAsync(cancellationToken);
            Current = Claims(AnswerSide.A).Concat(Claims(AnswerSide.B)).FirstOrDefault(static claim => !claim.IsRated);
        }
        _time = Begun(clock, new WorkTime(TimeSpan.FromMilliseconds(Work.ActiveMilliseconds), TimeSpan.FromMilliseconds(Work.IdleMilliseconds)));
        return Comparison is not null;
    }

    /// <summary>Takes over what the browser has saved of this task since.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken = default)
    {
        if (await SavedAsync(cancellationToken) is { } saved && !saved.SaysTheSame(Work))
        {
            _work.Do(saved);
            Find();
        }
    }

    /// <summary>Holds the task for longer, if the person did anything within the patience of <see cref="WorkClock"/>; a page that nobody looks at gives it back in time.</summary>
    /// <exception cref="FeedbackRefusedException">The work on it has ended.</exception>
    public async Task HeartbeatAsync(CancellationToken cancellationToken = default)
    {
        if (_lease is { } lease && _time.SinceInput < WorkClock.Patience)
        {
            _lease = await queue.RenewAsync(lease, cancellationToken);
        }
    }

    /// <summary>Changes what was said; the change can be taken back.</summary>
    public void Change(Func<ComparisonWork, ComparisonWork> change)
    {
        _time.Touch();
        _work.Do(Stamped(change(Work)) with { Edits = Work.Edits + 1 });
        Find();
    }

    /// <summary>Takes the last change back.</summary>
    public void Undo()
    {
        _time.Touch();
        var (edits, undos) = (Work.Edits, Work.Undos);
        if (_work.Undo())
        {
            _work.Amend(Stamped(Work) with { Edits = edits, Undos = undos + 1 });
            Find();
        }
    }

    /// <summary>Makes the change that was taken back last again.</summary>
    public void Redo()
    {
        _time.Touch();
        var (edits, undos) = (Work.Edits, Work.Undos);
        if (_work.Redo())
        {
            _work.Amend(Stamped(Work) with { Edits = edits + 1, Undos = undos });
            Find();
        }
    }

    /// <summary>The claims of an answer, marked or not, in the order of its text.</summary>
    public IReadOnlyList<ClaimMark> Claims(AnswerSide side) => Comparison is { Form: ProjectForm.Comparison } ? AnswerClaims.Of(Answer(side).Text, side, Work.Claims) : [];

    public ComparedAnswer Answer(AnswerSide side) => side == AnswerSide.A ? Comparison!.A : Comparison!.B;

    /// <summary>Looks at a claim.</summary>
    public void Select(ClaimMark claim) => Current = claim;

    /// <summary>Looks at the claim after (or before) this one, through both answers.</summary>
    public void Step(int by)
    {
        _time.Touch();
        var all = Claims(AnswerSide.A).Concat(Claims(AnswerSide.B)).ToList();
        if (all.Count > 0)
        {
            var at = Current is { } current ? all.FindIndex(current.IsAt) : -1;
            Current = all[Math.Clamp(at + by, 0, all.Count - 1)];
        }
    }

    /// <summary>Labels the claim looked at.</summary>
    /// <param name="support">Its support; null leaves it.</param>
    /// <param name="relevance">Its relevance; null leaves it.</param>
    /// <param name="movesOn">Whether the next unlabelled claim is looked at once both are given.</param>
    public void Label(string? support, string? relevance, bool movesOn)
    {
        if (Current is not { } current)
        {
            return;
        }
        var labelled = current with { Support = support ?? current.Support, Relevance = relevance ?? current.Relevance };
        Change(work => work.WithClaim(labelled));
        if (movesOn && labelled.IsRated)
        {
            Current = Claims(labelled.Side).FirstOrDefault(claim => claim.Start > labelled.Start && !claim.IsRated) ?? labelled;
        }
    }

    /// <summary>Marks words as a claim.</summary>
    /// <returns>Why not; null where they are marked.</returns>
    public ClaimFault? Mark(AnswerSide side, int start, int end)
    {
        if (Comparison is not { Form: ProjectForm.Comparison } || !Enum.IsDefined(side) || AnswerClaims.Trimmed(Answer(side).Text, side, start, end) is not { } claim)
        {
            return ClaimFault.NoWords;
        }
        if (Work.Claims.Any(other => other.Overlaps(claim) && !other.IsAt(claim)))
        {
            return ClaimFault.Overlaps;
        }
        if (Work.Claims.Count >= AnnotationRules.MaxClaims)
        {
            return ClaimFault.TooMany;
        }
        Change(work => work.WithClaim(work.Claims.FirstOrDefault(claim.IsAt) ?? claim));
        Current = Work.Claims.First(claim.IsAt);
        return null;
    }

    /// <summary>Moves the edges of the claim looked at by words: the keyboard's way of selecting.</summary>
    /// <param name="start">Words by which its beginning moves, back if negative.</param>
    /// <param name="end">Words by which its end moves.</param>
    /// <returns>Why not; null where it is moved.</returns>
    public ClaimFault? Resize(int start, int end)
    {
        if (Current is not { } current)
        {
            return ClaimFault.NoWords;
        }
        var text = Answer(current.Side).Text;
        if (AnswerClaims.Trimmed(text, current.Side, WordEdges.Move(text, current.Start, start), WordEdges.Move(text, current.End, end)) is not { } moved)
        {
            return ClaimFault.NoWords;
        }
        if (Work.Claims.Any(other => other.Overlaps(moved) && !other.IsAt(current)))
        {
            return ClaimFault.Overlaps;
        }
        var claim = moved with { Support = current.Support, Relevance = current.Relevance };
        Change(work => (work with { Claims = [.. work.Claims.Where(other => !other.IsAt(current))] }).WithClaim(claim));
        Current = claim;
        return null;
    }

    /// <summary>Takes the labels and the edges of the claim looked at away.</summary>
    public void Unmark()
    {
        if (Current is { } current && Work.Claims.Any(current.IsAt))
        {
            Change(work => work with { Claims = [.. work.Claims.Where(claim => !claim.IsAt(current))] });
        }
    }

    /// <summary>Gives the task back untouched; the draft stays.</summary>
    public Task ReleaseAsync(CancellationToken cancellationToken = default) => queue.ReleaseAsync(_lease!, cancellationToken);

    /// <summary>Skips the task.</summary>
    /// <exception cref="FeedbackRefusedException">The reason is missing, or the work on it has ended.</exception>
    public Task SkipAsync(SkipRoute route, string reason, CancellationToken cancellationToken = default) => queue.SkipAsync(_lease!, route, reason, cancellationToken);

    /// <summary>What is missing before the work can be handed in.</summary>
    public IReadOnlyList<MissingPart> Missing => Comparison is { } comparison ? MissingPart.Of(comparison, Work) : [];

    /// <summary>Hands in what was saved last.</summary>
    /// <returns>What is missing; empty where it is handed in.</returns>
    /// <exception cref="FeedbackRefusedException">It cannot be; the message says why. The draft stays.</exception>
    public async Task<IReadOnlyList<MissingPart>> SubmitAsync(CancellationToken cancellationToken = default)
    {
        await ReloadAsync(cancellationToken);
        if (Missing is { Count: > 0 } missing)
        {
            return missing;
        }
        await queue.SubmitAsync(_lease!, Stamped(Work).ToAnnotation(Comparison!, UiVersion), cancellationToken);
        Submitted++;
        return [];
    }

    private async Task LoadDraftAsync(CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(labeler.Id, Key, cancellationToken) is { } draft)
        {
            (DraftVersion, DraftSavedAt) = (draft.Version, draft.SavedAt);
            var work = ComparisonWork.Parse(draft.Body, Comparison!);
            HasStrangeDraft = work is null;
            _work = new(work ?? Work);
        }
    }

    private async Task<ComparisonWork?> SavedAsync(CancellationToken cancellationToken) =>
        await drafts.FindAsync(labeler.Id, Key, cancellationToken) is { } draft ? ComparisonWork.Parse(draft.Body, Comparison!) : null;

    private DraftKey Key => new(DraftKey.Comparison, Comparison!.TaskId);

    private ComparisonWork Stamped(ComparisonWork work)
    {
        var now = _time.Now;
        return work with { ActiveMilliseconds = (long)now.Active.TotalMilliseconds, IdleMilliseconds = (long)now.Idle.TotalMilliseconds };
    }

    /// <summary>A clock of somebody who is at work already.</summary>
    private static WorkClock Begun(TimeProvider clock, WorkTime before)
    {
        var time = new WorkClock(clock, before);
        time.Touch();
        return time;
    }

    /// <summary>Keeps looking at the same place after a change.</summary>
    private void Find()
    {
        if (Current is { } current)
        {
            var claims = Claims(current.Side);
            Current = claims.FirstOrDefault(current.IsAt) ?? claims.FirstOrDefault(current.Overlaps);
        }
    }
}
