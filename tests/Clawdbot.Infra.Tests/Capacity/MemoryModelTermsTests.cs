using Clawdbot.Infra.Capacity;

namespace Clawdbot.Infra.Tests.Capacity;

/// <summary>Each term against what public start-up logs print for it, in GiB. Sources: Data/published-starts.csv and those named here.</summary>
public sealed class MemoryModelTermsTests
{
    [Theory]
    [InlineData("codellama/CodeLlama-7b-hf", 1, 12.56)]
    [InlineData("google/gemma-7b", 1, 15.91)]
    [InlineData("microsoft/phi-4", 1, 27.39)]
    [InlineData("microsoft/phi-4", 2, 13.77)]
    [InlineData("Qwen/Qwen2.5-7B-Instruct", 1, 14.25)]
    [InlineData("Qwen/Qwen2.5-7B-Instruct", 2, 7.12)]
    [InlineData("Qwen/Qwen2.5-7B-Instruct", 4, 3.55)]
    [InlineData("Qwen/Qwen2.5-72B-Instruct", 2, 67.80)]
    [InlineData("moonshotai/Kimi-Dev-72B", 2, 67.82)]
    [InlineData("Qwen/Qwen3-14B", 1, 27.52)]
    [InlineData("meta-llama/Llama-3.1-8B-Instruct", 1, 14.99)]
    [InlineData("mistralai/Mistral-Small-3.1-24B-Instruct-2503", 1, 44.76)]
    [InlineData("mistralai/Mistral-Small-3.1-24B-Instruct-2503", 4, 11.86)]
    [InlineData("RedHatAI/Qwen2.5-7B-Instruct-quantized.w8a8", 1, 8.14)]
    [InlineData("RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16", 1, 5.38)]
    [InlineData("Qwen/Qwen3-30B-A3B", 1, 56.88)]
    public void Weights_are_as_loading_reports_them(string model, int gpus, double gib) =>
        Assert.InRange(MemoryModel.Estimate(Servers.Of(model, "h100", gpus: gpus)).Term("weights"), gib - 0.04, gib + 0.04);

    [Theory]
    [InlineData("codellama/CodeLlama-7b-hf", "0.19.0", 0.77)]
    [InlineData("google/gemma-7b", "0.19.0", 3.63)]
    [InlineData("ibm-granite/granite-3.1-2b-instruct", "0.19.0", 0.75)]
    [InlineData("ibm-granite/granite-3.3-8b-instruct", "0.19.0", 0.85)]
    [InlineData("microsoft/phi-4", "0.19.0", 1.52)]
    [InlineData("mistralai/Mistral-Small-3.1-24B-Instruct-2503", "0.19.0", 2.03)]
    [InlineData("Qwen/Qwen2.5-72B-Instruct", "0.19.0", 2.29)]
    [InlineData("Qwen/Qwen3-14B", "0.16.0", 5.64)]
    [InlineData("Qwen/Qwen3-14B", "0.17.0", 2.23)]
    public void The_peak_is_as_profiling_reports_it_on_an_h100(string model, string version, double gib) =>
        Assert.InRange(MemoryModel.Estimate(Servers.Of(model, "h100", version, gpus: model.Contains("72B", StringComparison.Ordinal) ? 2 : 1)).Term("activationPeak"), gib - 0.02, gib + 0.02);

    // vllm-project/vllm#10511 for the third row; 32,768 tokens are still one batch of V0.
    [Theory]
    [InlineData("Qwen/Qwen2.5-Math-1.5B", "a10", "0.7.2", 4096, null, 1.40)]
    [InlineData("Qwen/Qwen2.5-0.5B-Instruct", "t4", "0.6.6.post1", 32768, null, 1.44)]
    [InlineData("meta-llama/Meta-Llama-3-8B-Instruct", "h100", "0.6.5", 8192, null, 1.26)]
    [InlineData("Qwen/Qwen2.5-7B-Instruct", "rtx3090", "0.6.6", 8192, 16, 1.09)]
    [InlineData("Qwen/Qwen3-4B", "rtx2060", "0.8.5", 10000, 1, 0.74)]
    [InlineData("Qwen/Qwen2.5-0.5B-Instruct", "rtx4090", "0.27.1", 2048, null, 0.25)]
    public void The_peak_is_as_profiling_reports_it_on_other_engines(string model, string gpu, string version, int context, int? sequences, double gib) =>
        Assert.InRange(MemoryModel.Estimate(Servers.Of(model, gpu, version, context: context) with { MaxNumSeqs = sequences }).Term("activationPeak"), gib - 0.03, gib + 0.03);

    [Theory]
    [InlineData("h100", "0.17.0", 1, 0.13)]
    [InlineData("h100", "0.18.0", 1, 0.25)]
    [InlineData("h100", "0.19.0", 2, 2.08)]
    [InlineData("h100", "0.19.0", 4, 2.16)]
    [InlineData("a10", "0.7.2", 1, 0.05)]
    [InlineData("t4", "0.6.6", 1, 0.11)]
    [InlineData("l40s", "0.11.2", 2, 0.10)]
    public void Memory_outside_pytorch_is_as_profiling_reports_it(string gpu, string version, int gpus, double gib) =>
        Assert.InRange(MemoryModel.Estimate(Servers.Of("Qwen/Qwen2.5-0.5B-Instruct", gpu, version, gpus: gpus is 4 ? 2 : gpus) with
        {
            Model = ModelCatalog.Require("Qwen/Qwen2.5-7B-Instruct", "model").Entry.Architecture,
            TensorParallelSize = gpus,
        }).Term("nonTorch"), gib - 0.06, gib + 0.06);

