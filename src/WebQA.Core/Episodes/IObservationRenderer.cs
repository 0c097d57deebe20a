namespace WebQA.Core.Episodes;

/// <summary>Renders an observation as the text that a policy reads.</summary>
public interface IObservationRenderer
{
    /// <summary>The text, LF line ends, ending with the header <c>♦Next action</c>.</summary>
    string Render(Observation observation);
}
