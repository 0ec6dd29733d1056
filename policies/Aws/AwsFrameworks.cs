using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Aws;

/// <summary>Catalogues that only AWS rules have counterparts in.</summary>
internal static class AwsFrameworks
{
    /// <summary>A policy of AWSGuard: https://github.com/pulumi/pulumi-policy-aws</summary>
    public static FrameworkReference Awsguard(string policy) => new("AWSGuard", policy);

    /// <summary>A check of Checkov: https://www.checkov.io/5.Policy%20Index/terraform.html</summary>
    public static FrameworkReference Checkov(string check) => new("Checkov", check);

    /// <summary>A practice of the AWS Well-Architected Framework.</summary>
    public static FrameworkReference WellArchitected(string practice) => new("AWS Well-Architected", practice);
}