    [Theory]
    [InlineData("Qwen/Qwen2.5-7B-Instruct", 0.61)]
    [InlineData("microsoft/phi-4", 0.81)]
    [InlineData("Qwen/Qwen2.5-72B-Instruct", 1.63)]
    public void Graphs_are_about_what_profiling_estimates(string model, double gib)
    {
        // 0.19 estimates them without taking them from the budget; 0.21 with runner V1 does both. A mixture keeps runner V1 there.
        var input = Servers.Of(model, "h100", "0.21.0", gpus: 2);
        Assert.InRange(MemoryModel.Estimate(input).Term("cudaGraphs"), gib * 0.8, gib * 1.2);
        Assert.Equal(0, MemoryModel.Estimate(input with { Version = new VllmVersion(0, 19) }).Term("cudaGraphs"));
        Assert.Equal(0, MemoryModel.Estimate(input with { EnforceEager = true }).Term("cudaGraphs"));
    }

    // Bytes per token that public logs imply, on all GPUs together.
    [Theory]
    [InlineData("google/gemma-2-9b-it", "0.19.0", 344064)]
    [InlineData("google/gemma-3-4b-it", "0.19.0", 143360)]
    [InlineData("google/gemma-3-12b-it", "0.19.0", 393216)]
    [InlineData("google/gemma-3-27b-it", "0.19.0", 573440)]
    [InlineData("google/gemma-3-27b-it", "0.8.5", 507904)]
    [InlineData("openai/gpt-oss-20b", "0.19.0", 49152)]
    [InlineData("LGAI-EXAONE/EXAONE-4.0-32B", "0.19.0", 262144)]
    [InlineData("meta-llama/Llama-4-Scout-17B-16E-Instruct", "0.19.0", 196608)]
    [InlineData("deepseek-ai/DeepSeek-V2-Lite-Chat", "0.19.0", 31104)]
    [InlineData("deepseek-ai/DeepSeek-V2-Lite-Chat", "0.6.6", 27 * 2 * 16 * 256 * 2)]
    public void Cache_bytes_follow_windows_and_latent_attention(string model, string version, long bytes) =>
        Assert.Equal(bytes, MemoryModel.Estimate(Servers.Of(model, "h100", version)).KvBytesPerToken);

    // Gate, up and down of 32 experts, each padded from 2880 x 2880/gpus to 3072 x a multiple of 128, 4 bits and a scale per 32.
    [Theory]
    [InlineData(1, 2944)]
    [InlineData(2, 1536)]
    [InlineData(4, 768)]
    public void Mxfp4_experts_are_padded_on_each_gpu(int gpus, int width)
    {
        var packed = Servers.Of("openai/gpt-oss-20b", "h100", gpus: gpus);
        var plain = packed with { Format = WeightFormat.Unquantized };
        var saved = MemoryModel.Estimate(plain).Term("weights") - MemoryModel.Estimate(packed).Term("weights");
        var experts = 24 * 3 * 32 * ((2880.0 * (2880 / gpus) * 2) - (3072.0 * width * 0.53125)) / MemoryModelDefaults.GiB;
        Assert.Equal(experts, saved, 1);
    }

    [Fact]
    public void Every_gpu_keeps_the_compressed_vector_and_at_least_one_head()
    {
        Assert.Equal(31104, MemoryModel.Estimate(Servers.Of("deepseek-ai/DeepSeek-V2-Lite-Chat", "h100", gpus: 4)).KvBytesPerToken);
        var wide = Servers.Of("Qwen/Qwen2.5-0.5B-Instruct", "h100", gpus: 2) with { Model = ModelCatalog.Require("Qwen/Qwen2.5-3B-Instruct", "model").Entry.Architecture };
        Assert.Equal(MemoryModel.Estimate(wide).KvBytesPerToken, MemoryModel.Estimate(wide with { TensorParallelSize = 8 }).KvBytesPerToken);
    }

    [Fact]
    public void Terms_come_in_the_order_of_the_start_up_and_add_up()
    {
        var estimate = MemoryModel.Estimate(Servers.Of("Qwen/Qwen3-8B", "a100-80", "0.27.1"));
        Assert.Equal(["total", "requested", "weights", "nonTorch", "runnerBuffers", "activationPeak", "cudaGraphs", "availableKv", "contextNeed"], estimate.Terms.Select(term => term.Name));
        Assert.Equal(estimate.Term("requested"), estimate.Terms[2..8].Sum(term => term.GiB), 9);
        Assert.All(estimate.Terms, term => Assert.NotEmpty(term.Formula));
        Assert.Throws<ArgumentException>(() => estimate.Term("nothing"));
    }

    [Theory]
    [InlineData("h100", "0.19.0", 1024, 8192)]
    [InlineData("a100-80", "0.19.0", 256, 2048)]
    [InlineData("a100-80", "0.8.5", 1024, 8192)]
    [InlineData("rtx4090", "0.27.1", 256, 2048)]
    [InlineData("t4", "0.7.0", 256, 8192)]
    [InlineData("t4", "0.11.0", 256, 2048)]
    public void Batches_have_the_size_that_the_release_chooses_for_the_card(string gpu, string version, int sequences, int tokens)
    {
        var estimate = MemoryModel.Estimate(Servers.Of("Qwen/Qwen2.5-0.5B-Instruct", gpu, version));
        Assert.Equal((sequences, tokens), (estimate.MaxNumSeqs, estimate.MaxNumBatchedTokens));
    }

    [Fact]
    public void Long_contexts_of_the_first_engine_go_in_chunks() =>
        Assert.Equal(2048, MemoryModel.Estimate(Servers.Of("meta-llama/Llama-3.1-8B-Instruct", "a100-80", "0.7.0", context: 32769)).MaxNumBatchedTokens);
}
