using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Aws;

/// <summary>The settings of a cluster, where the resource and where the component of pulumi-eks have them.</summary>
internal sealed class EksCluster(PolicyResource resource)
{
    private readonly bool _isComponent = resource.Type == AwsTypes.EksComponent;

    /// <summary>The resource.</summary>
    public PolicyResource Resource { get; } = resource;

    /// <summary>Whether it is the component, which decides more by itself than it lets be set.</summary>
    public bool IsComponent => _isComponent;

    /// <summary>Whether the API can be reached from the Internet.</summary>
    public Property EndpointPublicAccess => Network("endpointPublicAccess");

    /// <summary>Whether the API can be reached from inside the VPC.</summary>
    public Property EndpointPrivateAccess => Network("endpointPrivateAccess");

    /// <summary>The ranges that reach the public endpoint.</summary>
    public Property PublicAccessCidrs => Network("publicAccessCidrs");

    /// <summary>Which logs the control plane writes.</summary>
    public Property LogTypes => Resource["enabledClusterLogTypes"];

    /// <summary>Where principals are mapped to users.</summary>
    public Property AuthenticationMode => _isComponent ? Resource["authenticationMode"] : Resource["accessConfig"]["authenticationMode"];

    /// <summary>Whether AWS refuses to delete it.</summary>
    public Property DeletionProtection => Resource["deletionProtection"];

    /// <summary>The Kubernetes version.</summary>
    public Property Version => Resource["version"];

    /// <summary>Whether it stays on a version beyond standard support.</summary>
    public Property SupportType => Resource["upgradePolicy"]["supportType"];

    private Property Network(string key) => _isComponent ? Resource[key] : Resource["vpcConfig"][key];
}
