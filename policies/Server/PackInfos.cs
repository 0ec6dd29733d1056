using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server.Messages;
using Google.Protobuf;

namespace Clawdbot.Policies.Server;

/// <summary>What the pack says of itself and of its rules.</summary>
internal static class PackInfos
{
    /// <summary>The pack.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="isProduction">Whether the rules have their own level.</param>
    public static PackInfo Of(IReadOnlyList<PolicyRule> rules, bool isProduction) => new()
    {
        Name = PackIdentity.Name,
        DisplayName = PackIdentity.DisplayName,
        Version = PackIdentity.Version,
        Description = PackIdentity.Description,
        SupportsConfig = true,
        Policies = { rules.Select(rule => Of(rule, isProduction)) },
    };

    private static PolicyInfo Of(PolicyRule rule, bool isProduction)
    {
        var metadata = rule.Metadata;
        var info = new PolicyInfo
        {
            Name = metadata.Id,
            DisplayName = metadata.Title,
            Description = metadata.Description,
            Message = $"{metadata.Title}.",
            Level = (int)PolicyConfiguration.DefaultLevel(metadata, isProduction),
            PolicyType = rule.ChecksResources ? PolicyType.Resource : PolicyType.Stack,
            Severity = (int)metadata.Severity,
            RemediationSteps = metadata.Remedy,
            Url = metadata.Url,

            // The engine takes one framework; the others are tags.
            Framework = metadata.Frameworks.Select(f => new Framework { Name = f.Framework, Reference = f.Control }).FirstOrDefault(),
            Tags = { metadata.Frameworks.Skip(1).Select(f => $"{f.Framework}: {f.Control}") },
        };
        if (metadata.Settings.Count > 0)
        {
            info.ConfigSchema = new ConfigSchema { Properties = UnsafeByteOperations.UnsafeWrap(StructWriter.Write(SettingSchemas.Of(metadata.Settings))) };
        }

        return info;
    }
}
