using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.Models.Training;
using WebQA.Trainer.Fitting;

namespace WebQA.Trainer;

/// <summary>What the trainer was asked for.</summary>
/// <param name="Data">Folder of comparisons as numbers.</param>
/// <param name="Work">Folder of checkpoints.</param>
/// <param name="Out">The ONNX file to write.</param>
/// <param name="OptionsFile">JSON of <see cref="FitOptions"/>, or null.</param>
internal sealed record TrainerArguments(string Data, string Work, string Out, string? OptionsFile)
{
    /// <summary>How it is called.</summary>
    public const string Usage = "Usage: WebQA.Trainer reward --data FOLDER --work FOLDER --out FILE [--options FILE]";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Reads the command line; null where it is not one of ours.</summary>
    public static TrainerArguments? Parse(IReadOnlyList<string> args)
    {
        var named = args.Skip(1).Chunk(2).Where(static pair => pair.Length == 2).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
        return args.Count % 2 == 1 && args[0] == "reward" && named.TryGetValue("--data", out var data) && named.TryGetValue("--work", out var work) && named.TryGetValue("--out", out var target)
            ? new TrainerArguments(data, work, target, named.GetValueOrDefault("--options"))
            : null;
    }

    /// <summary>The options, or their defaults.</summary>
    /// <exception cref="TrainingDataException">The file cannot be read, or names an option there is not.</exception>
    public FitOptions Options()
    {
        try
        {
            return OptionsFile is null ? new FitOptions() : JsonSerializer.Deserialize<FitOptions>(File.ReadAllText(OptionsFile), Json) ?? new FitOptions();
        }
        catch (JsonException e)
        {
            throw new TrainingDataException(OptionsFile!, e.Message.TrimEnd('.'), e);
        }
    }
}
