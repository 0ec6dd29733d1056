namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Headers between the access tier and the Router; clients cannot set them.</summary>
/// <param name="Client">Verified subject of the token.</param>
/// <param name="Tenant">Whose cache and fair share the request uses: issuer and subject.</param>
/// <param name="Priority">Name of the priority.</param>
/// <param name="RequestId">Id of the request, in every log line and in the answer.</param>
public sealed record TrustedHeaders(string Client, string Tenant, string Priority, string RequestId);
