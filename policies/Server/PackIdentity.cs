using System.Reflection;

namespace Clawdbot.Policies.Server;

/// <summary>What the pack is called.</summary>
internal static class PackIdentity
{
    /// <summary>Name for the engine.</summary>
    public const string Name = "clawdbot";

    /// <summary>Name for people.</summary>
    public const string DisplayName = "Clawdbot";

    /// <summary>What it is for, as a sentence.</summary>
    public const string Description = "Rules for AI assistants on self-hosted models: Kubernetes, AWS, model servers, gateway, storage and how they fit together.";

    /// <summary>The version, which the project file alone names.</summary>
    public static string Version { get; } = typeof(PackIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
