using MudBlazor;

namespace WebQA.LabelingUi.Components.Layout;

/// <summary>The design's colours and type for MudBlazor's components. The app's own styles read the same values from tokens.css.</summary>
internal static class WebQATheme
{
    private static readonly string[] Sans = ["Inter Variable", "Inter", "Segoe UI", "system-ui", "sans-serif"];
    private static readonly string[] Serif = ["Source Serif 4 Variable", "Source Serif 4", "Georgia", "serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Background = "#f6f5f1", BackgroundGray = "#efede7", Surface = "#ffffff", AppbarBackground = "#ffffff", DrawerBackground = "#ffffff",
            TableHover = "#efede7", Divider = "#dedad1", TableLines = "#dedad1", LinesDefault = "#dedad1", LinesInputs = "#82888e",
            TextPrimary = "#1c2126", TextSecondary = "#4b545c", ActionDefault = "#4b545c", TextDisabled = "#626a72",
            Primary = "#0b5a70", PrimaryDarken = "#084658", PrimaryContrastText = "#ffffff",
            Success = "#1a6b43", Warning = "#7d4f00", Error = "#a12828", Info = "#34549c",
        },
        PaletteDark = new PaletteDark
        {
            Background = "#121619", BackgroundGray = "#0e1214", Surface = "#1a1f23", AppbarBackground = "#1a1f23", DrawerBackground = "#1a1f23",
            TableHover = "#0e1214", Divider = "#2f383e", TableLines = "#2f383e", LinesDefault = "#2f383e", LinesInputs = "#7d8890",
            TextPrimary = "#e8ebed", TextSecondary = "#b9c1c8", ActionDefault = "#b9c1c8", TextDisabled = "#9aa4ac",
            Primary = "#78c8dc", PrimaryDarken = "#9ad8e7", PrimaryContrastText = "#062530",
            Success = "#7fcea2", Warning = "#ecbc6c", Error = "#f39a93", Info = "#a3baf2",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerMiniWidthLeft = "92px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "14px", LineHeight = "20px", LetterSpacing = "normal" },
            H4 = new H4Typography { FontFamily = Serif, FontSize = "30px", LineHeight = "38px", FontWeight = "600", LetterSpacing = "-.01em" },
            H5 = new H5Typography { FontFamily = Serif, FontSize = "19px", LineHeight = "26px", FontWeight = "600", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Sans, FontSize = "20px", LineHeight = "28px", FontWeight = "600", LetterSpacing = "-.01em" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Sans, FontSize = "16px", LineHeight = "24px", FontWeight = "600", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Sans, FontSize = "14px", LineHeight = "20px", FontWeight = "600", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Sans, FontSize = "14px", LineHeight = "20px", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Sans, FontSize = "13px", LineHeight = "18px", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = "14px", LineHeight = "20px", FontWeight = "500", TextTransform = "none", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Sans, FontSize = "12px", LineHeight = "16px", LetterSpacing = "normal" },
        },
    };
}
