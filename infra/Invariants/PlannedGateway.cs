using System.Collections.Immutable;

namespace Clawdbot.Infra.Invariants;

/// <summary>What the rules between components need to know of the gateway.</summary>
/// <param name="ModelSeconds">Timeout of one try at a model server.</param>
/// <param name="RequestSeconds">Timeout of a whole request at the gateway.</param>
/// <param name="ClientSeconds">Timeout of a request at the assistant.</param>
/// <param name="InFlight">Requests that one Router has at the model servers at once.</param>
/// <param name="FewestRouters">Routers while the load is low.</param>
/// <param name="Routers">Most Routers.</param>
/// <param name="Fallbacks">Served name of the smaller model that answers under load, by the name of the larger.</param>
public sealed record PlannedGateway(int ModelSeconds, int RequestSeconds, int ClientSeconds, int InFlight, int FewestRouters, int Routers, ImmutableSortedDictionary<string, string> Fallbacks);
