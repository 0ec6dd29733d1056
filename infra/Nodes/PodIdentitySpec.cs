using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>AWS permissions of one service account.</summary>
/// <param name="Name">Part of the resources' names, DNS label.</param>
/// <param name="Namespace">Namespace of the service account.</param>
/// <param name="ServiceAccount">The service account; it need not exist yet.</param>
/// <param name="Statements">What its pods may do; no action and no resource is a bare <c>*</c>.</param>
public sealed record PodIdentitySpec(string Name, string Namespace, string ServiceAccount, ImmutableArray<IamStatement> Statements);
