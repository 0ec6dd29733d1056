using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Values;
using Google.Protobuf;

namespace Clawdbot.Policies.Server;

/// <summary>What was found, as the engine takes it.</summary>
internal static class Answers
{
    /// <summary>The violations and what could not be decided.</summary>
    public static AnalyzeResponse Of(PolicyFindings findings)
    {
        var response = new AnalyzeResponse();
        response.Diagnostics.AddRange(findings.Violations.Select(Of));
        response.NotApplicable.AddRange(findings.NotApplicable.Select(Of));
        return response;
    }

    /// <summary>A correction.</summary>
    public static Remediation Of(PolicyMetadata rule, PropertyValue.Map properties) => new()
    {
        PolicyName = rule.Id,
        PackName = PackIdentity.Name,
        PackVersion = PackIdentity.Version,
        Description = rule.Description,
        Properties = UnsafeByteOperations.UnsafeWrap(StructWriter.Write(properties)),
    };

    // The engine shows the message alone, so it begins with the description. The version is always there: without it the engine shows the pack a second time.
    private static Diagnostic Of(PolicyViolation violation) => new()
    {
        PolicyName = violation.Rule.Id,
        PackName = PackIdentity.Name,
        PackVersion = PackIdentity.Version,
        Description = violation.Rule.Description,
        Message = $"{violation.Rule.Description}\n{violation.Message}",
        Level = (int)violation.Level,
        Urn = violation.Urn,
        Severity = (int)violation.Rule.Severity,
    };

    // The engine knows the resource that it asked about, but a reason that was found while a stack was checked must name it.
    private static Inapplicable Of(NotApplicable undecided) => new() { PolicyName = undecided.Rule.Id, Reason = $"{undecided.Subject}: {undecided.Reason}" };
}
