using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>A resource as the program declared it, after all transformations.</summary>
/// <param name="Resource">The resource object.</param>
/// <param name="Args">Its arguments.</param>
/// <param name="Options">Its options.</param>
internal sealed record CapturedResource(Resource Resource, ResourceArgs Args, ResourceOptions Options)
{
    /// <summary>The type token; only after the resource's constructor has begun its registration.</summary>
    public string Type => Resource.GetResourceType();

    /// <summary>The logical name; only after the resource's constructor has begun its registration.</summary>
    public string Name => Resource.GetResourceName();
}
