using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Assistant;

/// <summary>C9 item 7: the context that the assistant is told of is one that every pool of the name has.</summary>
public sealed class AssistantModelTests
{
    [Fact]
    public void A_name_has_the_smallest_context_of_its_pools()
    {
        var large = Pools.Spec;
        var small = large.With(plan => plan with { Vllm = plan.Vllm with { MaxModelLen = 16384 } });
        var other = large.With(plan => plan with { Vllm = plan.Vllm with { ServedModelName = "a", MaxModelLen = 4096 } });
        Assert.Equal([new AssistantModel("a", 4096), new AssistantModel("qwen3:32b", 16384)], AssistantModel.ServedBy([large, small, other]));
    }

    [Theory]
    [InlineData(16000, 2000, 12600)]
    [InlineData(32768, 4096, 25804)]
    [InlineData(131072, 4096, 114278)]
    public void Prompt_and_answer_fit_the_context_with_a_tenth_to_spare(int context, int answer, int prompt)
    {
        var model = new AssistantModel("m", context);
        Assert.Equal((answer, prompt), (model.MaxTokens, model.PromptTokens));
        Assert.True(model.PromptTokens * 1.1 + model.MaxTokens <= context);
    }

    [Theory]
    [InlineData(15999, false)]
    [InlineData(16000, true)]
    public void A_context_below_16000_is_too_small(int context, bool enough) => Assert.Equal(enough, new AssistantModel("m", context).IsLargeEnough);
}
