using System.CommandLine;
using System.Security.Cryptography;
using WebQA.Models.ModelFolders;

namespace WebQA.Cli.Commands;

/// <summary>Options that all commands have that fit a model.</summary>
internal sealed record TrainOptions(Option<string> Name, Option<string> License, Option<string?> Work, Option<string?> Options)
{
    private const string NoLicense = "NOASSERTION";

    public static TrainOptions Create(string name) => new(
        new Option<string>("--name") { Description = "The model's name, stored with what it makes.", DefaultValueFactory = _ => name, HelpName = "name" },
        new Option<string>("--license") { Description = "SPDX name of the weights' licence.", DefaultValueFactory = _ => NoLicense, HelpName = "name" },
        new Option<string?>("--work") { Description = "Folder for data and checkpoints; a stopped run goes on there. [default: a temporary one]", HelpName = "folder" },
        new Option<string?>("--options") { Description = "The trainer's options (JSON).", HelpName = "file" });

    /// <summary>What was given.</summary>
    public Values Read(ParseResult parsed) => new(parsed.GetRequiredValue(Name), parsed.GetRequiredValue(License), parsed.GetValue(Work), parsed.GetValue(Options));

    /// <summary>A file as the model folder names it.</summary>
    public static async Task<ModelData> DataAsync(string path, int records, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return new ModelData(Path.GetFileName(path), records, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }

    /// <summary>What was given.</summary>
    internal sealed record Values(string Name, string License, string? Work, string? OptionsFile)
    {
        /// <summary>As it stands at the end of the command that makes the model again.</summary>
        public string Suffix => $" --name {Name}{(License == NoLicense ? string.Empty : $" --license {License}")}{(OptionsFile is null ? string.Empty : $" --options {Path.GetFileName(OptionsFile)}")}";
    }
}
