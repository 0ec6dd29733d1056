using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Serving;

/// <summary>
/// The Secret with the API key of all model servers. Servers read it when they start, so after changing the key the pools have to be
/// restarted.
/// </summary>
public sealed class ModelServerKey : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:serving:ModelServerKey";

    /// <summary>Creates the Secret.</summary>
    /// <param name="name">Logical name; the child is named after it.</param>
    /// <param name="args">The key, and where it goes.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule.</exception>
    public ModelServerKey(string name, ModelServerKeyArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(ModelServerKeyRules.Check(args, $"ModelServerKey '{name}'", "Change the arguments of the component."));

        var secret = new Secret($"{name}-secret", new SecretArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = ModelServerKeyDefaults.SecretName,
                Namespace = args.Namespace,
                Labels = Labels.For(ModelServerKeyDefaults.SecretName, name, ModelPoolDefaults.Component),
            },
            Type = "Opaque",
            StringData = { [ModelServerKeyDefaults.Key] = Output.CreateSecret(args.ApiKey.ToOutput()) },
        }, new CustomResourceOptions { Parent = this });
        SecretName = OutputUtilities.WithDependency(Output.Create(ModelServerKeyDefaults.SecretName), secret);
        RegisterOutputs();
    }

    /// <summary>Name of the Secret; its key is <see cref="ModelServerKeyDefaults.Key"/>.</summary>
    [Output("secretName")]
    public Output<string> SecretName { get; private set; }
}
