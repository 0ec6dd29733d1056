namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>
/// What the algorithm <c>load-aware</c> looks at instead of utilisation, which is 100 % on any busy card. The four shares add up to 1.
/// </summary>
/// <param name="InFlightShare">Requests with the server, as a share of its batch.</param>
/// <param name="WaitingShare">Requests that wait in the server, as a share of its batch.</param>
/// <param name="KvCacheShare">Use of the KV cache.</param>
/// <param name="FirstTokenShare">Recent time to the first token, relative to the best server of the model.</param>
/// <param name="HalfLifeSeconds">Age at which a measurement counts half.</param>
public sealed record LoadAwareWeights(double InFlightShare, double WaitingShare, double KvCacheShare, double FirstTokenShare, int HalfLifeSeconds);
