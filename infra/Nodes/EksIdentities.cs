using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;

namespace Clawdbot.Infra.Nodes;

/// <summary>Ties IAM roles to service accounts.</summary>
internal static class EksIdentities
{
    /// <summary>A role for one service account, and the association that hands it over.</summary>
    internal static PodIdentityAssociation Create(
        string name, EksClusterSpec spec, Output<string> clusterName, string space, string serviceAccount, Output<string> policy, ComponentResource parent)
    {
        var role = EksRoles.Create($"{name}-role", spec, IamPolicy.PodTrust(spec, space, serviceAccount), [], parent);
        _ = EksRoles.Allow($"{name}-permission", role, policy, parent);
        return new PodIdentityAssociation($"{name}-identity", new PodIdentityAssociationArgs
        {
            ClusterName = clusterName,
            Namespace = space,
            ServiceAccount = serviceAccount,
            RoleArn = role.Arn,
            Tags = EksTags.Of(spec.Name, name),
        }, new CustomResourceOptions { Parent = parent });
    }

    /// <summary>The role of an add-on; null when it calls nothing.</summary>
    internal static Role? CreateForAddOn(string name, EksClusterSpec spec, EksAddOn addOn, ComponentResource parent)
    {
        if (addOn.ServiceAccount is not { } account)
            return null;
        var role = EksRoles.Create($"{name}-role", spec, IamPolicy.PodTrust(spec, EksClusterDefaults.AddOnNamespace, account), addOn.ManagedPolicy is { } policy ? [policy] : [], parent);
        if (!addOn.Statements.IsEmpty)
            _ = EksRoles.Allow($"{name}-permission", role, addOn.Statements, parent);
        return role;
    }
}
