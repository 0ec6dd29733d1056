using System.Reflection;

namespace Pulumi.Generator.Tests.PublicSurface;

/// <summary>Programs must not notice which package they are built with, so the stand-ins declare what the official packages declare.</summary>
public sealed class PublicSurfaceTests
{
    // Types that the lists do not record, and why they are right all the same.
    private static readonly Dictionary<string, string> NotRecorded = new()
    {
        ["Pulumi.Kubernetes.Autoscaling."] = "the group autoscaling; the same rules as the recorded groups",
        ["Pulumi.Kubernetes.Types.Inputs.Autoscaling."] = "the group autoscaling; the same rules as the recorded groups",
        ["Pulumi.Kubernetes.Types.Outputs.Autoscaling."] = "the group autoscaling; the same rules as the recorded groups",
        ["Pulumi.Kubernetes.Types.Inputs.Provider."] = "the types of the provider; see OfficialFactsTests",
        ["Pulumi.Docker.ContainerState"] = "a state class, which Get takes",
        ["Pulumi.Docker.NetworkState"] = "a state class, which Get takes",
        ["Pulumi.Docker.RemoteImageState"] = "a state class, which Get takes",
        ["Pulumi.Docker.VolumeState"] = "a state class, which Get takes",
    };

    public static TheoryData<string, bool, bool> Packages => new()
    {
        { "kubernetes", true, false },
        { "docker", true, false },
        { "random", false, true },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_member_of_a_stand_in_is_official(string package, bool withWireNames, bool withFullMethods)
    {
        var official = OfficialApi.Load(package);
        var printer = new SurfacePrinter(withWireNames, withFullMethods);
        var foreign = new List<string>();
        foreach (var type in Exported(package))
        {
            if (!official.Types.TryGetValue(type.FullName!, out var recorded))
            {
                foreign.Add(SurfacePrinter.Head(type));
                continue;
            }

            foreign.AddRange(new[] { SurfacePrinter.Head(type) }.Where(head => head != recorded.Head));
            foreign.AddRange(printer.Members(type).Where(member => !recorded.Members.Contains(member)).Select(member => $"{type.FullName}: {member}"));
        }

        Assert.True(foreign.Count == 0, string.Join("\n", foreign));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_official_member_of_a_generated_type_is_there(string package, bool withWireNames, bool withFullMethods)
    {
        var official = OfficialApi.Load(package);
        var printer = new SurfacePrinter(withWireNames, withFullMethods);
        var missing = new List<string>();
        foreach (var type in Exported(package).Where(type => official.Types.ContainsKey(type.FullName!)))
        {
            var present = printer.Members(type).ToHashSet();
            missing.AddRange(official.Types[type.FullName!].Members.Where(member => !present.Contains(member)).Select(member => $"{type.FullName}: {member}"));
        }

        Assert.True(missing.Count == 0, string.Join("\n", missing));
    }

    [Fact]
    public void The_lists_record_what_is_compared()
    {
        // A list that failed to load would let everything pass.
        Assert.Equal(
            [true, true, true],
            Packages.Select(row => OfficialApi.Load((string)row[0]).Types.Values.Sum(type => type.Members.Count) > 80));
        Assert.Contains("Pulumi.Input<int> ContainerPortValue [in containerPort*]", OfficialApi.Load("kubernetes").Types["Pulumi.Kubernetes.Types.Inputs.Core.V1.ContainerPortArgs"].Members);
    }

    private static IEnumerable<Type> Exported(string package) =>
        Assembly.Load("Pulumi." + char.ToUpperInvariant(package[0]) + package[1..]).GetExportedTypes()
            .Where(type => !NotRecorded.Keys.Any(name => type.FullName!.StartsWith(name, StringComparison.Ordinal)));
}
