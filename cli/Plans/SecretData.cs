namespace Clawdbot.Cli.Plans;

/// <summary>The content of Kubernetes Secrets, of which nothing is shown, whether the program took it for secret or not.</summary>
internal static class SecretData
{
    /// <summary>Where a Secret has its values.</summary>
    public static IReadOnlyList<string> Maps { get; } = ["data", "stringData"];

    /// <summary>Whether <paramref name="type"/> is the token of a Secret.</summary>
    public static bool IsSecret(string type) =>
        type.StartsWith("kubernetes:", StringComparison.Ordinal) && type.EndsWith(":Secret", StringComparison.Ordinal);

    /// <summary>Whether a setting of a resource is such content.</summary>
    /// <param name="type">The resource's type token.</param>
    /// <param name="path">Parts of the setting; none stands for all inputs.</param>
    public static bool Holds(string type, IReadOnlyList<string> path) => IsSecret(type) && (path.Count == 0 || Maps.Contains(path[0]));
}
