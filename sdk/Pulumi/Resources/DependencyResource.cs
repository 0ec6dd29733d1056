namespace Pulumi;

/// <summary>A resource that is only known by its URN.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn, string? id = null)
        : base(type: "pulumi:dependency", name: "", args: null, options: null, dependency: true)
    {
        Urn = Output.Create(urn);
        Id = Output.Create(id ?? "");
    }
}
