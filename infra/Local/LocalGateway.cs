using System.Diagnostics;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Gateway.Settings;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Pulumi.Random;
using Defaults = Clawdbot.Infra.Local.LocalGatewayDefaults;

namespace Clawdbot.Infra.Local;

/// <summary>
/// Both tiers of the gateway in containers of this machine, with the settings documents that they get on Kubernetes. There is no etcd: the
/// configuration is the one that was deployed.
/// </summary>
public sealed class LocalGateway : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:local:LocalGateway";

    private readonly LocalGatewayArgs _args;

    /// <summary>Creates keys, images and containers.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the Docker provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public LocalGateway(string name, LocalGatewayArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(LocalGatewayRules.Check(args, $"LocalGateway '{name}'", "Change the arguments of the component."));

        _args = args;
        var jwt = args.Spec.Jwt;
        RandomBytes[] keys = [.. jwt.Versions.Select(version => CreateKey($"{name}-jwt-key-{version}"))];
        var keySet = Output.All(keys.Select(key => key.Base64)).Apply(values => JwtKeys.Set(jwt.Versions.Zip(values), (jwt.Clients as JwtKeySource.Provider)?.Keys));
        var expires = TokenExpiry.Seconds(jwt.AssistantTokenExpires)!.Value;

        // Heat and utilisation come from the exporter of a cluster; without them the Router weighs by requests.
        var router = RouterDocument.Of(args.Spec with { PrometheusUrl = null }, pool => pool.Name, etcd: null);
        var routerContainer = CreateContainer($"{name}-router", GatewayDefaults.RouterName, GatewayProgramImage.Router, GatewayDefaults.RouterComponent, GatewayDefaults.RouterStatusPort, (container, files) =>
        {
            files.Add(LocalContainer.File(Settings(GatewayDefaults.RouterFile), SettingsJson.Write(router)));
            files.Add(LocalContainer.File(router.ModelServerKeyFile, Output.CreateSecret(args.ModelServerKey.ToOutput())));
            container.Envs = [$"{Defaults.SettingsVariable}={Settings(GatewayDefaults.RouterFile)}"];
        });
        var accessTier = AccessTierDocument.Of(args.Spec, GatewayDefaults.RouterName, etcd: null);
        _ = CreateContainer($"{name}-access-tier", GatewayDefaults.AccessTierName, GatewayProgramImage.AccessTier, GatewayDefaults.AccessTierComponent, GatewayDefaults.AccessTierStatusPort, (container, files) =>
        {
            files.Add(LocalContainer.File(Settings(GatewayDefaults.AccessTierFile), SettingsJson.Write(accessTier)));
            files.Add(LocalContainer.File(accessTier.Tokens.KeysFile, Output.CreateSecret(keySet)));
            container.Envs = [$"{Defaults.SettingsVariable}={Settings(GatewayDefaults.AccessTierFile)}"];
            container.Mounts = [new ContainerMountArgs { Type = "bind", Source = args.CertificateDirectory, Target = GatewayDefaults.TlsDirectory, ReadOnly = true }];
            container.Ports = [LocalContainer.Published(GatewayDefaults.HttpsPort, args.BindAddress, args.Port)];
        }, routerContainer);

        Endpoint = Output.Create($"{LocalAddress.Url("https", args.BindAddress, args.Port)}/v1");
        AssistantToken = Output.CreateSecret(keys[0].Base64.Apply(key => JwtKeys.Sign(GatewayDefaults.AssistantSubject, expires, jwt.KeyVersion, key)));
        RegisterOutputs();
    }

    /// <summary>Base URL of the OpenAI-compatible API on this machine.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The assistant's token. Secret.</summary>
    [Output("assistantToken")]
    public Output<string> AssistantToken { get; private set; }

    private static string Settings(string file) => $"{GatewayDefaults.SettingsDirectory}/{file}";

    private RandomBytes CreateKey(string logicalName) => new(logicalName, new() { Length = GatewayDefaults.KeyBytes }, new CustomResourceOptions { Parent = this });

    private Container CreateContainer(string logicalName, string containerName, GatewayProgramImage program, string component, int statusPort,
        Action<ContainerArgs, InputList<ContainerUploadArgs>> complete, params Resource[] after)
    {
        var image = new RemoteImage($"{logicalName}-image", Image(program), new CustomResourceOptions { Parent = this });
        var container = LocalContainer.Describe(containerName, image, _args.NetworkName, GatewayDefaults.UserId, Labels.For(containerName, containerName, component));
        var files = new InputList<ContainerUploadArgs> { LocalContainer.File(Script, GatewayScript.Text, executable: true) };
        complete(container, files);
        container.Uploads = files;
        container.Tmpfs = new InputMap<string> { ["/run/clawdbot"] = Defaults.RuntimeFileSystem, ["/tmp"] = Defaults.RuntimeFileSystem };
        container.Memory = Defaults.MemoryMiB;
        container.Healthcheck = LocalContainer.Health(Defaults.StartSeconds, Script, $"http://127.0.0.1:{statusPort}{GatewayDefaults.ReadyPath}");
        container.StopTimeout = _args.Spec.Drain.ShutdownTimeoutSeconds + _args.Spec.Drain.SlackSeconds;
        container.DestroyGraceSeconds = _args.Spec.Drain.ShutdownTimeoutSeconds + _args.Spec.Drain.SlackSeconds;
        container.Wait = true;
        container.WaitTimeout = Defaults.StartSeconds;
        var options = LocalContainer.Replaced(this);
        options.DependsOn = after;
        return new Container($"{logicalName}-container", container, options);
    }

    private RemoteImageArgs Image(GatewayProgramImage program) => _args.Spec.Images switch
    {
        GatewayImages.Published published => new RemoteImageArgs { Name = program == GatewayProgramImage.Router ? published.Router : published.AccessTier, KeepLocally = true },
        GatewayImages.BuiltOnMachine built => new RemoteImageArgs
        {
            Name = $"clawdbot/{program.Repository}:{built.Tag}",
            Build = new RemoteImageBuildArgs { Context = program.Directory, Dockerfile = "Dockerfile" },
            KeepLocally = true,
        },
        _ => throw new UnreachableException(),
    };

    private static string Script => $"{GatewayDefaults.ScriptDirectory}/{GatewayDefaults.ScriptFile}";
}
