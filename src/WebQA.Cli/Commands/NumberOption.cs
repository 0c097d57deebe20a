using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace WebQA.Cli.Commands;

/// <summary>Options that take a number within bounds, with a message that says what is taken.</summary>
internal static class NumberOption
{
    /// <summary>A whole number.</summary>
    public static Option<T> Whole<T>(string name, string description, T value, T min, T max)
        where T : struct, IBinaryInteger<T> => Create(name, description, value, min, max, "a whole number", NumberStyles.AllowLeadingSign);

    /// <summary>A number that may have a fraction, written with a point.</summary>
    public static Option<double> Decimal(string name, string description, double value, double min, double max) =>
        Create(name, description, value, min, max, "a number", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint);

    private static Option<T> Create<T>(string name, string description, T value, T min, T max, string kind, NumberStyles styles)
        where T : struct, INumber<T> => new(name)
        {
            Description = $"{description} ({min.ToString(null, CultureInfo.InvariantCulture)} to {max.ToString(null, CultureInfo.InvariantCulture)})",
            DefaultValueFactory = _ => value,
            HelpName = "number",
            CustomParser = result => Parse(result, name, min, max, kind, styles),
        };

    private static T Parse<T>(ArgumentResult result, string name, T min, T max, string kind, NumberStyles styles)
        where T : struct, INumber<T>
    {
        var token = result.Tokens is [var only] ? only.Value : string.Empty;
        if (T.TryParse(token, styles, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes {kind} from {min} to {max}; '{token}' is not one."));
        return min;
    }
}
