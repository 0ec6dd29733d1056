using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Docker;

namespace Clawdbot.Infra.Local;

/// <summary>The network of this machine that all parts of a local system share; they find each other by name in it.</summary>
public sealed class LocalNetwork : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:local:LocalNetwork";

    /// <summary>Creates the network.</summary>
    /// <param name="name">Logical name; the child is named after it.</param>
    /// <param name="args">What to create.</param>
    /// <param name="options">Options; the Docker provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule.</exception>
    public LocalNetwork(string name, LocalNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(LocalNetworkRules.Check(args, $"LocalNetwork '{name}'", "Change the arguments of the component."));

        // Bridges of a name of their own have a name service; Docker's default bridge has none.
        var network = new Network($"{name}-network", new NetworkArgs { Name = args.NetworkName, Driver = "bridge" }, new CustomResourceOptions { Parent = this });
        NetworkName = network.Name;
        RegisterOutputs();
    }

    /// <summary>Name of the network; what uses it waits for the network.</summary>
    [Output("networkName")]
    public Output<string> NetworkName { get; private set; }
}
