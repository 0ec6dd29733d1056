using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class VllmFlagsTests
{
    [Fact]
    public void The_model_comes_first_and_every_option_is_one_argument() =>
        Assert.Equal(
            [
                "/mnt/ceph/models/Qwen--Qwen3-32B-AWQ/main",
                "--served-model-name=qwen3:32b",
                "--host=0.0.0.0",
                "--port=8000",
                "--max-model-len=24576",
                "--gpu-memory-utilization=0.85",
                "--max-num-seqs=8",
                "--max-num-batched-tokens=2048",
                "--tensor-parallel-size=2",
                "--dtype=auto",
                "--enable-prefix-caching",
                "--shutdown-timeout=120",
                "--disable-access-log-for-endpoints=/health,/metrics",
            ],
            VllmFlags.Build("/mnt/ceph/models/Qwen--Qwen3-32B-AWQ/main", Pools.Options, 120).AsEnumerable());

    [Fact]
    public void Optional_options_appear_only_when_set()
    {
        var flags = VllmFlags.Build("/m", Pools.Options with
        {
            Quantization = "fp8",
            KvCacheDtype = "fp8_e4m3",
            EnforceEager = true,
            PrefixCaching = false,
            SafetensorsLoadStrategy = "prefetch",
            ToolCallParser = "hermes",
            ExtraFlags = ["--scheduling-policy=priority", "--enable-log-requests"],
        }, 0);
        Assert.Equal(
            ["--quantization=fp8", "--kv-cache-dtype=fp8_e4m3", "--enforce-eager", "--no-enable-prefix-caching", "--safetensors-load-strategy=prefetch", "--enable-auto-tool-choice", "--tool-call-parser=hermes", "--shutdown-timeout=0", "--disable-access-log-for-endpoints=/health,/metrics", "--scheduling-policy=priority", "--enable-log-requests"],
            flags.SkipWhile(flag => !flag.StartsWith("--quantization", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0.9, "--gpu-memory-utilization=0.9")]
    [InlineData(0.8501, "--gpu-memory-utilization=0.8501")]
    public void Shares_are_written_with_a_point(double share, string flag) =>
        Assert.Contains(flag, VllmFlags.Build("/m", Pools.Options with { GpuMemoryUtilization = share }, 0));

    [Fact]
    public void The_builder_writes_no_flag_that_the_catalogue_says_does_not_exist()
    {
        var flags = VllmFlags.Build("/m", Pools.Options with { Quantization = "fp8", KvCacheDtype = "fp8", EnforceEager = true, SafetensorsLoadStrategy = "lazy", ToolCallParser = "hermes" }, 0);
        Assert.All(flags.Skip(1), flag =>
        {
            Assert.Null(VllmFlagCatalog.WhyMissing(flag.Split('=')[0], VllmDefaults.Version));
            Assert.Contains(flag.Split('=')[0], VllmFlagCatalog.Owned.Keys);
        });
    }
}
