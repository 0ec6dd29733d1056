using System.Globalization;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Aws.Vpc;

namespace Clawdbot.Infra.Nodes;

/// <summary>Who may use the API, and from where.</summary>
internal static class EksAccess
{
    /// <summary>Lets a principal in, with one of the policies that EKS maintains, for the whole cluster.</summary>
    internal static Resource Grant(string name, EksClusterSpec spec, Output<string> clusterName, string principal, string policy, ComponentResource parent)
    {
        var entry = new AccessEntry(name, new AccessEntryArgs { ClusterName = clusterName, PrincipalArn = principal, Type = "STANDARD", Tags = EksTags.Of(spec.Name, name) },
            new CustomResourceOptions { Parent = parent });
        return new AccessPolicyAssociation($"{name}-policy", new AccessPolicyAssociationArgs
        {
            ClusterName = clusterName,
            PrincipalArn = principal,
            PolicyArn = AwsNames.AccessPolicy(spec.Region, policy),
            AccessScope = new AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        }, new CustomResourceOptions { Parent = parent, DependsOn = entry });
    }

    /// <summary>The private endpoint answers nodes only; this group lets other private networks in.</summary>
    internal static SecurityGroup CreateApiSecurityGroup(string name, EksClusterSpec spec, Vpc vpc, ComponentResource parent)
    {
        var group = new SecurityGroup(name, new SecurityGroupArgs
        {
            Description = "API, from private networks outside the nodes",
            VpcId = vpc.Id,
            Tags = EksTags.Of(spec.Name, $"{spec.Name}-api"),
        }, new CustomResourceOptions { Parent = parent });
        foreach (var cidr in spec.PrivateAccessCidrs)
        {
            _ = new SecurityGroupIngressRule(string.Create(CultureInfo.InvariantCulture, $"{name}-{cidr.Replace('/', '-')}"), new SecurityGroupIngressRuleArgs
            {
                SecurityGroupId = group.Id,
                Description = "API",
                CidrIpv4 = cidr,
                IpProtocol = "tcp",
                FromPort = EksClusterDefaults.HttpsPort,
                ToPort = EksClusterDefaults.HttpsPort,
            }, new CustomResourceOptions { Parent = parent });
        }
        return group;
    }
}
