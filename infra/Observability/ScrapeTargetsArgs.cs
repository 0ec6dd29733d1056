using Clawdbot.Infra.Assistant;
using Pulumi;

namespace Clawdbot.Infra.Observability;

/// <summary>Arguments of <see cref="ScrapeTargets"/>.</summary>
public sealed class ScrapeTargetsArgs : ResourceArgs
{
    /// <summary>Which parts the system has.</summary>
    public required ScrapeTargetsSpec Spec { get; init; }

    /// <summary>Secret with the assistant's own token, in the assistant's namespace: the operator reads tokens only beside the object.</summary>
    [Input("assistantTokenSecretName")]
    public Input<string>? AssistantTokenSecretName { get; init; }

    /// <summary>Key of the token in that Secret.</summary>
    /// <value>Default: <see cref="ClawdbotAssistantDefaults.OwnTokenKey"/>.</value>
    public string AssistantTokenKey { get; init; } = ClawdbotAssistantDefaults.OwnTokenKey;
}
