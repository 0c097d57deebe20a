using System.Xml.Linq;

namespace WebQA.Architecture.Tests;

/// <summary>What a project file says it depends on.</summary>
/// <param name="Path">Seen from the root of the repository.</param>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Projects">Projects whose assembly it references.</param>
/// <param name="BuiltBeside">Projects that are only built with it (<c>ReferenceOutputAssembly=false</c>) and run as processes.</param>
/// <param name="Packages">Packages it names, with <c>$(...)</c> suffixes cut off.</param>
internal sealed record ProjectFile(
    string Path, string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> BuiltBeside, IReadOnlyList<string> Packages)
{
    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Repository.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(Read)];

    private static ProjectFile Read(string path)
    {
        var xml = XDocument.Load(Repository.PathOf(path));
        var references = xml.Descendants("ProjectReference").ToLookup(IsBuiltBeside, NameOf);
        var packages = xml.Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value.Split("$(", StringSplitOptions.None)[0]);
        return new ProjectFile(path, System.IO.Path.GetFileNameWithoutExtension(path), [.. references[false]], [.. references[true]], [.. packages]);
    }

    private static string NameOf(XElement reference) =>
        System.IO.Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));

    private static bool IsBuiltBeside(XElement reference) =>
        string.Equals(
            (reference.Attribute("ReferenceOutputAssembly") ?? (object?)reference.Element("ReferenceOutputAssembly")) switch
            {
                XAttribute attribute => attribute.Value,
                XElement element => element.Value,
                _ => null,
            },
            "false",
            StringComparison.OrdinalIgnoreCase);
}
