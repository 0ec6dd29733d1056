namespace Clawdbot.Infra.Serving;

/// <summary>The seconds between "stop" and "killed": clients leave, running streams finish, the process exits.</summary>
/// <param name="PreStopSeconds">Pause before vLLM is told to stop, so that the endpoint is gone from every client's list first.</param>
/// <param name="ShutdownTimeoutSeconds">Time that running requests get (<c>--shutdown-timeout</c>); with 0 vLLM aborts them.</param>
/// <param name="SlackSeconds">Time for the process itself to end.</param>
public readonly record struct DrainBudget(int PreStopSeconds, int ShutdownTimeoutSeconds, int SlackSeconds)
{
    /// <summary>Value of <c>terminationGracePeriodSeconds</c>: always more than pause and streams together, or they would be cut.</summary>
    public int GracePeriodSeconds => PreStopSeconds + ShutdownTimeoutSeconds + SlackSeconds;
}
