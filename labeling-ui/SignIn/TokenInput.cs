namespace WebQA.LabelingUi.SignIn;

/// <summary>What the forms of API tokens send.</summary>
internal sealed class TokenInput
{
    public string? Name { get; set; }

    public List<string> Scopes { get; set; } = [];

    public int Days { get; set; } = 90;

    public long Number { get; set; }
}
