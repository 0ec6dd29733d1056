using System.Globalization;
using System.Text.Json;

namespace Clawdbot.Cli.Tests.CommandLine;

public sealed class SizeCommandTests
{
    private const string Help = " Run `clawdbot size --help`.";

    [Theory]
    [InlineData("--sku a10", "CB0002: --model of clawdbot size is missing; allowed: --model ID with --sku SKU, --config FILE with --sku SKU, --all, or --validate CSV.")]
    [InlineData("--model Qwen/Qwen3-32B --sku a10 --context 8k", "CB0002: --context of clawdbot size is '8k'; allowed: a whole number from 1 to 16777216.")]
    [InlineData("--model Qwen/Qwen3-32B --sku a10 --gpus 0", "CB0002: --gpus of clawdbot size is '0'; allowed: a whole number from 1 to 16777216.")]
    [InlineData("--model Qwen/Qwen3-32B --sku a10 --gpus 3", "CB2002: --gpus of clawdbot size is 3; allowed: 1, 2, 4 or 8.")]
    [InlineData("--model Qwen/Qwen2.5-7B-Instruct --sku a10 --gpus 8", "CB3004: --gpus of clawdbot size is 8; allowed: 1, 2, 4. For Qwen/Qwen2.5-7B-Instruct it does not divide the 28 attention heads.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --prompt-tokens 8000 --answer-tokens 5000", "CB3011: --prompt-tokens of clawdbot size is 8000; allowed: what --context 8192 leaves beside --answer-tokens 5000.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --vllm-version 0.17.0", "CB3012: --vllm-version of clawdbot size is 0.17.0; allowed: releases with --shutdown-timeout, which this configuration needs. It exists since vLLM 0.18.0; pin that release or a newer one.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --flag=--max_model_len=4", "CB2004: --flag of clawdbot size is '--max-model-len'; allowed: flags without a setting of their own. Use --context.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --context 40961", "CB3005: --context of clawdbot size is 40961; allowed: at most 40960, the longest context of Qwen/Qwen3-32B.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --utilization 0", "CB3003: --utilization of clawdbot size is '0'; allowed: a number above 0 and at most 1, for example 0.92.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --utilization 1.01", "CB3003: --utilization of clawdbot size is '1.01'; allowed: a number above 0 and at most 1, for example 0.92.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --utilization NaN", "CB3003: --utilization of clawdbot size is 'NaN'; allowed: a number above 0 and at most 1, for example 0.92.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --vllm-version latest", "CB0002: --vllm-version of clawdbot size is 'latest'; allowed: a release such as 0.27.1.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --quantization awk", "CB0002: --quantization of clawdbot size is 'awk'; allowed: none, awq, gptq, fp8, int8, bitsandbytes or mxfp4. Did you mean 'awq'?")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --kv-cache-dtype fp9", "CB0002: --kv-cache-dtype of clawdbot size is 'fp9'; allowed: auto, fp8, fp8_e4m3 or fp8_e5m2. Did you mean 'fp8'?")]
    [InlineData("--model Qwen/Qwen2.5-7B-Instruct --sku t4 --kv-cache-dtype fp8", "CB2007: --kv-cache-dtype of clawdbot size is 'fp8'; allowed: 'auto' on t4, which cannot keep the KV cache in FP8.")]
    [InlineData("--model Qwen/Qwen2.5-7B-Instruct --sku t4 --dtype bfloat16", "CB2007: --dtype of clawdbot size is 'bfloat16'; allowed: 'half' or 'auto' on t4, which has no bfloat16.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --flag=--swap-space=4", "CB2004: --flag of clawdbot size is '--swap-space'; allowed: flags of vLLM 0.27.1. It was removed in vLLM 0.18.0; --kv-offloading-size keeps KV cache in host memory.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --flag=--batch_max_tokens=4", "CB2004: --flag of clawdbot size is '--batch-max-tokens'; allowed: flags of vLLM 0.27.1. It never existed; the option is --max-num-batched-tokens.")]
    [InlineData("--model Qwen/Qwen3-32B --sku h100 --models x.csv", "CB0002: --models of clawdbot size is without --validate; allowed: --models CSV beside --validate CSV.")]
    [InlineData("--all --quantization awq", "CB0002: --quantization of clawdbot size is given beside --all; allowed: --quantization without --all.")]
    [InlineData("--all --max-num-seqs 512 --max-num-batched-tokens 256", "CB3003: --max-num-seqs of clawdbot size is 512; allowed: at most --max-num-batched-tokens, 256.")]
    [InlineData("--all --vllm-version 0.17.0", "CB3012: --vllm-version of clawdbot size is 0.17.0; allowed: releases with --shutdown-timeout, which this configuration needs. It exists since vLLM 0.18.0; pin that release or a newer one.")]
    [InlineData("--all --sku t4 --dtype bfloat16", "CB2007: --dtype of clawdbot size is 'bfloat16'; allowed: 'half' or 'auto' on t4, which has no bfloat16.")]
    [InlineData("--validate x.csv --gpus 2", "CB0002: --gpus of clawdbot size is given beside --validate; allowed: --gpus without --validate.")]
    public async Task Rejects_a_question_with_one_line_and_exit_2(string line, string expected)
    {
        var run = await SizeRuns.RunLineAsync(line);
        Assert.Equal((2, "", expected + Help + "\n"), run);
    }

    [Theory]
    [InlineData("0.05", 1, "requested memory 3.96 GiB")]
    [InlineData("0.97", 0, "fits")]
    [InlineData("1", 1, "requested memory 79.19 GiB (1 of 79.19) exceeds free memory at start")]
    public async Task Answers_about_any_share_of_the_memory_that_vllm_takes(string share, int expected, string answer)
    {
        var (exit, output, error) = await SizeRuns.RunLineAsync($"--model Qwen/Qwen2.5-7B-Instruct --sku h100 --utilization {share}");
        Assert.Equal((expected, ""), (exit, error));
        Assert.Contains(answer, output, StringComparison.Ordinal);
        Assert.Contains($"--utilization {share} is for questions only: pools take 0.10 to 0.95.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_of_options_and_not_of_settings()
    {
        var (_, refusal, _) = await SizeRuns.RunLineAsync("--model Qwen/Qwen3-32B-AWQ --sku a10 --context 24576");
        Assert.Contains("2 a10 cards for each server (--gpus 2)", refusal, StringComparison.Ordinal);
        var (_, warning, _) = await SizeRuns.RunLineAsync("--model Qwen/Qwen2.5-7B-Instruct --sku a10 --max-num-seqs 1000 --max-num-batched-tokens 2048");
        Assert.Contains("\n--max-num-seqs 1000 is more than the ", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_an_unknown_card_with_the_nearest()
    {
        var (exit, output, error) = await SizeRuns.RunLineAsync("--model Qwen/Qwen3-32B --sku l40z");
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("CB3002: --sku of clawdbot size is 'l40z'; allowed: ", error, StringComparison.Ordinal);
        Assert.EndsWith(". Did you mean 'l40'?" + Help + "\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_an_unknown_model_with_the_nearest()
    {
        var (exit, output, error) = await SizeRuns.RunLineAsync("--model Qwen/Qwem3-32B --sku l40");
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("CB3001: --model of clawdbot size is 'Qwen/Qwem3-32B'; allowed: ", error, StringComparison.Ordinal);
        Assert.Contains(" Did you mean 'Qwen/Qwen3-32B'? ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_a_mistyped_id_of_a_known_family_rather_than_answer_about_its_sibling()
    {
        var (exit, output, error) = await SizeRuns.RunLineAsync("--model Qwen/Qwen3-32B-AWX --sku h100");
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("CB3001: --model of clawdbot size is 'Qwen/Qwen3-32B-AWX'; allowed: ", error, StringComparison.Ordinal);
        Assert.Contains(" Did you mean 'Qwen/Qwen3-32B-AWQ'? ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_everything_that_is_wrong_at_once()
    {
        var (exit, _, error) = await SizeRuns.RunLineAsync("--model nobody --sku nothing --gpus x --utilization 2");
        Assert.Equal(2, exit);
        Assert.Equal(["CB0002", "CB3001", "CB3002", "CB3003"], error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..6]).Order());
    }

    [Fact]
    public async Task An_option_that_is_a_removed_flag_of_vLLM_is_told_what_became_of_it()
    {
        var (exit, _, error) = await SizeRuns.RunLineAsync("--model Qwen/Qwen3-32B --sku h100 --swap-space 4");
        Assert.Equal(2, exit);
        Assert.EndsWith("It was removed in vLLM 0.18.0; --kv-offloading-size keeps KV cache in host memory." + Help + "\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"hidden_size\": 4096,\n}", "CB3007: {0}:3:1 is not JSON; allowed: a JSON object. Download the file again.")]
    [InlineData("{\n  \"hidden_size\": \"wide\", \"num_hidden_layers\": 2, \"num_attention_heads\": 2, \"intermediate_size\": 8, \"vocab_size\": 10, \"max_position_embeddings\": 10\n}", "CB3008: {0}:2 hidden_size is \"wide\"; allowed: a whole number, 0 and more. Correct the file.")]
    [InlineData("{ \"num_hidden_layers\": 2, \"intermediate_size\": 8, \"vocab_size\": 10, \"max_position_embeddings\": 10,\n  \"hidden_size\": 64, \"num_attention_heads\": 8,\n  \"num_key_value_heads\": 3 }", "CB3008: {0}:3 num_key_value_heads is 3; allowed: a divisor of the 8 attention heads. Correct the file.")]
    [InlineData("{ \"num_hidden_layers\": 2, \"intermediate_size\": 8, \"vocab_size\": 10, \"max_position_embeddings\": 10,\n  \"hidden_size\": 4, \"num_attention_heads\": 8 }", "CB3008: {0}:1 head_dim is 0; allowed: a whole number above 0, or a hidden_size of at least num_attention_heads. Correct the file.")]
    [InlineData("{ \"num_hidden_layers\": 2147483647, \"intermediate_size\": 2147483647, \"vocab_size\": 10, \"max_position_embeddings\": 10,\n  \"hidden_size\": 2147483647, \"num_attention_heads\": 8 }", "CB3008: {0}:2 hidden_size is part of a shape with too many parameters; allowed: shapes of at most 100000000000000 parameters. Correct the file.")]
    public async Task Rejects_a_malformed_configuration_with_its_line(string content, string expected)
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Write("config.json", content);
        var (exit, output, error) = await SizeRuns.RunAsync("--config", file, "--sku", "h100");
        Assert.Equal((2, "", string.Format(CultureInfo.InvariantCulture, expected.Replace("{", "{{", StringComparison.Ordinal).Replace("{{0}", "{0}", StringComparison.Ordinal), file) + "\n"), (exit, output, error));
    }

    [Theory]
    [InlineData("id,model,gpu,kv_cache_tokens\na,b,c\n", "CB3009: {0}:2:3 is 3 fields; allowed: 4 fields, as in the header. Correct the file.")]
    [InlineData("id,model,gpu,kv_cache_tokens,tensor_parallel\na,b,c,,two\n", "CB3009: {0}:2:5 is tensor_parallel 'two'; allowed: a whole number above 0. Correct the file.")]
    public async Task Rejects_a_malformed_table_with_line_and_column(string content, string expected)
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Write("points.csv", content);
        var run = await SizeRuns.RunAsync("--validate", file);
        Assert.Equal((2, "", string.Format(CultureInfo.InvariantCulture, expected, file) + "\n"), run);
    }

    [Fact]
    public async Task Rejects_a_table_that_is_not_there()
    {
        var run = await SizeRuns.RunLineAsync("--validate /nowhere/points.csv");
        Assert.Equal(
            (2, "", "CB0005: --validate /nowhere/points.csv is missing; allowed: a text file of at most 64 MiB that this user may read. Pass another --validate path.\n"), run);
    }

    [Fact]
    public async Task Accepts_a_model_by_its_configuration_alone()
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Write(
            "config.json",
            """
            {
              "architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "torch_dtype": "bfloat16",
              "hidden_size": 3584, "intermediate_size": 18944, "num_hidden_layers": 28, "num_attention_heads": 28, "num_key_value_heads": 4,
              "vocab_size": 152064, "max_position_embeddings": 32768, "tie_word_embeddings": false
            }
            """);
        using var fromFile = JsonDocument.Parse((await SizeRuns.RunAsync("--config", file, "--sku", "l4", "--context", "8192", "--json")).Output);
        using var fromCatalogue = JsonDocument.Parse((await SizeRuns.RunLineAsync("--model Qwen/Qwen2.5-7B-Instruct --sku l4 --context 8192 --json")).Output);
        Assert.Equal(fromCatalogue.RootElement.GetProperty("kvCacheTokens").GetInt64(), fromFile.RootElement.GetProperty("kvCacheTokens").GetInt64());
        Assert.Equal($"Shapes from {file}.", fromFile.RootElement.GetProperty("notes")[0].GetString());
        Assert.Equal("--served-model-name=model", fromFile.RootElement.GetProperty("flags")[0].GetString());
    }

    [Fact]
    public async Task Accepts_the_spellings_of_vLLM()
    {
        var own = await SizeRuns.RunLineAsync("--model Qwen/Qwen3-8B --sku l4 --gpus 2 --context 8192 --utilization 0.9");
        var vllm = await SizeRuns.RunLineAsync("--model Qwen/Qwen3-8B --sku l4 --tensor-parallel-size 2 --max-model-len=8192 --gpu-memory-utilization 0.9");
        Assert.Equal(own, vllm);
        Assert.Equal(0, own.Exit);
    }

    [Fact]
    public async Task What_is_impossible_for_some_pairs_stands_in_their_rows()
    {
        var (exit, output, error) = await SizeRuns.RunLineAsync("--all --model Qwen/Qwen3-8B --dtype bfloat16");
        Assert.Equal((0, ""), (exit, error));
        var lines = output.Split('\n');
        Assert.Contains("CB2007", Assert.Single(lines, l => l.Contains(" t4 ", StringComparison.Ordinal) && l.Contains("Qwen3-8B", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(" yes ", Assert.Single(lines, l => l.Contains(" h100 ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_the_same_question_has_the_same_answer() =>
        Assert.Equal(await SizeRuns.RunLineAsync("--all --json"), await SizeRuns.RunLineAsync("--all --json"));
}
