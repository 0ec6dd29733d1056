using System.Text.Json;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>What the engine got from the pack.</summary>
internal sealed class EngineReport(JsonElement root)
{
    /// <summary>All of it.</summary>
    public JsonElement Root { get; } = root;

    /// <summary>Where the conversation ended before its time: step, status, text; null when it did not.</summary>
    public (string Step, int? Code, string Message)? Failure => Root.TryGetProperty("failure", out var failure)
        ? (failure.GetProperty("step").GetString()!, failure.GetProperty("code") is { ValueKind: JsonValueKind.Number } code ? code.GetInt32() : null, failure.GetProperty("message").GetString()!)
        : null;

    /// <summary>The violations of a resource: policy, level, message.</summary>
    public IEnumerable<(string Policy, int Level, string Message)> Of(string urn) => Diagnostics(Root.GetProperty("analyses").GetProperty(urn)).Select(d => (d.Policy, d.Level, d.Message));

    /// <summary>The violations of the stack: policy, level, URN, message.</summary>
    public IEnumerable<(string Policy, int Level, string Urn, string Message)> OfStack => Diagnostics(Root.GetProperty("stack"));

    /// <summary>The policies that could not be decided of a resource, with the reasons.</summary>
    public IEnumerable<(string Policy, string Reason)> Undecided(string urn) => Root.GetProperty("analyses").GetProperty(urn).GetProperty("notApplicable").EnumerateArray()
        .Select(n => (n.GetProperty("policyName").GetString()!, n.GetProperty("reason").GetString()!));

    /// <summary>The levels of the policies as the pack told them.</summary>
    public IEnumerable<int> Levels => Root.GetProperty("info").GetProperty("policies").EnumerateArray().Select(policy => policy.GetProperty("level").GetInt32());

    private static IEnumerable<(string Policy, int Level, string Urn, string Message)> Diagnostics(JsonElement findings) => findings.GetProperty("diagnostics").EnumerateArray().Select(d => (
        d.GetProperty("policyname").GetString()!, d.GetProperty("enforcementlevel").GetInt32(), d.GetProperty("urn").GetString()!, d.GetProperty("message").GetString()!));
}
