using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability;

/// <summary>Who is told of which alerts.</summary>
public sealed record AlertRoutingSpec
{
    /// <summary>Receiver of critical alerts, which wake somebody.</summary>
    /// <value>Default: nobody.</value>
    public AlertReceiver Critical { get; init; } = new AlertReceiver.Nobody();

    /// <summary>Receiver of warnings.</summary>
    /// <value>Default: nobody.</value>
    public AlertReceiver Warning { get; init; } = new AlertReceiver.Nobody();

    /// <summary>Receiver of the alert that always fires, which raises the alarm when it stops.</summary>
    /// <value>Default: nobody, so a dead Prometheus is noticed by its silence only.</value>
    public AlertReceiver DeadMan { get; init; } = new AlertReceiver.Nobody();

    /// <summary>Names of the Secrets that Alertmanager must have mounted (<c>alertmanagerSpec.secrets</c>), in ordinal order.</summary>
    public ImmutableArray<string> Secrets =>
    [
        .. new[] { Critical, Warning, DeadMan }.Select(receiver => receiver.Credential?.Secret).OfType<string>()
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
