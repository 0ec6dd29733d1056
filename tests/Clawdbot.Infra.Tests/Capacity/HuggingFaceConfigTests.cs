using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Tests.Capacity;

public sealed class HuggingFaceConfigTests
{
    private const string Qwen3 = """
        {"architectures":["Qwen3ForCausalLM"],"model_type":"qwen3","attention_bias":false,"head_dim":128,"hidden_size":2560,"intermediate_size":9728,
         "max_position_embeddings":40960,"num_attention_heads":32,"num_hidden_layers":36,"num_key_value_heads":8,"sliding_window":null,
         "tie_word_embeddings":true,"torch_dtype":"bfloat16","use_sliding_window":false,"vocab_size":151936}
        """;

    private const string Qwen2 = """
        {"architectures":["Qwen2ForCausalLM"],"model_type":"qwen2","hidden_size":3584,"intermediate_size":18944,"max_position_embeddings":32768,
         "num_attention_heads":28,"num_hidden_layers":28,"num_key_value_heads":4,"sliding_window":131072,"tie_word_embeddings":false,
         "torch_dtype":"bfloat16","use_sliding_window":false,"vocab_size":152064,
         "quantization_config":{"quant_method":"awq","bits":4}}
        """;

    private const string Gemma3 = """
        {"architectures":["Gemma3ForCausalLM"],"model_type":"gemma3_text","head_dim":256,"hidden_size":1152,"intermediate_size":6912,"max_position_embeddings":32768,
         "num_attention_heads":4,"num_hidden_layers":26,"num_key_value_heads":1,"rope_local_base_freq":10000,"sliding_window":512,"sliding_window_pattern":6,
         "torch_dtype":"bfloat16","vocab_size":262144}
        """;

    private const string DeepSeek = """
        {"architectures":["DeepseekV2ForCausalLM"],"model_type":"deepseek_v2","first_k_dense_replace":1,"hidden_size":2048,"intermediate_size":10944,"kv_lora_rank":512,
         "max_position_embeddings":163840,"moe_intermediate_size":1408,"n_routed_experts":64,"n_shared_experts":2,"num_attention_heads":16,"num_experts_per_tok":6,
         "num_hidden_layers":27,"num_key_value_heads":16,"q_lora_rank":null,"qk_nope_head_dim":128,"qk_rope_head_dim":64,"v_head_dim":128,
         "tie_word_embeddings":false,"torch_dtype":"bfloat16","vocab_size":102400}
        """;

    [Theory]
    [InlineData(Qwen3, "Qwen/Qwen3-4B")]
    [InlineData(Gemma3, "google/gemma-3-1b-it")]
    [InlineData(DeepSeek, "deepseek-ai/DeepSeek-V2-Lite-Chat")]
    public void Reads_the_same_shapes_as_the_catalogue_has(string json, string id) =>
        Assert.Equal(ModelCatalog.Require(id, "model").Entry.Architecture, HuggingFaceConfig.Parse(json, "config.json"));

    [Fact]
    public void Reads_the_format_and_ignores_a_window_that_is_switched_off()
    {
        var model = HuggingFaceConfig.Parse(Qwen2, "config.json");
        Assert.Equal(WeightFormat.Awq, model.Format);
        Assert.Null(model.SlidingWindow);
        Assert.Equal(7_615_616_512, model.Parameters);
    }

    [Fact]
    public void Finds_the_decoder_of_a_model_with_images() =>
        Assert.Equal(36, HuggingFaceConfig.Parse($$"""{"architectures":["X"],"text_config":{{Qwen3}}}""", "config.json").Layers);

    [Fact]
    public void Rejects_a_missing_and_a_wrong_key_together_with_their_lines()
    {
        var error = Assert.Throws<DiagnosticException>(() => HuggingFaceConfig.Parse(
            """
            {
              "hidden_size": "wide",
              "num_hidden_layers": 2,
              "num_attention_heads": 4,
              "intermediate_size": 10,
              "max_position_embeddings": 128
            }
            """, "m/config.json"));
        Assert.Equal(
            ["CB3008: m/config.json:2 hidden_size is \"wide\"; allowed: a whole number, 0 and more. Correct the file.",
             "CB3008: m/config.json:1 vocab_size is missing; allowed: a whole number above 0. Give the config.json of a decoder model."],
            error.Message.Split('\n'));
    }

    [Theory]
    [InlineData("""{"quant_method":"gptq","bits":4}""", WeightFormat.Gptq)]
    [InlineData("""{"quant_method":"gptq","bits":8}""", WeightFormat.W8A8)]
    [InlineData("""{"quant_method":"bitsandbytes","load_in_4bit":true}""", WeightFormat.BitsAndBytes4)]
    [InlineData("""{"quant_method":"bitsandbytes","load_in_8bit":true}""", WeightFormat.W8A8)]
    [InlineData("""{"quant_method":"compressed-tensors","format":"pack-quantized"}""", WeightFormat.Gptq)]
    [InlineData("""{"quant_method":"compressed-tensors","format":"pack-quantized","config_groups":{"group_0":{"weights":{"num_bits":4}}}}""", WeightFormat.Gptq)]
    [InlineData("""{"quant_method":"compressed-tensors","format":"pack-quantized","config_groups":{"group_0":{"weights":{"num_bits":8}}}}""", WeightFormat.W8A8)]
    public void Reads_the_bits_of_the_weights(string quantization, WeightFormat format) =>
        Assert.Equal(format, HuggingFaceConfig.Parse(Qwen2.Replace("""{"quant_method":"awq","bits":4}""", quantization, StringComparison.Ordinal), "c").Format);

    [Fact]
    public void Rejects_bits_that_are_not_modelled()
    {
        var error = Assert.Throws<DiagnosticException>(() => HuggingFaceConfig.Parse(Qwen2.Replace("\"bits\":4", "\"bits\":3", StringComparison.Ordinal), "c"));
        Assert.Equal("CB3008: c:4 bits is 3; allowed: 4 or 8. The memory of other formats is not modelled.", error.Message);
    }

    [Fact]
    public void Rejects_a_format_that_is_not_modelled()
    {
        var error = Assert.Throws<DiagnosticException>(() => HuggingFaceConfig.Parse(Qwen2.Replace("\"awq\"", "\"gguf\"", StringComparison.Ordinal), "c"));
        Assert.Equal("CB3008: c:4 quantization_config is 'gguf'; allowed: awq, gptq, fp8, bitsandbytes, mxfp4 or compressed-tensors. The memory of other formats is not modelled.", error.Message);
    }

    [Fact]
    public void Rejects_what_is_not_json_with_line_and_column()
    {
        var error = Assert.Throws<DiagnosticException>(() => HuggingFaceConfig.Parse("{\n  \"a\": ,\n}", "c"));
        Assert.Equal("CB3007: c:2:8 is not JSON; allowed: a JSON object. Download the file again.", error.Message);
    }

    [Fact]
    public void Rejects_a_list() => Assert.Contains("CB3007: c:1 is Array", Assert.Throws<DiagnosticException>(() => HuggingFaceConfig.Parse("[]", "c")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_a_missing_file()
    {
        var path = Path.Combine(Path.GetTempPath(), "clawdbot-no-such-folder", "config.json");
        Assert.Equal($"CB3007: {path} is missing; allowed: a config.json of a Hugging Face model. Download it from the model's page and give its path.",
            Assert.Throws<DiagnosticException>(() => HuggingFaceConfig.Load(path)).Message);
    }
}
