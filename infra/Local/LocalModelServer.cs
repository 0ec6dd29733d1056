using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;

namespace Clawdbot.Infra.Local;

/// <summary>One vLLM server in a container of this machine: the same image, flags and environment as a pool on Kubernetes.</summary>
public sealed class LocalModelServer : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:local:LocalModelServer";

    /// <summary>Creates network, image and container.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the Docker provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public LocalModelServer(string name, LocalModelServerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(LocalModelServerRules.Check(args, $"LocalModelServer '{name}'", "Change the arguments of the component."));

        var network = args.NetworkName
            ?? new Network($"{name}-network", new NetworkArgs { Name = LocalModelServerDefaults.NetworkName, Driver = "bridge" }, Child()).Name;
        // Pulling 9 GB again costs more than keeping them on disk.
        var image = new RemoteImage($"{name}-image", new RemoteImageArgs { Name = args.Spec.Image, KeepLocally = true }, Child());
        _ = new Container($"{name}-container", Describe(args, network, image), Child());

        Endpoint = Output.Create($"{LocalAddress.Url("http", args.BindAddress, args.Port)}/v1");
        RegisterOutputs();
    }

    /// <summary>Base URL of the OpenAI-compatible API.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    private CustomResourceOptions Child() => new() { Parent = this };

    private static ContainerArgs Describe(LocalModelServerArgs args, Input<string> network, RemoteImage image)
    {
        var spec = args.Spec;
        var result = new ContainerArgs
        {
            Name = spec.Name,
            Image = image.ImageId,
            Command = spec.Flags,
            Envs = Environment(args),
            User = string.Create(CultureInfo.InvariantCulture, $"{VllmDefaults.UserId}:{VllmDefaults.UserId}"),
            ReadOnly = true,
            Capabilities = new ContainerCapabilitiesArgs { Drops = { "ALL" } },
            SecurityOpts = { "no-new-privileges:true" },
            Tmpfs =
            {
                [ModelPoolDefaults.CachePath] = $"{LocalModelServerDefaults.ScratchMode},size={LocalModelServerDefaults.CacheSize}",
                ["/tmp"] = $"{LocalModelServerDefaults.ScratchMode},size={LocalModelServerDefaults.TemporarySize}",
            },
            Mounts = { new ContainerMountArgs { Type = "bind", Source = args.Models.Path, Target = ModelStorageDefaults.MountPath, ReadOnly = true } },
            Cpus = spec.Cpu.ToString(CultureInfo.InvariantCulture),
            Memory = spec.MemoryGiB * 1024,
            DeviceRequests = { new ContainerDeviceRequestArgs { Driver = "nvidia", Count = spec.GpusPerReplica, Capabilities = { "gpu" } } },
            NetworksAdvanced = { new ContainerNetworksAdvancedArgs { Name = network, Aliases = { spec.Name } } },
            Ports = { new ContainerPortArgs { Internal = VllmDefaults.Port, External = args.Port, Ip = args.BindAddress, Protocol = "tcp" } },
            Healthcheck = HealthCheck(spec),
            Restart = LocalModelServerDefaults.RestartPolicy,
            StopTimeout = spec.Drain.ShutdownTimeoutSeconds + spec.Drain.SlackSeconds,
            DestroyGraceSeconds = spec.Drain.ShutdownTimeoutSeconds + spec.Drain.SlackSeconds,
            Wait = true,
            WaitTimeout = spec.StartupSeconds,
            LogDriver = "json-file",
            LogOpts = { ["max-size"] = LocalModelServerDefaults.LogSize, ["max-file"] = LocalModelServerDefaults.LogFiles },
            Labels = LabelList(spec),
        };
        if (spec.Plan.Pod.SharedMemoryGiB > 0)
            result.ShmSize = spec.Plan.Pod.SharedMemoryGiB * 1024;
        return result;
    }

    private static InputList<string> Environment(LocalModelServerArgs args)
    {
        InputList<string> variables = ModelServerEnvironment.Variables(args.Spec).Select(pair => $"{pair.Key}={pair.Value}").ToArray();
        variables.Add(Output.Format($"{VllmDefaults.ApiKeyVariable}={Output.CreateSecret(args.ApiKey.ToOutput())}"));
        return variables;
    }

    private static ContainerHealthcheckArgs HealthCheck(ModelPoolSpec spec) => new()
    {
        Tests = { "CMD", "curl", "--fail", "--silent", "--max-time", "4", $"http://127.0.0.1:{VllmDefaults.Port}{VllmDefaults.HealthPath}" },
        Interval = LocalModelServerDefaults.HealthInterval,
        Timeout = LocalModelServerDefaults.HealthTimeout,
        Retries = LocalModelServerDefaults.HealthRetries,
        // Failures before this do not count, so a slow start is not a sick server.
        StartPeriod = string.Create(CultureInfo.InvariantCulture, $"{spec.StartupSeconds}s"),
    };

    private static InputList<ContainerLabelArgs> LabelList(ModelPoolSpec spec)
    {
        var labels = Labels.For(ModelPoolDefaults.Program, spec.Name, ModelPoolDefaults.Component);
        labels[Labels.Pool] = spec.Name;
        labels[Labels.Model] = spec.Model.Slug;
        labels[Labels.GpuSku] = spec.Sku;
        return labels.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new ContainerLabelArgs { Label = pair.Key, Value = pair.Value })
            .ToArray();
    }
}
