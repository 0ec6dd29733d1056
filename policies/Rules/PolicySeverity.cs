namespace Clawdbot.Policies.Rules;

/// <summary>How bad a violation is; the numbers are the engine's (<c>pulumirpc.PolicySeverity</c>).</summary>
internal enum PolicySeverity
{
    /// <summary>Untidy; costs time when something else goes wrong.</summary>
    Low = 1,

    /// <summary>Costs availability or defence in depth.</summary>
    Medium = 2,

    /// <summary>An outage or an attack needs one more mistake.</summary>
    High = 3,

    /// <summary>Does not work, loses data, or is open, as it stands.</summary>
    Critical = 4,
}
