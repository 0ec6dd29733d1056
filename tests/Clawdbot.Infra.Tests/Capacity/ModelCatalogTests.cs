using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Tests.Capacity;

public sealed class ModelCatalogTests
{
    public static TheoryData<string> Published { get; } = new(ModelCatalog.All.Where(entry => entry.PublishedParameters is not null).Select(entry => entry.Id));

    [Theory]
    [MemberData(nameof(Published))]
    public void Shapes_give_the_published_parameter_count(string id)
    {
        var entry = ModelCatalog.All.Single(entry => entry.Id == id);
        Assert.Equal(entry.PublishedParameters, entry.Architecture.Parameters);
        Assert.True(entry.Confirmed);
    }

    [Fact]
    public void Most_models_are_checked_against_a_published_count() => Assert.True(Published.Count >= 50);

    [Theory]
    [InlineData("Qwen/Qwen3-30B-A3B", 3.3e9)]
    [InlineData("mistralai/Mixtral-8x7B-Instruct-v0.1", 12.9e9)]
    // The publisher states 3.6 without the input embedding of 0.58.
    [InlineData("openai/gpt-oss-20b", 4.19e9)]
    [InlineData("deepseek-ai/DeepSeek-V2-Lite-Chat", 2.7e9)]
    [InlineData("Qwen/Qwen3-8B", 8.2e9)]
    public void Active_parameters_are_as_published(string id, double billions) =>
        Assert.InRange(ModelCatalog.Require(id, "model").Entry.Architecture.ActiveParameters, billions * 0.98, billions * 1.02);

    [Theory]
    [InlineData("Qwen/Qwen2.5-7B-Instruct", "Qwen/Qwen2.5-7B-Instruct", WeightFormat.Unquantized, true)]
    [InlineData("RedHatAI/Qwen2.5-7B-Instruct-quantized.w8a8", "Qwen/Qwen2.5-7B-Instruct", WeightFormat.W8A8, false)]
    [InlineData("RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16", "meta-llama/Llama-3.1-8B-Instruct", WeightFormat.Gptq, false)]
    [InlineData("RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic", "meta-llama/Llama-3.3-70B-Instruct", WeightFormat.Fp8, false)]
    [InlineData("Qwen/Qwen3-32B-AWQ", "Qwen/Qwen3-32B-AWQ", WeightFormat.Awq, true)]
    [InlineData("Qwen/Qwen3-14B-AWQ", "Qwen/Qwen3-14B", WeightFormat.Awq, false)]
    [InlineData("casperhansen/llama-3-8b-instruct-awq", "meta-llama/Meta-Llama-3-8B-Instruct", WeightFormat.Awq, false)]
    [InlineData("NousResearch/Hermes-3-Llama-3.1-8B", "meta-llama/Llama-3.1-8B-Instruct", WeightFormat.Unquantized, false)]
    [InlineData("unsloth/gpt-oss-20b", "openai/gpt-oss-20b", WeightFormat.Mxfp4, true)]
    [InlineData("Qwen/Qwen2.5-7B-Instruct-GPTQ-Int8", "Qwen/Qwen2.5-7B-Instruct", WeightFormat.W8A8, false)]
    [InlineData("unsloth/Qwen2.5-14B-Instruct-bnb-4bit", "Qwen/Qwen2.5-14B-Instruct", WeightFormat.BitsAndBytes4, false)]
    [InlineData("Qwen/Qwen2.5-Math-1.5B", "Qwen/Qwen2.5-Math-1.5B", WeightFormat.Unquantized, true)]
    [InlineData("deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", WeightFormat.Unquantized, true)]
    [InlineData("Qwen/Qwen3-4B-Thinking-2507", "Qwen/Qwen3-4B-Instruct-2507", WeightFormat.Unquantized, false)]
    [InlineData("tokyotech-llm/Llama-3.1-Swallow-8B-Instruct-v0.3", "meta-llama/Llama-3.1-8B-Instruct", WeightFormat.Unquantized, false)]
    [InlineData("Qwen3-4B", "Qwen/Qwen3-4B", WeightFormat.Unquantized, true)]
    public void Finds_models_and_what_derives_from_them(string id, string published, WeightFormat format, bool exact)
    {
        var match = ModelCatalog.Find(id)!;
        Assert.Equal((published, format, exact), (match.Entry.Id, match.Format, match.Exact));
    }

    [Theory]
    [InlineData("Qwen/Qwen9-7B")]
    [InlineData("some/11.5b")]
    [InlineData("Qwen/Qwen2.5-VL-3B-Instruct")]
    public void Does_not_guess_at_others(string id) => Assert.Null(ModelCatalog.Find(id));

    [Theory]
    [InlineData("Qwen/Qwen3-32B-AWQ")]
    [InlineData("Qwen/Qwen3-14B-AWQ")]
    [InlineData("Qwen/Qwen2.5-7B-Instruct-GPTQ-Int4")]
    [InlineData("Qwen/Qwen3-8B-Base")]
    [InlineData("RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16")]
    [InlineData("RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic")]
    [InlineData("unsloth/Qwen2.5-14B-Instruct-bnb-4bit")]
    public void Accepts_a_model_and_its_quantised_copies_for_planning(string id) => Assert.True(ModelCatalog.Require(id, "model").Understood);

    [Theory]
    [InlineData("Qwen/Qwen3-32B-AWX", "Qwen/Qwen3-32B-AWQ")]
    [InlineData("Qwen/Qwen3-32B-4bit", "Qwen/Qwen3-32B-AWQ")]
    [InlineData("NousResearch/Hermes-3-Llama-3.1-8B", null)]
    public void Rejects_a_name_of_which_only_a_part_is_known_for_planning(string id, string? nearest)
    {
        Assert.NotNull(ModelCatalog.Find(id));
        var error = Assert.Throws<DiagnosticException>(() => ModelCatalog.Require(id, "model"));
        var suggestion = nearest is null ? "" : $"Did you mean '{nearest}'? ";
        Assert.Equal(
            $"CB3001: model is '{id}'; allowed: one of the {ModelCatalog.All.Length} models of the catalogue, or a path to a config.json. "
            + $"{suggestion}Download config.json of the model and give its path.", error.Message);
    }

    [Fact]
    public void Rejects_an_unknown_model_with_the_nearest_id()
    {
        var error = Assert.Throws<DiagnosticException>(() => ModelCatalog.Require("Qwen/Qwen3-15B", "model"));
        Assert.Equal(
            $"CB3001: model is 'Qwen/Qwen3-15B'; allowed: one of the {ModelCatalog.All.Length} models of the catalogue, or a path to a config.json. "
            + "Did you mean 'Qwen/Qwen3-14B'? Download config.json of the model and give its path.", error.Message);
    }

    [Fact]
    public void Aliases_are_distinct()
    {
        var aliases = ModelCatalog.All.SelectMany(entry => entry.Aliases).ToList();
        Assert.Equal(aliases.Count, aliases.Distinct().Count());
    }
}
