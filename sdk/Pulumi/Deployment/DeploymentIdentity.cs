namespace Pulumi;

/// <summary>Which stack a run is of.</summary>
internal sealed record DeploymentIdentity(string Organization, string Project, string Stack, string RootDirectory, bool IsDryRun);
