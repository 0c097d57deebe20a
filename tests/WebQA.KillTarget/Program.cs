// Several programs in one. 'host DATA PAUSE_MS EPISODES' runs scripted episodes and is there to be killed; 'rounds N' kills it that often and prints
// what became of the episodes, and how fast the store is, as one JSON object (the full-size figure of .ci/measurements/kill).
// 'drafts DATA' types drafts and is there to be killed; 'draft-rounds N' kills it that often and prints what became of them (.ci/measurements/drafts).
using System.Globalization;
using System.Text.Json;
using WebQA.KillTarget.Rounds;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["host", var data, var pause, var episodes]:
        await VictimHost.RunAsync(data, TimeSpan.FromMilliseconds(int.Parse(pause)), int.Parse(episodes));
        return 0;
    case ["rounds", var rounds]:
        using (var limit = new CancellationTokenSource(TimeSpan.FromMinutes(25)))
        {
            const int FewestStepsASecond = 1_500;
            var speed = await StoreSpeed.MeasureAsync(limit.Token);
            var figures = await KillRounds.RunAsync(int.Parse(rounds), limit.Token);
            Console.WriteLine(JsonSerializer.Serialize(new { Kill = figures, StepsASecond = Math.Round(speed), FewestStepsASecond }, KillFigures.Json));
            return figures.IsClean && speed >= FewestStepsASecond ? 0 : 1;
        }
    case ["drafts", var data]:
        await DraftTyping.RunAsync(data);
        return 0;
    case ["draft-rounds", var rounds]:
        using (var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10)))
        {
            var figures = await DraftRounds.RunAsync(int.Parse(rounds), limit.Token);
            Console.WriteLine(JsonSerializer.Serialize(figures, KillFigures.Json));
            return figures.IsClean ? 0 : 1;
        }
    default:
        Console.Error.WriteLine("Usage: WebQA.KillTarget host DATA PAUSE_MS EPISODES | rounds N | drafts DATA | draft-rounds N");
        return 2;
}
