using System.Collections.Immutable;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Storage;

/// <summary>One revision of a model to load. Plain values, known before anything is deployed.</summary>
public sealed record ModelLoaderSpec
{
    /// <summary>What to load.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>From where.</summary>
    public required ModelSource Source { get; init; }

    /// <summary>Size of the files in GiB, rounded up, 1 to 4096; it sets how long the Job may take.</summary>
    public required int WeightsGiB { get; init; }

    /// <summary>Whether the storage can rename a directory in one step; S3 through Mountpoint cannot.</summary>
    /// <value>Default: true.</value>
    public bool CanRename { get; init; } = true;

    /// <summary>Patterns of the wanted files.</summary>
    /// <value>Default: <see cref="ModelLoaderDefaults.Include"/>.</value>
    public ImmutableArray<string> Include { get; init; } = ModelLoaderDefaults.Include;

    /// <summary>Patterns of files to leave out although they are wanted.</summary>
    /// <value>Default: <see cref="ModelLoaderDefaults.Exclude"/>.</value>
    public ImmutableArray<string> Exclude { get; init; } = ModelLoaderDefaults.Exclude;

    /// <summary>Files fetched at once, 1 to 16.</summary>
    /// <value>Default: <see cref="ModelLoaderDefaults.Parallelism"/>.</value>
    public int Parallelism { get; init; } = ModelLoaderDefaults.Parallelism;

    /// <summary>Addresses that the loader may connect to, as CIDR blocks; on the port of the source only.</summary>
    /// <value>Default: <see cref="ModelLoaderDefaults.EgressCidrs"/>.</value>
    public ImmutableArray<string> EgressCidrs { get; init; } = ModelLoaderDefaults.EgressCidrs;

    /// <summary>Image with the .NET SDK.</summary>
    /// <value>By tag or digest; default: <see cref="ModelLoaderDefaults.Image"/>.</value>
    public string Image { get; init; } = ModelLoaderDefaults.Image;

    /// <summary>Whether the loader may run on GPU nodes: needed where the storage is a directory of those.</summary>
    /// <value>Default: false.</value>
    public bool OnGpuNodes { get; init; }

    /// <summary>Whether a deployment waits until the model is there.</summary>
    /// <value>Default: true, because servers that start without their weights only fail.</value>
    public bool Wait { get; init; } = true;

    /// <summary>Longest time for all attempts together, in seconds: the files at a slow rate, and some slack.</summary>
    public int DeadlineSeconds => ModelLoaderDefaults.SlackSeconds + WeightsGiB * 1024 / ModelLoaderDefaults.SlowestMiBPerSecond;

    /// <summary>Directory of the published model.</summary>
    public string Path => Model.PathBelow(ModelStorageDefaults.MountPath);
}
