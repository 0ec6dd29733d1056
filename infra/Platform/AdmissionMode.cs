namespace Clawdbot.Infra.Platform;

/// <summary>What the API server does with an object that breaks a rule of the policy pack; each value does what those before it do.</summary>
public enum AdmissionMode
{
    /// <summary>It is written into the audit log.</summary>
    Audit,

    /// <summary>Who writes the object is warned as well.</summary>
    Warn,

    /// <summary>The object is refused.</summary>
    Deny,
}
