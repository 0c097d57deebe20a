using System.Text.Json;
using WebQA.Trainer.Fitting;

namespace WebQA.Trainer;

/// <summary>What the trainer says on standard output: a line of JSON an event.</summary>
internal sealed class TrainerOutput(TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>An epoch is done.</summary>
    public void Epoch(EpochReport report) => Write(new { Event = "epoch", report.Seed, report.Epoch, report.TrainingLoss, report.ValidationLoss, report.BestEpoch });

    /// <summary>All is done.</summary>
    public void Fitted(RewardFit fit) => Write(new
    {
        Event = "fitted",
        Members = fit.Members.Count,
        fit.Temperature,
        FirstBias = fit.Members.Average(static m => m.FirstBias),
        LengthBias = fit.Members.Average(static m => m.LengthBias),
    });

    private void Write<T>(T value)
    {
        output.WriteLine(JsonSerializer.Serialize(value, Json));
        output.Flush();
    }
}
