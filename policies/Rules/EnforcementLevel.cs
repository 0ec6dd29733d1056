namespace Clawdbot.Policies.Rules;

/// <summary>What a violation does; the numbers are the engine's (<c>pulumirpc.EnforcementLevel</c>).</summary>
internal enum EnforcementLevel
{
    /// <summary>It is reported.</summary>
    Advisory = 0,

    /// <summary>It stops the deployment.</summary>
    Mandatory = 1,

    /// <summary>The rule is not checked.</summary>
    Disabled = 2,

    /// <summary>The properties are corrected where the rule can; what remains stops the deployment.</summary>
    Remediate = 3,
}
