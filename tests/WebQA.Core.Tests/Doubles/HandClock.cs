namespace WebQA.Core.Tests.Doubles;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks = TestPages.Noon.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(int seconds) => _ticks += seconds * TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow() => new(_ticks, TimeSpan.Zero);
}
