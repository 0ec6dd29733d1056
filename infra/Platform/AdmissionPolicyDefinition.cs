using System.Text.Json;

namespace Clawdbot.Infra.Platform;

/// <summary>An admission policy as the policy pack wrote it.</summary>
/// <param name="Name">Name of the object.</param>
/// <param name="Rule">The rule of the policy pack that it says again.</param>
/// <param name="Strictest">The most that it may ever do.</param>
/// <param name="Spec">Its specification, as the API has it; without what depends on the mode.</param>
public sealed record AdmissionPolicyDefinition(string Name, string Rule, AdmissionMode Strictest, JsonElement Spec);
