namespace WebQA.LabelingUi.SignIn;

/// <summary>What the forms around signing in send.</summary>
internal sealed class SignInInput
{
    public string? Token { get; set; }

    public string? Name { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }
}
