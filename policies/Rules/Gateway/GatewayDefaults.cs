namespace Clawdbot.Policies.Rules.Gateway;

/// <summary>Choices of the rules about the gateway.</summary>
internal static class GatewayDefaults
{
    /// <summary>Seconds by which clocks may differ: five minutes, as Kerberos allows; more lengthens every token that should have ended.</summary>
    public const double ClockSkewSeconds = 300;

    /// <summary>Tries after the first one: B9 of the requirements. More of them double the load of what fails because of its load.</summary>
    public const double Retries = 2;

    /// <summary>Seconds that a pod gets when it is stopped and does not say: Kubernetes' default.</summary>
    public const double GraceSeconds = 30;

    /// <summary>The same of Docker.</summary>
    public const double DockerGraceSeconds = 10;
}
