using Clawdbot.Cli.Sizing;

namespace Clawdbot.Cli.Tests.Sizing;

public sealed class SizeGoalTests
{
    [Fact]
    public void Nothing_given_is_a_chat_of_a_few_people()
    {
        var load = new SizeGoal().Load(longest: 131072);
        Assert.Equal((8192, 8, 2048, 512), (load.ContextTokens, load.ConcurrentRequests, load.PromptTokens, load.AnswerTokens));
    }

    [Fact]
    public void The_default_context_is_cut_to_the_model_but_a_given_one_is_not()
    {
        Assert.Equal(4096, new SizeGoal().Load(longest: 4096).ContextTokens);
        Assert.Equal(8000, new SizeGoal { Context = 8000 }.Load(longest: 4096).ContextTokens);
    }

    [Theory]
    [InlineData(256, null, null)]
    [InlineData(1024, null, null)]
    [InlineData(8192, 8000, null)]
    [InlineData(8192, null, 8000)]
    [InlineData(24576, 100, null)]
    public void Usual_lengths_always_fit_the_context(int context, int? prompt, int? answer)
    {
        var load = new SizeGoal { Context = context, PromptTokens = prompt, AnswerTokens = answer }.Load(longest: 40960);
        Assert.True(load.PromptTokens >= 1 && load.AnswerTokens >= 1);
        Assert.True(load.PromptTokens + load.AnswerTokens <= context, $"{load.PromptTokens} + {load.AnswerTokens} > {context}");
    }

    [Fact]
    public void Lengths_that_are_given_are_kept()
    {
        var load = new SizeGoal { Context = 1000, PromptTokens = 900, AnswerTokens = 900, Concurrency = 3 }.Load(longest: 40960);
        Assert.Equal((900, 900, 3), (load.PromptTokens, load.AnswerTokens, load.ConcurrentRequests));
    }
}
