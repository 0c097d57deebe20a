using System.Globalization;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Resources;
using WebQA.Statistics;

namespace WebQA.LabelingUi.Projects;

/// <summary>Figures in words, never without their interval.</summary>
internal static class Figures
{
    public static string Share(Interval share) => double.IsNaN(share.Estimate) ? ProjectStrings.NoFigure
        : Say.With(ProjectStrings.ShareFigure, 100 * share.Estimate, 100 * share.Low, 100 * share.High);

    public static string Coefficient(Interval value) => double.IsNaN(value.Estimate) ? ProjectStrings.NoFigure
        : double.IsNaN(value.Low) ? Say.With(ProjectStrings.CoefficientAlone, value.Estimate)
        : Say.With(ProjectStrings.CoefficientFigure, value.Estimate, value.Low, value.High);

    public static string Rate(Interval rate) => double.IsNaN(rate.Estimate) ? ProjectStrings.NoFigure : Say.With(ProjectStrings.RateFigure, rate.Estimate, rate.Low, rate.High);

    /// <summary>The share alone, for a headline over its interval.</summary>
    public static string Percent(Interval share) => double.IsNaN(share.Estimate) ? ProjectStrings.NoFigure : Say.With(ProjectStrings.PercentFigure, 100 * share.Estimate);

    /// <summary>The coefficient alone, for a headline over its interval.</summary>
    public static string Two(Interval value) => double.IsNaN(value.Estimate) ? ProjectStrings.NoFigure : value.Estimate.ToString("0.00", CultureInfo.CurrentUICulture);

    public static string Between(Interval value, bool isShare) => double.IsNaN(value.Low) ? ProjectStrings.TooFew
        : isShare ? Say.With(ProjectStrings.BetweenShares, 100 * value.Low, 100 * value.High) : Say.With(ProjectStrings.Between, value.Low, value.High);

    public static string Time(TimeSpan time) => time.TotalHours >= 1 ? Say.With(ProjectStrings.HoursMinutes, (int)time.TotalHours, time.Minutes) : Say.Duration(time);

    public static string Rating(Preference rating) => rating switch
    {
        Preference.AMuchBetter => ProjectStrings.AMuchBetter,
        Preference.ABetter => ProjectStrings.ABetter,
        Preference.EquallyGood => ProjectStrings.EquallyGood,
        Preference.BBetter => ProjectStrings.BBetter,
        _ => ProjectStrings.BMuchBetter,
    };

    public static string Form(ProjectForm form) => form switch
    {
        ProjectForm.Comparison => ProjectStrings.FormComparison,
        ProjectForm.MinimalComparison => ProjectStrings.FormMinimal,
        ProjectForm.AbsoluteRating => ProjectStrings.FormAbsolute,
        _ => ProjectStrings.FormDemonstration,
    };
}
