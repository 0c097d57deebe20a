namespace WebQA.LabelingUi.SignIn;

/// <summary>What a token must be made for to make a call.</summary>
/// <param name="Scope">One of <see cref="Storage.Accounts.ApiScopes"/>.</param>
internal sealed record ScopeMetadata(string Scope);
