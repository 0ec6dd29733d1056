using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Defaults = Clawdbot.Infra.Local.LocalPrometheusDefaults;

namespace Clawdbot.Infra.Local;

/// <summary>Prometheus in a container of this machine, with the rules that it is given.</summary>
public sealed class LocalPrometheus : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:local:LocalPrometheus";

    /// <summary>Creates volume, image and container.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the Docker provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public LocalPrometheus(string name, LocalPrometheusArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(LocalPrometheusRules.Check(args, $"LocalPrometheus '{name}'", "Change the arguments of the component."));

        var data = new Volume($"{name}-data", new VolumeArgs { Name = Defaults.DataVolume }, new CustomResourceOptions { Parent = this });
        var image = new RemoteImage($"{name}-image", new RemoteImageArgs { Name = args.Image, KeepLocally = true }, new CustomResourceOptions { Parent = this });
        _ = new Container($"{name}-container", Describe(args, image, data), LocalContainer.Replaced(this));

        Endpoint = Output.Create(LocalAddress.Url("http", args.BindAddress, args.Port));
        RegisterOutputs();
    }

    /// <summary>Where its page and its API are.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    private static ContainerArgs Describe(LocalPrometheusArgs args, RemoteImage image, Volume data)
    {
        var labels = Labels.For(ModelPoolDefaults.PrometheusName, Defaults.ContainerName, "monitoring");
        var container = LocalContainer.Describe(Defaults.ContainerName, image, args.NetworkName, Defaults.UserId, labels);
        container.Command =
        [
            $"--config.file={Defaults.ConfigurationFile}",
            $"--storage.tsdb.path={Defaults.DataPath}",
            $"--storage.tsdb.retention.time={Defaults.Retention}",
            $"--storage.tsdb.retention.size={Defaults.RetentionSize}",
        ];
        container.Uploads = Files(args);
        container.Volumes = [new ContainerVolumeArgs { VolumeName = data.Name, ContainerPath = Defaults.DataPath }];
        container.Memory = Defaults.MemoryMiB;
        container.Ports = [LocalContainer.Published(Defaults.Port, args.BindAddress, args.Port)];
        container.Healthcheck = LocalContainer.Health(Defaults.StartSeconds, "promtool", "check", "ready", $"--url=http://127.0.0.1:{Defaults.Port}");
        container.StopTimeout = Defaults.StopSeconds;
        container.DestroyGraceSeconds = Defaults.StopSeconds;
        container.Wait = true;
        container.WaitTimeout = Defaults.StartSeconds;
        return container;
    }

    private static InputList<ContainerUploadArgs> Files(LocalPrometheusArgs args)
    {
        var files = new InputList<ContainerUploadArgs> { LocalContainer.File(Defaults.ConfigurationFile, LocalPrometheusConfiguration.Render(args.Targets, args.Rules is not null)) };
        if (args.Rules is not null)
            files.Add(LocalContainer.File(Defaults.RulesFile, args.Rules));
        if (args.AssistantToken is not null)
            files.Add(LocalContainer.File(Defaults.TokenFile, Output.CreateSecret(args.AssistantToken.ToOutput())));
        return files;
    }
}
