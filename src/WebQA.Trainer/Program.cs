// Fits models. A process of its own, so that no other loads libtorch:
//   WebQA.Trainer reward --data FOLDER --work FOLDER --out FILE [--options FILE]
// Progress is a line of JSON an epoch on standard output; the end is a line with what was fitted. It stops when standard input closes or a signal comes,
// and the same command goes on where it stopped. Exit codes: 0 done, 1 failed, 2 usage, 130 stopped.
using System.Globalization;
using WebQA.Models.Training;
using WebQA.Trainer;
using WebQA.Trainer.Fitting;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var stopping = new StandardInputSignal();
var output = new TrainerOutput(Console.Out);
try
{
    if (TrainerArguments.Parse(args) is not { } arguments)
    {
        await Console.Error.WriteLineAsync(TrainerArguments.Usage);
        return 2;
    }
    var fit = new RewardTraining(PairDataset.Read(arguments.Data), arguments.Options(), arguments.Work).Run(output.Epoch, stopping.Token);
    var partial = arguments.Out + ".partial";
    await File.WriteAllBytesAsync(partial, fit.ToOnnx());
    File.Move(partial, arguments.Out, overwrite: true);
    output.Fitted(fit);
    return 0;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped. The same command goes on from the last epoch.");
    return 130;
}
catch (Exception e) when (e is TrainingDataException or TrainingDivergedException or InvalidDataException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
