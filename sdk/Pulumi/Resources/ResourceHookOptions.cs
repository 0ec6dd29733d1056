namespace Pulumi;

/// <summary>When a <see cref="ResourceHook"/> runs and what its failure means.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether it also runs in previews; null is no.</summary>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether its failure is only a warning; null is no.</summary>
    public bool? IgnoreErrors { get; set; }
}
