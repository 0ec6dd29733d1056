using Clawdbot.Cli.Rendering;

namespace Clawdbot.Cli.Diffs;

/// <summary>Kinds as the table spells them: without the version of an API, which changes while the thing stays.</summary>
internal static class KindName
{
    private const string Kubernetes = "kubernetes:";
    private const int TokenParts = 3;

    /// <summary><c>apps/Deployment</c>, <c>core/Service</c>, <c>aws:eks/NodeGroup</c>, <c>docker:Container</c>; other tokens as they are.</summary>
    /// <param name="type">A type token.</param>
    public static string Of(string type)
    {
        var parts = type.Split(':', TokenParts);
        if (parts.Length < TokenParts)
        {
            return type;
        }

        if (type.StartsWith(Kubernetes, StringComparison.Ordinal))
        {
            return Object(parts[1], parts[2]);
        }

        var slash = parts[1].IndexOf('/', StringComparison.Ordinal);
        var module = slash < 0 ? parts[1] : parts[1][..slash];
        return slash < 0 ? type : module == "index" ? $"{parts[0]}:{parts[2]}" : $"{parts[0]}:{module}/{parts[2]}";
    }

    /// <summary>The kind of a Kubernetes object.</summary>
    public static string Object(string apiVersion, string kind) =>
        $"{(ApplyOrder.Group(apiVersion) is { Length: > 0 } group ? group : "core")}/{kind}";

    /// <summary>Whether <paramref name="type"/> is a token of the Kubernetes provider.</summary>
    public static bool IsKubernetes(string type) => type.StartsWith(Kubernetes, StringComparison.Ordinal);

    /// <summary>The kind with its last part replaced by <c>*</c>; null when it has no group.</summary>
    public static string? Group(string kind)
    {
        var slash = kind.LastIndexOf('/');
        return slash < 0 ? null : kind[..slash] + "/*";
    }
}
