using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>How long a server takes to start.</summary>
public static class LoadTimeModel
{
    /// <summary>Adds the steps up.</summary>
    /// <param name="model">Shapes.</param>
    /// <param name="checkpointGiB">Weights of the whole model in GiB; the GPUs of a server read each file once.</param>
    /// <param name="storage">Where they are.</param>
    /// <param name="prefetch">Whether files are read ahead.</param>
    /// <param name="eager">Whether compilation and CUDA graphs are left out.</param>
    public static LoadTimeEstimate Estimate(ModelArchitecture model, double checkpointGiB, WeightStorage storage, bool prefetch, bool eager)
    {
        ArgumentNullException.ThrowIfNull(model);
        var rate = Throughput(storage, prefetch);
        var gigabytes = checkpointGiB * LoadTimeDefaults.GBPerGiB;
        ImmutableArray<TimeTerm> steps =
        [
            new("processStart", LoadTimeDefaults.ProcessStartSeconds, "Python, PyTorch and vLLM from the image"),
            new("readWeights", gigabytes / rate, FormattableString.Invariant($"{gigabytes:0.0} GB / {rate} GB/s from {storage}{(prefetch ? ", read ahead" : "")}")),
            new("profiling", LoadTimeDefaults.ProfilingSeconds, "dummy batch and kernel warm-up"),
        ];
        return new LoadTimeEstimate(eager ? steps : steps.AddRange(
            PerLayer("compilation", LoadTimeDefaults.CompileSecondsPerLayer, model.Layers),
            PerLayer("graphCapture", LoadTimeDefaults.CaptureSecondsPerLayer, model.Layers)));
    }

    private static TimeTerm PerLayer(string name, double seconds, int layers) => new(name, seconds * layers, FormattableString.Invariant($"{layers} layers x {seconds} s"));

    private static double Throughput(WeightStorage storage, bool prefetch) => storage switch
    {
        WeightStorage.LocalNvme => LoadTimeDefaults.LocalNvmeGBps,
        WeightStorage.FsxLustre => LoadTimeDefaults.FsxLustreGBps,
        WeightStorage.S3 => LoadTimeDefaults.S3GBps,
        _ => prefetch ? LoadTimeDefaults.SharedFileSystemGBps : LoadTimeDefaults.SharedFileSystemLazyGBps,
    };
}
