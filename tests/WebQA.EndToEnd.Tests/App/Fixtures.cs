using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]
[assembly: AssemblyFixture(typeof(RunningApp))]
// One app, one browser, two cores: tests that set the pace must not meet.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
