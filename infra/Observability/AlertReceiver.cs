namespace Clawdbot.Infra.Observability;

/// <summary>Who is told of an alert: one of the nested records, nothing else.</summary>
public abstract record AlertReceiver
{
    private AlertReceiver()
    {
    }

    /// <summary>The secret that the receiver needs, null for none.</summary>
    public abstract SecretFile? Credential { get; }

    /// <summary>Nobody; the alert stays visible in Alertmanager and Prometheus.</summary>
    public sealed record Nobody : AlertReceiver
    {
        /// <inheritdoc/>
        public override SecretFile? Credential => null;
    }

    /// <summary>An HTTP address that gets the alerts as JSON.</summary>
    /// <param name="Url">The address, http or https, without user, password and query: those belong into <paramref name="Token"/>.</param>
    /// <param name="Token">Bearer token, null for none.</param>
    public sealed record Webhook(string Url, SecretFile? Token) : AlertReceiver
    {
        /// <inheritdoc/>
        public override SecretFile? Credential => Token;
    }

    /// <summary>A channel of Slack.</summary>
    /// <param name="Channel">The channel, as <c>#operations</c>.</param>
    /// <param name="ApiUrl">The address of the incoming webhook, which is a secret.</param>
    public sealed record Slack(string Channel, SecretFile ApiUrl) : AlertReceiver
    {
        /// <inheritdoc/>
        public override SecretFile? Credential => ApiUrl;
    }

    /// <summary>A service of PagerDuty (Events API v2).</summary>
    /// <param name="RoutingKey">The integration key.</param>
    public sealed record PagerDuty(SecretFile RoutingKey) : AlertReceiver
    {
        /// <inheritdoc/>
        public override SecretFile? Credential => RoutingKey;
    }
}
