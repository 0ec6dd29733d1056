namespace Clawdbot.Cli.Diffs;

/// <summary>How a pod uses a ConfigMap, a Secret or a claim.</summary>
internal enum Use
{
    /// <summary>As files that follow a change.</summary>
    Files,

    /// <summary>As variables, as single files (subPath), or in a way that the plan does not show: read once, at the start.</summary>
    Start,
}
