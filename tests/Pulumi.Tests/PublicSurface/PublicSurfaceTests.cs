using System.Reflection;

namespace Pulumi.Tests.PublicSurface;

/// <summary>
/// The stand-in offers the official package's API and nothing else, so the same source compiles against either. The tests hold for the
/// official assembly too: run them with -p:PulumiSdk=nuget.
/// </summary>
public class PublicSurfaceTests
{
    private static readonly Assembly Loaded = typeof(Output).Assembly;

    private static readonly Dictionary<string, Type> LoadedTypes =
        Loaded.GetExportedTypes().ToDictionary(TypeNotation.DefinitionName);

    [Fact]
    public void The_recorded_list_holds_the_whole_official_assembly()
        => Assert.Equal(146, OfficialList.Types.Count);

    [Fact]
    public void Has_the_official_assembly_name_and_version()
        => Assert.Equal(("Pulumi", new Version(3, 112, 1, 0)), (Loaded.GetName().Name, Loaded.GetName().Version));

    [Fact]
    public void Offers_no_public_type_that_the_official_package_lacks()
        => AssertNone(LoadedTypes.Keys.Where(name => !OfficialList.Types.ContainsKey(name)));

    [Fact]
    public void Offers_every_official_type_outside_the_experimental_and_codegen_namespaces()
        => AssertNone(OfficialList.Types.Values.Where(type => !type.IsOutOfScope && !LoadedTypes.ContainsKey(type.Name)).Select(type => type.Name));

    [Fact]
    public void Declares_every_type_with_its_official_kind_and_bases()
        => AssertNone(Common().SelectMany(pair =>
        {
            var (kind, bases) = (Kind(pair.Loaded), Bases(pair.Loaded));
            return kind == pair.Official.Kind && bases.SetEquals(pair.Official.Bases)
                ? Array.Empty<string>()
                : [$"{kind} {pair.Official.Name} : {string.Join(", ", bases.Order())}; official: {pair.Official.Kind} : {string.Join(", ", pair.Official.Bases.Order())}"];
        }));

    [Fact]
    public void Offers_no_member_that_the_official_type_lacks()
        => AssertNone(Common().SelectMany(pair => MemberNotation.Format(pair.Loaded)
            .Where(member => !pair.Official.Members.Contains(member))
            .Select(member => $"{pair.Official.Name}: {member}")));

    [Fact]
    public void Offers_every_member_of_the_official_types()
        => AssertNone(Common().SelectMany(pair => pair.Official.Members
            .Except(MemberNotation.Format(pair.Loaded))
            .Select(member => $"{pair.Official.Name}: {member}")));

    private static IEnumerable<(Type Loaded, OfficialType Official)> Common()
        => OfficialList.Types.Values
            .Where(official => !official.IsOutOfScope && LoadedTypes.ContainsKey(official.Name))
            .Select(official => (LoadedTypes[official.Name], official));

    private static string Kind(Type type)
    {
        var kind = type.IsInterface ? "interface"
            : type.IsEnum ? "enum"
            : type.IsValueType ? "struct"
            : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        return $"public {kind}";
    }

    private static HashSet<string> Bases(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
            return [];
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Where(item => item.IsVisible).Select(TypeNotation.Format).ToHashSet();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            bases.Add(TypeNotation.Format(parent));
        return bases;
    }

    private static void AssertNone(IEnumerable<string> differences)
    {
        var list = differences.Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{list.Count} difference(s) from the official package:{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }
}
