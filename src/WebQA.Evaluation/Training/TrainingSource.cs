using WebQA.Models.ModelFolders;

namespace WebQA.Evaluation.Training;

/// <summary>Where a trained model comes from, as its folder says.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Command">The command that makes it again.</param>
/// <param name="License">SPDX name of the weights' licence.</param>
/// <param name="Data">The files it was fitted to.</param>
public sealed record TrainingSource(string Name, string Command, string License, IReadOnlyList<ModelData> Data);
