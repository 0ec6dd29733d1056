using Clawdbot.Infra.Capacity;

namespace Clawdbot.Infra.Tests.Capacity;

/// <summary>Inputs of the memory model for tests.</summary>
internal static class Servers
{
    public static MemoryModelInput Of(string model, string gpu, string version = "0.19.0", int gpus = 1, double share = 0.95, int context = 8192)
    {
        var match = ModelCatalog.Require(model, "model");
        return new MemoryModelInput
        {
            Model = match.Entry.Architecture,
            Format = match.Format,
            Gpu = GpuCatalog.Find(gpu)!,
            Version = VllmVersion.Parse(version),
            TensorParallelSize = gpus,
            GpuMemoryUtilization = share,
            MaxModelLen = context,
        };
    }
}
