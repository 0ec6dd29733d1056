using Clawdbot.Stacks.Settings;
using Pulumi;

namespace Clawdbot.Stacks;

/// <summary>The secret settings; never as plain text.</summary>
internal sealed class Secrets
{
    private readonly Config _config = new(StackSettings.Project);

    /// <summary>What clients of the model servers present.</summary>
    internal Output<string> ModelServerApiKey => _config.RequireSecret(StackSettings.ModelServerApiKey);

    /// <summary>Content of a kubeconfig.</summary>
    internal Output<string> Kubeconfig => _config.RequireSecret(StackSettings.Kubeconfig);

    /// <summary>Token for the source of the models.</summary>
    internal Output<string> ModelSourceToken => _config.RequireSecret(StackSettings.ModelSourceToken);

    /// <summary>Token of the Telegram bot.</summary>
    internal Output<string> TelegramBotToken => _config.RequireSecret(StackSettings.TelegramBotToken);

    /// <summary>ssh key for the Mac.</summary>
    internal Output<string> MacPrivateKey => _config.RequireSecret(StackSettings.MacPrivateKey);

    /// <summary>User of the registry; null when none is set.</summary>
    internal Output<string>? RegistryUser => Optional(StackSettings.RegistryUser);

    /// <summary>Password of that user; null when none is set.</summary>
    internal Output<string>? RegistryPassword => Optional(StackSettings.RegistryPassword);

    /// <summary>The empty text is the default of Pulumi.yaml, which has to name one.</summary>
    private Output<string>? Optional(string key) => string.IsNullOrEmpty(_config.Get(key)) ? null : _config.RequireSecret(key);
}
