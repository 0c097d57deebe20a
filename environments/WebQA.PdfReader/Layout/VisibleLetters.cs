using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace WebQA.PdfReader.Layout;

/// <summary>The letters of a page that a reader can see: not those drawn invisibly, off the page, in white on white, or too small to read.</summary>
/// <remarks>A scan's recognised text is invisible too, over the picture of the page; a page that has hardly any other text keeps it.</remarks>
internal static class VisibleLetters
{
    private const double SmallestPoints = 1;
    private const double LargestPagePoints = 14_400; // ISO 32000-1, annex C
    private const double WhiteFrom = 0.97;

    public static IReadOnlyList<Letter> Of(Page page)
    {
        var letters = page.Letters;
        var invisible = letters.Count(IsInvisible);
        var isScan = invisible > letters.Count * 0.9 && page.NumberOfImages > 0;
        var bounds = page.CropBox.Bounds;
        var hasPositions = HasPositions(page);
        var backgrounds = letters.Any(IsWhite) ? DarkAreas(page) : [];
        return
        [
            .. letters.Where(letter =>
                (isScan || !IsInvisible(letter))
                && (!hasPositions || (letter.PointSize >= SmallestPoints && IsOnPage(letter, bounds)))
                && (!IsWhite(letter) || backgrounds.Any(area => Contains(area, letter)))),
        ];
    }

    private static bool IsInvisible(Letter letter) => letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;

    private static bool IsWhite(Letter letter) => !IsInvisible(letter) && IsWhite(letter.FillColor);

    private static bool IsWhite(IColor? color)
    {
        if (color is null or PatternColor)
        {
            return false;
        }
        var (red, green, blue) = color.ToRGBValues();
        return red >= WhiteFrom && green >= WhiteFrom && blue >= WhiteFrom;
    }

    /// <summary>Whether the positions on the page mean anything: its box is a size that the format allows.</summary>
    public static bool HasPositions(Page page) =>
        page.CropBox.Bounds is { Width: > 1 and <= LargestPagePoints, Height: > 1 and <= LargestPagePoints };

    private static bool IsOnPage(Letter letter, PdfRectangle bounds)
    {
        var (x, y) = CenterOf(letter);
        return x >= bounds.Left && x <= bounds.Right && y >= bounds.Bottom && y <= bounds.Top;
    }

    private static List<PdfRectangle> DarkAreas(Page page)
    {
        var areas = new List<PdfRectangle>();
        foreach (var path in page.Paths)
        {
            if (path.IsFilled && !IsWhite(path.FillColor) && path.GetBoundingRectangle() is { } area)
            {
                areas.Add(area);
            }
        }
        areas.AddRange(page.GetImages().Select(image => image.BoundingBox));
        return areas;
    }

    private static bool Contains(PdfRectangle area, Letter letter)
    {
        var (x, y) = CenterOf(letter);
        return x >= area.Left && x <= area.Right && y >= area.Bottom && y <= area.Top;
    }

    private static (double X, double Y) CenterOf(Letter letter) =>
        ((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, letter.StartBaseLine.Y + letter.PointSize / 4);
}
