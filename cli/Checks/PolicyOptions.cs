using System.CommandLine;

namespace Clawdbot.Cli.Checks;

/// <summary>The options of the verbs that evaluate policies.</summary>
internal sealed class PolicyOptions
{
    /// <summary>Exceptions.</summary>
    public Option<string> Waivers { get; } = new("--waivers") { Description = "The file of waivers; for a stack policies/waivers.yaml by default, for manifests none.", HelpName = "FILE" };

    /// <summary>Levels and values.</summary>
    public Option<string> Configuration { get; } = new("--policy-config") { Description = "Levels and values of policies, as `pulumi up --policy-pack-config` takes them.", HelpName = "FILE" };

    /// <summary>What a command line gave.</summary>
    public PolicyFiles Of(ParseResult parsed) => new(parsed.GetValue(Waivers), parsed.GetValue(Configuration));
}
