using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Server.Messages;

namespace Clawdbot.Policies.Server;

/// <summary>Resources as the engine describes them.</summary>
internal static class Resources
{
    /// <summary>One resource.</summary>
    /// <exception cref="WireFormatException">Its properties are no Struct.</exception>
    public static PolicyResource Of(Resource resource) => new(resource.Urn, resource.Type, resource.Name, StructReader.Read(resource.Properties.Span))
    {
        Parent = (resource.Parent.Length > 0 ? resource.Parent : resource.Options?.Parent) is { Length: > 0 } parent ? parent : null,
        Dependencies = [.. resource.Dependencies],
        IsProtected = resource.Options?.Protect == true,
    };

    /// <summary>The resources of a stack.</summary>
    /// <exception cref="WireFormatException">Properties are no Struct.</exception>
    public static PolicyStack Of(StackResources stack) => new([.. stack.Resources.Select(Of)]);
}
