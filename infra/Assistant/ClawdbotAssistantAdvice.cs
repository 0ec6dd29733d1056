namespace Clawdbot.Infra.Assistant;

/// <summary>What is allowed in an assistant but worth a second look.</summary>
public static class ClawdbotAssistantAdvice
{
    /// <summary>One sentence per point, in a fixed order; empty when there is none.</summary>
    /// <param name="spec">A specification that passed <see cref="ClawdbotAssistantRules"/>.</param>
    public static IEnumerable<string> For(ClawdbotAssistantSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (AssistantRelease.OfImage(spec.Image) is { } release && release > ClawdbotAssistantDefaults.CheckedRelease)
            yield return $"Assistant: its settings were checked with release {ClawdbotAssistantDefaults.CheckedRelease}, the image is {release}; run `openclaw config validate` in the new image first, because it refuses to start on a setting that it no longer knows.";
        if (spec.Models.FirstOrDefault(model => model.Name == spec.Model) is { ContextWindow: < ClawdbotAssistantDefaults.ComfortableContext } model)
            yield return $"Assistant: {model.Name} has a context of {model.ContextWindow} tokens; conversations are shortened early below {ClawdbotAssistantDefaults.ComfortableContext}.";
        foreach (var small in spec.Models.Where(model => !model.IsLargeEnough))
            yield return $"Assistant: it is not told of {small.Name}, because a context of {small.ContextWindow} tokens is below {ClawdbotAssistantDefaults.MinimumContext}.";
        if (spec.Telegram is null && !spec.IMessageEnabled)
            yield return "Assistant: no chat channel is on; it can be reached through its own port only.";
        if (spec.IMessageEnabled)
            yield return "Assistant: the iMessage plugin is not part of the image; install it once, docs/runbooks/assistant.md says how.";
        if (spec.Metrics)
            yield return $"Assistant: the plugin {ClawdbotAssistantDefaults.MetricsPlugin} is not part of the image; install it once, docs/runbooks/assistant.md says how.";
    }
}
