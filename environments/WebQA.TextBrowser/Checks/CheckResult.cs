namespace WebQA.TextBrowser.Checks;

/// <summary>What came of one case of a check; a line of <c>webqa check … --out</c>.</summary>
/// <param name="Id">The case.</param>
/// <param name="Expected">The safe outcome that the case asks for, in its own words.</param>
/// <param name="Outcome">What happened, by the names of outcomes that the case files use.</param>
/// <param name="Pass">Whether that is the safe outcome, within the case's bounds.</param>
/// <param name="Ms">Milliseconds.</param>
public sealed record CheckResult(string Id, string Expected, string Outcome, bool Pass, long Ms);
