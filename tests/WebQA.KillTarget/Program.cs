// A host of scripted episodes that tests kill: KillTarget DATA PAUSE_MS EPISODES. Starts that many, goes on with what it finds, says 'ready', and runs
// until its input closes.
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.KillTarget.Doubles;
using WebQA.Runs;
using WebQA.Storage;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var pause = TimeSpan.FromMilliseconds(int.Parse(args[1], CultureInfo.InvariantCulture));
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddStorage(new DataFolder(args[0]), options =>
{
    options.Lease = TimeSpan.FromMilliseconds(500);
    options.MinFreeBytes = 0;
});
builder.Services.AddRuns(HostedBy.Service, options =>
{
    options.MaxRunning = 20;
    options.Heartbeat = options.Reap = TimeSpan.FromMilliseconds(100);
});
builder.Services.AddSingleton<IEnvironmentCatalog>(provider =>
    new ScriptedEnvironments(provider.GetRequiredService<IPageArchive>(), provider.GetRequiredService<TimeProvider>()));
builder.Services.AddSingleton<IPolicyCatalog>(provider => new ScriptedPolicies(pause, provider.GetRequiredService<TimeProvider>()));
using var app = builder.Build();
await app.StartAsync();
var host = app.Services.GetRequiredService<IEpisodeHost>();
for (var i = 0; i < int.Parse(args[2], CultureInfo.InvariantCulture); i++)
{
    await host.StartAsync(new EpisodeRequest { Question = $"Why {i}?", Seed = i });
}
Console.WriteLine("ready");
await Console.In.ReadToEndAsync();
await app.StopAsync();
