using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>What one Router accepts before it sheds work.</summary>
public sealed record AdmissionSettings
{
    /// <summary>Requests with the model servers at once.</summary>
    /// <value>1 to 4096.</value>
    public required int InFlight { get; init; }

    /// <summary>Requests that wait.</summary>
    /// <value>1 to 65536.</value>
    public required int Queue { get; init; }

    /// <summary>Requests that leave the queue together, highest priority first.</summary>
    /// <value>1 to <see cref="InFlight"/>.</value>
    public required int DispatchBatch { get; init; }

    /// <summary>The priorities, highest first.</summary>
    public required ImmutableArray<PriorityClass> Priorities { get; init; }

    /// <summary>Value of <c>Retry-After</c> for shed requests, in seconds.</summary>
    public required int RetryAfterSeconds { get; init; }
}
