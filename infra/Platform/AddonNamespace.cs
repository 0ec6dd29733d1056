namespace Clawdbot.Infra.Platform;

/// <summary>A namespace of add-ons.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PodSecurity">Pod Security level that is enforced: <c>restricted</c>, <c>baseline</c> or <c>privileged</c>.</param>
public sealed record AddonNamespace(string Name, string PodSecurity);
