namespace WebQA.Trainer.Tests;

/// <summary>Tests that fit: chance in libtorch is one stream a process, so fits in one process take turns.</summary>
[CollectionDefinition(Name)]
public sealed class TorchCollection
{
    public const string Name = "torch";
}
