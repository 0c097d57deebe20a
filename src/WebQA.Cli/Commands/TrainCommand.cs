using System.CommandLine;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa train</c>: makes model folders.</summary>
internal static class TrainCommand
{
    public static Command Create(CliSession session) => new("train", "Fit a model to data and write its folder: weights, figures on held-out data, card.") { TrainRewardCommand.Create(session) };
}
