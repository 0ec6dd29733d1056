using Pulumi;
using Pulumi.Aws.Iam;

namespace Clawdbot.Infra.Nodes;

/// <summary>Makes IAM roles.</summary>
internal static class EksRoles
{
    /// <summary>What every node may: join the cluster, ask for tokens of pods, pull images. Networking belongs to the add-on's own role.</summary>
    internal static readonly string[] NodePolicies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"];

    /// <summary>A role with policies that AWS maintains.</summary>
    internal static Role Create(string name, EksClusterSpec spec, string trust, IEnumerable<string> managedPolicies, ComponentResource parent)
    {
        var role = new Role(name, new RoleArgs
        {
            AssumeRolePolicy = trust,
            Description = $"{spec.Name}: {name}",
            Tags = EksTags.Of(spec.Name, name),
        }, new CustomResourceOptions { Parent = parent });
        foreach (var policy in managedPolicies)
        {
            _ = new RolePolicyAttachment($"{name}-{policy.Split('/')[^1]}", new RolePolicyAttachmentArgs
            {
                Role = role.Name,
                PolicyArn = AwsNames.ManagedPolicy(spec.Region, policy),
            }, new CustomResourceOptions { Parent = parent });
        }
        return role;
    }

    /// <summary>A role for nodes.</summary>
    internal static Role CreateForNodes(string name, EksClusterSpec spec, ComponentResource parent) =>
        Create(name, spec, IamPolicy.Trust("ec2.amazonaws.com", accountId: null), NodePolicies, parent);

    /// <summary>Permissions of our own for a role.</summary>
    internal static RolePolicy Allow(string name, Role role, IEnumerable<IamStatement> statements, ComponentResource parent) =>
        Allow(name, role, Output.Create(IamPolicy.Render(statements)), parent);

    /// <summary>Permissions that name things which are only known once they exist.</summary>
    internal static RolePolicy Allow(string name, Role role, Output<string> policy, ComponentResource parent) =>
        new(name, new RolePolicyArgs { Role = role.Name, Policy = policy }, new CustomResourceOptions { Parent = parent });
}
