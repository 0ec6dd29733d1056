using Clawdbot.Infra.Assistant;

namespace Clawdbot.Stacks.Settings;

/// <summary>What <c>clawdbot:assistant</c> says, before it is known which models the pools serve.</summary>
/// <param name="Model">Name of the model that answers; null where the only one that is served is meant.</param>
/// <param name="Spec">Everything else; its models are filled in by <see cref="For"/>.</param>
public sealed record AssistantSettings(string? Model, ClawdbotAssistantSpec Spec)
{
    /// <summary>The specification for what the pools serve.</summary>
    /// <param name="models">See <see cref="AssistantModel.ServedBy"/>.</param>
    public ClawdbotAssistantSpec For(IReadOnlyList<AssistantModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return Spec with { Models = [.. models], Model = Model ?? (models.Count == 1 ? models[0].Name : "") };
    }
}
