using System.Globalization;
using WebQA.LabelingUi.Hosting;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return await Startup.RunAsync(() => UiApp.Build(args));

/// <summary>The web app; named for the tests that start it.</summary>
public partial class Program;
