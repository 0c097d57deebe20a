using TorchSharp.Modules;
using WebQA.Trainer.Losses;
using WebQA.Trainer.Networks;
using static TorchSharp.torch;

namespace WebQA.Trainer.Fitting;

/// <summary>Fits one network to comparisons: AdamW with warm-up and decay, clipped gradients, a moving average of the weights, and the end where validation no longer gains.</summary>
/// <param name="training">Pairs whose loss is made small.</param>
/// <param name="validation">Pairs that say when to stop; questions of their own.</param>
/// <param name="options">How.</param>
/// <param name="seed">Of this member.</param>
/// <param name="checkpoints">Where the state goes after each epoch, so that a killed fit goes on to the same weights.</param>
internal sealed class PreferenceFit(PairTensors training, PairTensors validation, FitOptions options, int seed, CheckpointFolder checkpoints)
{
    private const double HabitSpeed = 10;

    /// <summary>Fits, from the last checkpoint if there is one, and returns the network with its best weights.</summary>
    /// <param name="features">Features an answer.</param>
    /// <param name="progress">Told of each epoch.</param>
    /// <param name="cancellationToken">Stops between two steps; the last checkpoint stays.</param>
    /// <exception cref="TrainingDivergedException">The loss is no longer a number.</exception>
    public PreferenceNetwork Run(int features, Action<EpochReport> progress, CancellationToken cancellationToken)
    {
        random.manual_seed(Seeds.Of(seed, "weights"));
        var network = new PreferenceNetwork(new ScoreNetwork(features, options.Hidden, options.Dropout));
        using var optimizer = Optimizer(network);
        using var average = new MovingAverage(network, options.Average);
        var state = checkpoints.Load(network, optimizer, average) ?? new FitState(Epoch: 0, BestEpoch: 0, BestLoss: double.PositiveInfinity);
        var stepsAnEpoch = (training.Count + options.Batch - 1) / options.Batch;
        while (state.Epoch < options.Epochs && state.Epoch - state.BestEpoch < options.Patience)
        {
            var epoch = state.Epoch + 1;
            var order = Order(epoch);
            double sum = 0;
            for (var step = 0; step < stepsAnEpoch; step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var number = (state.Epoch * stepsAnEpoch) + step;
                var batch = order.AsMemory(step * options.Batch, Math.Min(options.Batch, training.Count - (step * options.Batch)));
                var loss = Step(network, optimizer, batch, number, stepsAnEpoch * options.Epochs);
                if (!double.IsFinite(loss))
                {
                    throw new TrainingDivergedException(epoch, step + 1);
                }
                average.Update(number);
                sum += loss * batch.Length;
            }
            var validationLoss = average.With(() => MeanLoss(network, validation));
            state = validationLoss < state.BestLoss - 1e-6 ? new FitState(epoch, epoch, validationLoss) : state with { Epoch = epoch };
            checkpoints.Save(state, network, optimizer, average);
            progress(new EpochReport(seed, epoch, sum / training.Count, validationLoss, state.BestEpoch));
        }
        checkpoints.LoadBest(network);
        network.eval();
        return network;
    }

    /// <summary>Mean loss over all pairs by their weights, without dropout.</summary>
    public double MeanLoss(PreferenceNetwork network, PairTensors pairs)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        network.eval();
        var losses = Losses(network, pairs.A, pairs.B, pairs.Position, pairs.Longer, pairs.Target) * pairs.Weight;
        return losses.sum().item<float>() / pairs.Weight.sum().item<float>();
    }

    /// <summary>Habits move faster and are not decayed, so that they, and not the score, take up what they can explain.</summary>
    private AdamW Optimizer(PreferenceNetwork network)
    {
        AdamW.ParamGroup score = new([.. network.Score.parameters()], lr: options.LearningRate, weight_decay: options.WeightDecay);
        AdamW.ParamGroup habits = new([.. network.Habits], lr: options.LearningRate * HabitSpeed, weight_decay: 0);
        return optim.AdamW([score, habits]);
    }

    private double Step(PreferenceNetwork network, OptimizerHelper optimizer, ReadOnlyMemory<long> batch, int number, int steps)
    {
        using var scope = NewDisposeScope();
        // Dropout of a step depends on seed and step alone, so that a resumed fit draws what the killed one would have drawn.
        random.manual_seed(Seeds.Of(seed, $"step {number}"));
        network.train();
        optimizer.zero_grad();
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = group.InitialLearningRate * Schedule(number, steps);
        }
        var total = training.Weight.index_select(0, tensor(batch.ToArray())).sum().item<float>();
        double sum = 0;
        for (var at = 0; at < batch.Length; at += options.MicroBatch)
        {
            var rows = tensor(batch.Slice(at, Math.Min(options.MicroBatch, batch.Length - at)).ToArray());
            Tensor Rows(Tensor all) => all.index_select(0, rows);
            var losses = Losses(network, Rows(training.A), Rows(training.B), Rows(training.Position), Rows(training.Longer), Rows(training.Target));
            var loss = (losses * Rows(training.Weight)).sum() / total;
            loss.backward();
            sum += loss.item<float>();
        }
        nn.utils.clip_grad_norm_(network.parameters(), options.ClipNorm);
        optimizer.step();
        return sum;
    }

    private Tensor Losses(PreferenceNetwork network, Tensor a, Tensor b, Tensor position, Tensor longer, Tensor target)
    {
        var difference = network.forward(a, b, position, longer);
        return options.Loss == PreferenceLossKind.Davidson
            ? PreferenceLosses.Davidson(difference, target, network.LogNu)
            : PreferenceLosses.SoftBradleyTerry(difference, target);
    }

    private double Schedule(int step, int steps)
    {
        var warmUp = Math.Max(1, options.WarmUp * steps);
        return step < warmUp ? (step + 1) / warmUp : Math.Max(0, (steps - step) / (steps - warmUp));
    }

    private long[] Order(int epoch)
    {
        long[] order = [.. Enumerable.Range(0, training.Count).Select(static i => (long)i)];
        new Random(Seeds.Of(seed, $"order {epoch}")).Shuffle(order);
        return order;
    }
}

/// <summary>Where a fit stands after an epoch.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="BestEpoch">The one with the best validation loss.</param>
/// <param name="BestLoss">That loss, nats a pair.</param>
internal sealed record FitState(int Epoch, int BestEpoch, double BestLoss);

/// <summary>What an epoch came to.</summary>
/// <param name="Seed">Of the member.</param>
/// <param name="Epoch">1-based.</param>
/// <param name="TrainingLoss">Mean over the epoch's steps, dropout on, nats a pair.</param>
/// <param name="ValidationLoss">Of the averaged weights, nats a pair.</param>
/// <param name="BestEpoch">The best so far.</param>
internal sealed record EpochReport(int Seed, int Epoch, double TrainingLoss, double ValidationLoss, int BestEpoch);

/// <summary>The loss is no longer a number; the message says where and what to change.</summary>
public sealed class TrainingDivergedException(int epoch, int step) : Exception(
    $"The loss is no longer a number in epoch {epoch}, step {step}. Look for features that are infinite or not numbers, or lower learning_rate in options.json.");
