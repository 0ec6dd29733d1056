using System.Collections.Immutable;
using System.Text.Json;

namespace Clawdbot.Infra.Platform;

/// <summary>The admission policies that the policy pack wrote: <c>infra/Platform/Admission/admission-policies.json</c>, which nobody edits by hand.</summary>
public static class AdmissionPolicyCatalog
{
    /// <summary>The policies, sorted by name.</summary>
    public static ImmutableArray<AdmissionPolicyDefinition> All { get; } = Read();

    /// <summary>The rules that have a policy, sorted.</summary>
    public static ImmutableArray<string> Rules { get; } = [.. All.Select(policy => policy.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static ImmutableArray<AdmissionPolicyDefinition> Read()
    {
        using var stream = typeof(AdmissionPolicyCatalog).Assembly.GetManifestResourceStream("admission/admission-policies.json")
            ?? throw new InvalidOperationException("The admission policies are missing in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document.RootElement.GetProperty("policies").EnumerateArray().Select(policy => new AdmissionPolicyDefinition(
                policy.GetProperty("name").GetString()!,
                policy.GetProperty("rule").GetString()!,
                Enum.Parse<AdmissionMode>(policy.GetProperty("strictest").GetString()!, ignoreCase: true),
                policy.GetProperty("spec").Clone())),
        ];
    }
}
