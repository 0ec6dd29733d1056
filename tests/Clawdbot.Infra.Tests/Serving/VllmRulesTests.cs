using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class VllmRulesTests
{
    private const string Quantizations =
        "awq, awq_marlin, gptq, gptq_marlin, auto_gptq, fp8, fbgemm_fp8, compressed-tensors, bitsandbytes, modelopt, modelopt_fp4, experts_int8, quark, moe_wna16, torchao, mxfp4";

    [Fact]
    public void Accepts_options_that_vllm_takes() =>
        Assert.Empty(Check(Pools.Options with { Quantization = "awq", KvCacheDtype = "fp8", ExtraFlags = ["--scheduling-policy=priority"] }));

    [Theory]
    [InlineData("fp16")]
    [InlineData("bf16")]
    public void Rejects_sixteen_bit_quantization_by_name(string quantization) =>
        Assert.Equal(
            [$"CB2003: V.quantization is '{quantization}'; allowed: {Quantizations}. 16-bit inference is not a quantization: leave the key out and set dtype. Change it."],
            Check(Pools.Options with { Quantization = quantization }));

    [Fact]
    public void Rejects_an_unknown_quantization_and_suggests_the_nearest() =>
        Assert.Equal(
            [$"CB2003: V.quantization is 'awq_marlni'; allowed: {Quantizations}. Did you mean 'awq_marlin'? Change it."],
            Check(Pools.Options with { Quantization = "awq_marlni" }));

    [Fact]
    public void Rejects_an_unknown_dtype() =>
        Assert.Equal(
            ["CB2003: V.dtype is 'fp16'; allowed: auto, half, float16, bfloat16, float, float32. Change it."],
            Check(Pools.Options with { Dtype = "fp16" }));

    [Fact]
    public void Accepts_half_on_a_card_without_bfloat16() => Assert.Empty(Check(Pools.Options with { Dtype = "half" }, "t4"));

    [Fact]
    public void Rejects_bfloat16_and_an_fp8_cache_on_a_card_without_them() =>
        Assert.Equal(
            [
                "CB2007: V.dtype is 'bfloat16'; allowed: 'half' or 'auto' on t4, which has no bfloat16. Change it.",
                "CB2007: V.kvCacheDtype is 'fp8_e5m2'; allowed: 'auto' on t4, which cannot keep the KV cache in FP8. Change it.",
            ],
            Check(Pools.Options with { Dtype = "bfloat16", KvCacheDtype = "fp8_e5m2" }, "t4"));

    [Fact]
    public void Rejects_numbers_out_of_range_all_at_once() =>
        Assert.Equal(
            [
                "CB2002: V.maxModelLen is -1; allowed: 256 to 1048576. Change it.",
                "CB2002: V.gpuMemoryUtilization is 1.5; allowed: 0.10 to 0.95. Change it.",
                "CB2002: V.maxNumSeqs is 0; allowed: 1 to 4096. Change it.",
                "CB2002: V.maxNumBatchedTokens is 63; allowed: 64 to 262144. Change it.",
                "CB2002: V.tensorParallelSize is 3; allowed: 1, 2, 4 or 8. Change it.",
            ],
            Check(Pools.Options with { MaxModelLen = -1, GpuMemoryUtilization = 1.5, MaxNumSeqs = 0, MaxNumBatchedTokens = 63, TensorParallelSize = 3 }));

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.95)]
    public void Accepts_the_ends_of_the_memory_share(double share) => Assert.Empty(Check(Pools.Options with { GpuMemoryUtilization = share }));

    [Fact]
    public void Rejects_a_memory_share_that_is_no_number() => Assert.Single(Check(Pools.Options with { GpuMemoryUtilization = double.NaN }));

    [Fact]
    public void Rejects_more_requests_than_tokens() =>
        Assert.Equal(
            ["CB2005: V.maxNumSeqs is 4096; allowed: at most maxNumBatchedTokens, which is 2048. Change it."],
            Check(Pools.Options with { MaxNumSeqs = 4096 }));

    [Theory]
    [InlineData("--batch-max-tokens=4096", "It never existed; the option is --max-num-batched-tokens.")]
    [InlineData("--disable-log-requests", "It was removed in vLLM 0.17.0; requests are not logged unless --enable-log-requests is given.")]
    [InlineData("--disable_log_requests", "It was removed in vLLM 0.17.0; requests are not logged unless --enable-log-requests is given.")]
    [InlineData("--swap-space 4", "It was removed in vLLM 0.18.0; --kv-offloading-size keeps KV cache in host memory.")]
    public void Rejects_flags_that_vllm_does_not_have_by_name(string flag, string advice) =>
        Assert.Equal(
            [$"CB2004: V.extraFlags[0] is '{flag.Split('=', ' ')[0].Replace('_', '-')}'; allowed: flags of vLLM 0.27.1. {advice} Change it."],
            Check(Pools.Options with { ExtraFlags = [flag] }));

    [Fact]
    public void Rejects_a_key_on_the_command_line_without_repeating_it() =>
        Assert.Equal(
            ["CB2004: V.extraFlags[0] is '--api-key'; allowed: flags without a setting of their own. The key would be visible in the process list; it comes from a Secret. Change it."],
            Check(Pools.Options with { ExtraFlags = ["--api-key=hunter2"] }));

    [Fact]
    public void Rejects_flags_that_a_setting_owns_that_repeat_or_that_are_malformed() =>
        Assert.Equal(
            [
                "CB2004: V.extraFlags[0] is '--max-model-len'; allowed: flags without a setting of their own. Use the setting 'maxModelLen'. Change it.",
                "CB2004: V.extraFlags[1] is '-O3'; allowed: --name or --name=value as one entry. Change it.",
                "CB1006: V.extraFlags[3] is '--seed' again; allowed: each flag once. Change it.",
            ],
            Check(Pools.Options with { ExtraFlags = ["--max-model-len=8k", "-O3", "--seed=1", "--seed=2"] }));

    [Theory]
    [InlineData("qwen3:32b")]
    [InlineData("Qwen/Qwen2.5-7B-Instruct")]
    public void Accepts_a_served_name(string name) => Assert.Empty(Check(Pools.Options with { ServedModelName = name }));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("--api-key")]
    public void Rejects_a_served_name_that_clients_cannot_ask_for(string name) =>
        Assert.Equal(
            [$"CB2001: V.servedModelName is '{name}'; allowed: 1 to 128 letters, digits, '.', '_', ':', '/' and '-', starting with a letter or digit. Change it."],
            Check(Pools.Options with { ServedModelName = name }));

    private static string[] Check(VllmOptions options, string sku = "a10") =>
        VllmRules.Check(options, GpuCatalog.Find(sku), "V", "Change it.").Lines();
}
