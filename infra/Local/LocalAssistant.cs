using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Assistant.Configuration;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Pulumi.Random;
using Defaults = Clawdbot.Infra.Local.LocalAssistantDefaults;

namespace Clawdbot.Infra.Local;

/// <summary>The assistant in a container of this machine: the same configuration as on Kubernetes.</summary>
/// <remarks>Its tokens are environment variables, because OpenClaw reads them there: who may run <c>docker inspect</c> on this machine sees them.</remarks>
public sealed class LocalAssistant : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:local:LocalAssistant";

    /// <summary>Creates volumes, image, token and container.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the Docker provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public LocalAssistant(string name, LocalAssistantArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(LocalAssistantRules.Check(args, $"LocalAssistant '{name}'", "Change the arguments of the component."));

        var state = CreateVolume($"{name}-state", Defaults.StateVolume);
        var keys = CreateVolume($"{name}-keys", Defaults.KeyVolume);
        var image = new RemoteImage($"{name}-image", new RemoteImageArgs { Name = args.Spec.Image, KeepLocally = true }, new CustomResourceOptions { Parent = this });
        RandomPassword token = new($"{name}-token", new() { Length = ClawdbotAssistantDefaults.OwnTokenLength, Special = false }, new CustomResourceOptions { Parent = this });
        _ = new Container($"{name}-container", Describe(args, image, state, keys, token), LocalContainer.Replaced(this));

        Endpoint = Output.Create(LocalAddress.Url("http", args.BindAddress, args.Port));
        AccessToken = Output.CreateSecret(token.Result);
        RegisterOutputs();
    }

    /// <summary>Where the assistant's own port is published.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>Token for that port. Secret.</summary>
    [Output("accessToken")]
    public Output<string> AccessToken { get; private set; }

    private Volume CreateVolume(string logicalName, string volumeName) =>
        new(logicalName, new VolumeArgs { Name = volumeName }, new CustomResourceOptions { Parent = this, Protect = true });

    private static ContainerArgs Describe(LocalAssistantArgs args, RemoteImage image, Volume state, Volume keys, RandomPassword token)
    {
        var labels = Labels.For(ClawdbotAssistantDefaults.Program, Defaults.ContainerName, ClawdbotAssistantDefaults.Component);
        var container = LocalContainer.Describe(Defaults.ContainerName, image, args.NetworkName, ClawdbotAssistantDefaults.UserId, labels);
        container.Envs = Environment(args, token);
        container.Uploads = Files(args);
        container.Volumes =
        [
            new ContainerVolumeArgs { VolumeName = state.Name, ContainerPath = $"{ClawdbotAssistantDefaults.Home}/.openclaw" },
            new ContainerVolumeArgs { VolumeName = keys.Name, ContainerPath = $"{ClawdbotAssistantDefaults.Home}/.config/openclaw" },
        ];
        if (args.AuthorityFile is { } authority)
            container.Mounts = [new ContainerMountArgs { Type = "bind", Source = authority, Target = AssistantPod.AuthorityFile, ReadOnly = true }];
        container.Memory = args.Spec.MemoryMiB;
        container.Ports = [LocalContainer.Published(ClawdbotAssistantDefaults.Port, args.BindAddress, args.Port)];
        container.Healthcheck = LocalContainer.Health(Defaults.StartSeconds, "node", $"{ClawdbotAssistantDefaults.ScriptPath}/{AssistantScripts.Probe}", "/startupz", "started");
        container.StopTimeout = ClawdbotAssistantDefaults.GracePeriodSeconds;
        container.DestroyGraceSeconds = ClawdbotAssistantDefaults.GracePeriodSeconds;
        container.Wait = true;
        container.WaitTimeout = Defaults.StartSeconds;
        return container;
    }

    private static InputList<string> Environment(LocalAssistantArgs args, RandomPassword token)
    {
        // Without an authority of its own the gateway has a certificate that everybody trusts, or there is no gateway.
        var variables = AssistantPod.Variables(args.Spec)
            .Where(pair => pair.Key != AssistantPod.AuthorityVariable || args.AuthorityFile is not null);
        InputList<string> result = variables.Select(pair => $"{pair.Key}={pair.Value}").ToArray();
        result.Add(Secret(OpenClawConfiguration.OwnTokenVariable, token.Result));
        result.Add(Secret(OpenClawConfiguration.ModelTokenVariable, args.ModelToken));
        if (args.Spec.Telegram is not null)
            result.Add(Secret(OpenClawConfiguration.TelegramTokenVariable, args.TelegramBotToken!));
        return result;
    }

    private static Output<string> Secret(string variable, Input<string> value) => Output.Format($"{variable}={Output.CreateSecret(value.ToOutput())}");

    /// <summary>
    /// The configuration lies in the volume, where a new container overwrites it. It belongs to root, which is no obstacle: OpenClaw replaces
    /// the file instead of writing into it.
    /// </summary>
    private static InputList<ContainerUploadArgs> Files(LocalAssistantArgs args)
    {
        var files = new InputList<ContainerUploadArgs>
        {
            LocalContainer.File($"{ClawdbotAssistantDefaults.Home}/.openclaw/{AssistantPod.DocumentKey}", OpenClawConfiguration.Render(args.Spec, args.ModelsUrl)),
            LocalContainer.File($"{ClawdbotAssistantDefaults.ScriptPath}/{AssistantScripts.Probe}", AssistantScripts.Read(AssistantScripts.Probe)),
        };
        return files;
    }
}
