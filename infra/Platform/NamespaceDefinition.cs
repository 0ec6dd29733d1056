namespace Clawdbot.Infra.Platform;

/// <summary>One namespace and how tight it is.</summary>
/// <param name="Name">DNS label, at most 63 characters.</param>
/// <param name="AllowDns">Whether pods may ask the cluster's DNS; everything else is closed until a component opens it.</param>
public sealed record NamespaceDefinition(string Name, bool AllowDns);
