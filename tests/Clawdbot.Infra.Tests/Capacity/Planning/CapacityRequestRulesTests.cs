using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Capacity.Planning;

public sealed class CapacityRequestRulesTests
{
    private static CapacityRequest Sound { get; } = Requests.Of("Qwen/Qwen2.5-7B-Instruct", "a10g", 4, Requests.Chat(8192, 16));

    [Fact]
    public void Accepts_a_sound_request() => Assert.Empty(Check(Sound));

    [Fact]
    public void Accepts_a_prompt_that_just_fits() => Assert.Empty(Check(Sound with { Goal = Sound.Goal with { PromptTokens = 8192 - 1024 - 64 } }));

    [Fact]
    public void Rejects_a_prompt_longer_than_the_context_leaves() =>
        Assert.Equal(
            ["CB3011: R.goal.promptTokens is 7105; allowed: what contextTokens 8192 leaves beside historyTokens 1024 and answerTokens 64. Change it."],
            Check(Sound with { Goal = Sound.Goal with { PromptTokens = 7105 } }));

    [Fact]
    public void Rejects_figures_out_of_range_all_at_once() =>
        Assert.Equal(
            [
                "CB2002: R.gpusPerNode is 0; allowed: 1 to 16. Change it.",
                "CB2002: R.goal.contextTokens is 255; allowed: 256 to 1048576. Change it.",
                "CB2002: R.goal.concurrentRequests is 0; allowed: 1 to 65536. Change it.",
                "CB2002: R.goal.historyTokens is -1; allowed: 0 to 1048576. Change it.",
                "CB2002: R.goal.answerTokens is 0; allowed: 1 to 1048576. Change it.",
                "CB2002: R.goal.answerMilliseconds is 0; allowed: 1 to 3600000. Change it.",
                "CB2002: R.replicas is 65; allowed: 1 to 64. Change it.",
            ],
            Check(Sound with
            {
                GpusPerNode = 0,
                Replicas = 65,
                Goal = Sound.Goal with { ContextTokens = 255, ConcurrentRequests = 0, HistoryTokens = -1, AnswerTokens = 0, AnswerMilliseconds = 0 },
            }));

    [Fact]
    public void Accepts_the_model_s_longest_context() => Assert.Empty(Check(Sound with { Goal = Sound.Goal with { ContextTokens = 32768 } }));

    [Fact]
    public void Rejects_a_context_that_the_model_was_not_trained_for() =>
        Assert.Equal(
            ["CB3005: R.goal.contextTokens is 32769; allowed: at most 32768, the longest context of Qwen/Qwen2.5-7B-Instruct. Change it."],
            Check(Sound with { Goal = Sound.Goal with { ContextTokens = 32769 } }));

    [Fact]
    public void Accepts_a_size_that_divides_the_heads() => Assert.Empty(Check(With(new() { TensorParallelSize = 4 })));

    [Fact]
    public void Rejects_a_size_that_does_not_divide_the_heads() =>
        Assert.Equal(
            ["CB3004: R.vllm.tensorParallelSize is 8; allowed: 1, 2, 4. For Qwen/Qwen2.5-7B-Instruct it does not divide the 28 attention heads. Change it."],
            Check(With(new() { TensorParallelSize = 8 })));

    [Fact]
    public void Accepts_fp8_on_a_16_bit_checkpoint() => Assert.Empty(Check(With(new() { Quantization = "fp8" })));

    [Fact]
    public void Rejects_a_method_that_the_checkpoint_was_not_made_with() =>
        Assert.Equal(
            ["CB2005: R.vllm.quantization is 'awq'; allowed: methods for the checkpoint, whose format is Unquantized. Leave the key out: the checkpoint says how it is quantised. Change it."],
            Check(With(new() { Quantization = "awq" })));

    [Fact]
    public void Rejects_options_that_vllm_refuses() =>
        Assert.Equal(
            ["CB2005: R.vllm.maxNumSeqs is 512; allowed: at most maxNumBatchedTokens, which is 256. Change it."],
            Check(With(new() { MaxNumSeqs = 512, MaxNumBatchedTokens = 256 })));

    private static CapacityRequest With(VllmOverrides overrides) => Sound with { Overrides = overrides };

    private static string[] Check(CapacityRequest request) => CapacityRequestRules.Check(request, "R", "Change it.").Lines();
}
