using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Infra.Tests.Capacity.Planning;

public sealed class LoadTimeModelTests
{
    private static ModelArchitecture Model { get; } = ModelCatalog.Require("Qwen/Qwen3-32B", "test").Entry.Architecture;

    [Fact]
    public void A_start_is_reading_and_warming_up()
    {
        var load = LoadTimeModel.Estimate(Model, 61.02, WeightStorage.SharedFileSystem, prefetch: true, eager: false);
        Assert.Equal(["processStart", "readWeights", "profiling", "compilation", "graphCapture"], load.Terms.Select(term => term.Name));
        Assert.Equal(73 + (61.02 * 1.073741824) + 40 + (64 * 0.72) + (64 * 0.47), load.ExpectedSeconds, 6);
    }

    [Fact]
    public void The_budget_is_never_shorter_than_vLLM_waits_for_itself() =>
        Assert.Equal(600, LoadTimeModel.Estimate(Model, 61.02, WeightStorage.SharedFileSystem, prefetch: true, eager: false).StartupSeconds);

    // 73 + 300 x 1.073741824 + 40 + 64 x (0.72 + 0.47) = 511.3 s.
    [Fact]
    public void The_budget_is_half_as_much_again_as_a_long_load_in_whole_periods() =>
        Assert.Equal(770, LoadTimeModel.Estimate(Model, 300, WeightStorage.SharedFileSystem, prefetch: true, eager: false).StartupSeconds);

    [Fact]
    public void Eager_servers_neither_compile_nor_capture() =>
        Assert.Equal(3, LoadTimeModel.Estimate(Model, 61.02, WeightStorage.LocalNvme, prefetch: false, eager: true).Terms.Length);

    [Theory]
    [InlineData(WeightStorage.LocalNvme, false, 2.3)]
    [InlineData(WeightStorage.FsxLustre, true, 1.2)]
    [InlineData(WeightStorage.S3, true, 1.0)]
    [InlineData(WeightStorage.SharedFileSystem, true, 1.0)]
    [InlineData(WeightStorage.SharedFileSystem, false, 0.27)]
    public void Each_storage_has_its_throughput(WeightStorage storage, bool prefetch, double rate) =>
        Assert.Equal(10 * 1.073741824 / rate, LoadTimeModel.Estimate(Model, 10, storage, prefetch, eager: true).Terms[1].Seconds, 6);

    [Fact]
    public void The_budget_stays_within_what_a_probe_may_have() =>
        Assert.Equal(7200, LoadTimeModel.Estimate(Model, 10_000, WeightStorage.SharedFileSystem, prefetch: false, eager: false).StartupSeconds);
}
