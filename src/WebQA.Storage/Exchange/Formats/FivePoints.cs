using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>The five points of the final rating as programs that label by choices show them.</summary>
internal static class FivePoints
{
    private static readonly string[] Words = ["B much better", "B better", "Equally good", "A better", "A much better"];

    public static string Of(Preference preference) => Words[(int)preference + 2];

    /// <exception cref="ExchangeFormatException">It is none of them.</exception>
    public static Preference Read(ExchangeRecord choice)
    {
        var grade = Array.IndexOf(Words, choice.Text());
        return grade >= 0 ? (Preference)(grade - 2) : throw choice.Wrong($"the choice '{choice.Text()}' is not one of '{string.Join("', '", Words)}'");
    }
}
