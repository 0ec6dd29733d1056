using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Clawdbot.Infra.Storage;
using Pulumi;
using Pulumi.Testing;

namespace Clawdbot.Cli.Tests.Rendering;

/// <summary>The Kubernetes objects of each kind of model storage, as JSON, which is YAML too.</summary>
internal static class StorageObjects
{
    public static IReadOnlyList<(string Name, ModelVolume Volume)> Volumes { get; } =
    [
        ("volumes", new ModelVolume.CephFs(1000, new CephDevices.VolumeClaims("gp3") { DeviceGiB = 1024 }) { FailureDomain = CephFailureDomain.Zone }),
        ("disks", new ModelVolume.CephFs(1000, new CephDevices.HostDevices(["nvme1n1", "nvme2n1"]) { DeviceGiB = 1024 })),
        ("lustre", new ModelVolume.FsxLustre(new FsxFileSystem.Existing("fs-0123456789abcdef0", "fs-0123456789abcdef0.fsx.eu-central-1.amazonaws.com", "abcdefgh") { CapacityGiB = 1200 })),
        ("bucket", new ModelVolume.S3Mountpoint("weights", "eu-central-1")),
        ("host", new ModelVolume.HostPath("/srv/models", 10, ["gpu-1"])),
    ];

    public static async Task<IReadOnlyList<(string File, string Json)>> RenderAsync(ModelVolume volume)
    {
        var mocks = new Recorder();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () =>
        {
            _ = new ModelStorage("models", new ModelStorageArgs { Volume = volume, Namespace = "clawdbot-models" });
        });
        return mocks.Objects;
    }

    private sealed class Recorder : IMocks
    {
        private readonly Lock _lock = new();
        private readonly List<(string, string)> _objects = [];

        public IReadOnlyList<(string File, string Json)> Objects
        {
            get
            {
                lock (_lock)
                    return [.. _objects];
            }
        }

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            if (args.Type!.StartsWith("kubernetes:", StringComparison.Ordinal))
            {
                lock (_lock)
                    _objects.Add((args.Name!, JsonSerializer.Serialize(Plain(args.Inputs))));
            }
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new InvalidOperationException($"No call expected, got {args.Token}.");

        private static object? Plain(object? value) => value switch
        {
            ImmutableDictionary<string, object> map => map.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
            string or null => value,
            IEnumerable list => list.Cast<object?>().Select(Plain).ToArray(),
            _ => value,
        };
    }
}
