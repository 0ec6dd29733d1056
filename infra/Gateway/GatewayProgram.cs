using Clawdbot.Infra.Platform;
using Pulumi;

namespace Clawdbot.Infra.Gateway;

/// <summary>One of the two programs of the gateway, as its pods and Services need to know it.</summary>
internal sealed record GatewayProgram
{
    /// <summary>Part of the logical names: <c>access-tier</c> or <c>router</c>.</summary>
    internal required string Role { get; init; }

    /// <summary>Name of its objects.</summary>
    internal required string ObjectName { get; init; }

    internal required string Program { get; init; }

    internal required string Component { get; init; }

    internal required string Job { get; init; }

    internal required int Port { get; init; }

    internal required int ServicePort { get; init; }

    internal required string PortName { get; init; }

    internal required int StatusPort { get; init; }

    internal required ReplicaRange Replicas { get; init; }

    internal required GatewayPodSize Size { get; init; }

    internal required string SettingsFile { get; init; }

    internal required string Settings { get; init; }

    internal required Output<string> Image { get; init; }

    /// <summary>Secrets to mount: volume, Secret, directory.</summary>
    internal required IReadOnlyList<(string Volume, Input<string> Secret, string Directory)> Secrets { get; init; }

    /// <summary>Pod annotations besides the hash of the settings.</summary>
    internal IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    internal string SettingsMap => $"{ObjectName}-settings";

    internal Dictionary<string, string> ObjectLabels => Labels.For(Program, ObjectName, Component);

    /// <summary>Selectors cannot be changed later, so they hold identity and nothing that may vary.</summary>
    internal Dictionary<string, string> Selector => new() { [Labels.Name] = Program, [Labels.Instance] = ObjectName };
}
