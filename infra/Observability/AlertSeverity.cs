namespace Clawdbot.Infra.Observability;

/// <summary>How soon a person must look at an alert. The label carries the name in lower case.</summary>
public enum AlertSeverity
{
    /// <summary>For the record; nobody is called.</summary>
    Info,

    /// <summary>A ticket: the cause of a later outage, or one already absorbed. Within the working day.</summary>
    Warning,

    /// <summary>A page: users notice, or will within minutes.</summary>
    Critical,
}
