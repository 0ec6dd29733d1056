using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Validation;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Capacity.Validation;

public sealed class KvValidationTests
{
    private const string Header = "id,model,quantization,dtype,kv_cache_dtype,gpu,gpu_total_gib_reported,tensor_parallel,gpu_memory_utilization,max_model_len,max_num_seqs,max_num_batched_tokens,enforce_eager,vllm_version,kv_cache_tokens";

    private static KvReport Published { get; } =
        KvValidation.Run(Repository.Read("tests", "Clawdbot.Infra.Tests", "Capacity", "Data", "published-starts.csv"), "published-starts.csv");

    [Fact]
    public void Published_starts_are_predicted_within_the_promised_errors()
    {
        Assert.True(Published.All.Rows >= 50);
        Assert.InRange(Published.All.Median, 0, 0.015);
        Assert.InRange(Published.All.Percentile90, 0, 0.06);
        Assert.Equal(0, Published.All.FalseFits);
        // One server on an RTX 3090 had 0.05 GiB to spare, which is less than what profiling varies by.
        Assert.Equal(["kv101"], Published.Rows.Where(row => row.FalseRefusal).Select(row => row.Point.Id));
    }

    // No constant was set by these numbers, though the text of the first says that runner V2 leaves out the copy of the logits.
    // vllm-project/vllm#57926 (main of 2026-09-21, before its patch; which release that is was inferred), and a public log of Qwen3-32B-AWQ
    // on an L40 with 18.1423 GiB of weights that started with 79,888, 79,552 and 79,888 tokens.
    [Theory]
    [InlineData("a,Qwen/Qwen2.5-0.5B-Instruct,none,,,L4,,1,0.98,2048,256,,,0.30.0,1733440")]
    [InlineData("a,Qwen/Qwen3-32B-AWQ,awq,,,L40,44.4,1,0.88,8192,,,,0.10.2,79888")]
    public void Starts_that_set_no_constant_are_predicted_as_well(string line) =>
        Assert.InRange(Math.Abs(Assert.Single(Run(line).Rows).Error!.Value), 0, 0.01);

    [Fact]
    public void Every_card_and_release_is_predicted_within_the_promised_tail() =>
        Assert.All(Published.ByGpu.Concat(Published.ByVersion), group => Assert.InRange(group.Median, 0, 0.06));

    [Fact]
    public void Published_methods_do_worse_on_the_same_rows() =>
        Assert.All(Published.Peers, peer =>
        {
            Assert.Equal(Published.All.Rows, peer.Rows);
            Assert.True(peer.Median > 2 * Published.All.Median);
            Assert.True(peer.Percentile90 > 2 * Published.All.Percentile90);
        });

    [Fact]
    public void What_a_server_printed_is_never_an_input()
    {
        var lines = Repository.Read("tests", "Clawdbot.Infra.Tests", "Capacity", "Data", "published-starts.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] outcomes = ["model_load_gib", "activation_peak_gib", "available_kv_gib", "kv_cache_tokens"];
        var columns = lines[0].Split(',').ToList();
        var blanked = lines.Skip(1).Select(line =>
        {
            var fields = line.Split(',');
            foreach (var outcome in outcomes)
                fields[columns.IndexOf(outcome)] = "";
            return string.Join(',', fields);
        });
        var report = KvValidation.Run(string.Join('\n', blanked.Prepend(lines[0])), "x");
        Assert.Equal(Published.Rows.Select(row => row.KvTokens), report.Rows.Select(row => row.KvTokens));
    }

    [Fact]
    public void A_refused_context_counts_as_a_predicted_failure()
    {
        var row = Assert.Single(Run("a,microsoft/phi-2,none,,auto,H100,,1,0.95,8192,,,,0.19.0,").Rows);
        Assert.False(row.Fits);
        Assert.False(row.FalseFit);
        Assert.StartsWith("CB3005: a.maxModelLen is 8192; allowed: 1 to 2048", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_start_that_was_predicted_to_work_is_a_false_fit()
    {
        var report = Run("a,Qwen/Qwen2.5-0.5B,none,,auto,H100,,1,0.9,4096,,,,0.19.0,");
        Assert.Equal((1, 0, 0), (report.All.FalseFits, report.All.FalseRefusals, report.All.Rows));
    }

    [Theory]
    [InlineData("a,nobody/nothing,none,,,H100,,1,0.9,,,,,,100", "no shapes for model 'nobody/nothing'")]
    [InlineData("a,Qwen/Qwen3-8B,none,,,MI300X,,1,0.9,,,,,,100", "no memory for card 'MI300X'")]
    [InlineData("a,Qwen/Qwen3-8B,nvfp4,,,H100,,1,0.9,,,,,,100", "format 'nvfp4' is not modelled")]
    [InlineData("a,Qwen/Qwen3-8B,none,,int4,H100,,1,0.9,,,,,,100", "cache type 'int4' is not modelled")]
    public void Rows_outside_the_model_are_named_and_left_out(string line, string reason)
    {
        var report = Run(line);
        Assert.Equal(reason, Assert.Single(report.Rows).Reason);
        Assert.Equal((0, 0, 0), (report.All.Rows, report.All.FalseFits, report.All.FalseRefusals));
    }

    [Fact]
    public void An_unlisted_card_is_predicted_from_its_reported_memory() =>
        Assert.True(Assert.Single(Run("a,Qwen/Qwen3-8B,none,,,Frobnicator 64GB,63.2,1,0.9,8192,,,,0.19.0,100").Rows).KvTokens > 100_000);

    [Fact]
    public void Models_outside_the_catalogue_come_from_the_table_of_models()
    {
        const string models = "model,layers,kv_heads,head_dim,hidden,intermediate,vocab,tied_embeddings,params\nFrob-9B,32,8,128,4096,14336,128256,False,8.03B (text)\n";
        var report = KvValidation.Run($"{Header}\na,acme/Frob-9B-chat,none,,,H100,,1,0.95,8192,,,,0.19.0,100\nb,meta-llama/Llama-3.1-8B,none,,,H100,,1,0.95,8192,,,,0.19.0,100\n", "p", models, "m");
        Assert.InRange(report.Rows[0].KvTokens, report.Rows[1].KvTokens * 0.99, report.Rows[1].KvTokens * 1.01);
    }

    [Fact]
    public void Rejects_malformed_fields_with_line_and_column()
    {
        var error = Assert.Throws<DiagnosticException>(() => Run("a,\"Qwen/Qwen3-8B\",none,,,H100,x,0,0.9,,,,maybe,,100"));
        Assert.Equal(
            [
                "CB3009: p:2:7 is gpu_total_gib_reported 'x'; allowed: a number above 0. Correct the file.",
                "CB3009: p:2:8 is tensor_parallel '0'; allowed: a whole number above 0. Correct the file.",
                "CB3009: p:2:13 is enforce_eager 'maybe'; allowed: True or False. Correct the file.",
            ],
            error.Message.Split('\n'));
    }

    [Theory]
    [InlineData("", "CB3009: p:1:1 is empty; allowed: a header line with id, model, gpu, kv_cache_tokens. Correct the file.")]
    [InlineData("id,modle,gpu,kv_cache_tokens\n", "CB3009: p:1:1 is no column 'model'; allowed: columns id, model, gpu, kv_cache_tokens. Did you mean 'modle'? Correct the file.")]
    [InlineData("id,model,gpu,kv_cache_tokens\na,b\n", "CB3009: p:2:2 is 2 fields; allowed: 4 fields, as in the header. Correct the file.")]
    [InlineData("id,model,gpu,kv_cache_tokens\na,\"b\n,c", "CB3009: p:2:2 is a quote that is not closed; allowed: pairs of quotes. Correct the file.")]
    [InlineData("id,model,gpu,kv_cache_tokens,id\n", "CB3009: p:1:5 is column 'id' again; allowed: each column once. Correct the file.")]
    [InlineData("id,model,gpu,kv_cache_tokens\na,b,c,1\n\na,b,c,1\n", "CB3009: p:4:1 is id 'a' again; allowed: each name once; line 2 has it. Correct the file.")]
    [InlineData("id,model,gpu,kv_cache_tokens,gpu_memory_utilization\na,b,c,1,90\n", "CB3009: p:2:5 is gpu_memory_utilization '90'; allowed: a share above 0 and at most 1. Correct the file.")]
    [InlineData("id,model,gpu,kv_cache_tokens,gpu_memory_utilization\na,b,c,1,Infinity\n", "CB3009: p:2:5 is gpu_memory_utilization 'Infinity'; allowed: a number above 0. Correct the file.")]
    public void Rejects_malformed_tables(string text, string message) =>
        Assert.Equal(message, Assert.Throws<DiagnosticException>(() => KvValidation.Run(text, "p")).Message);

    [Fact]
    public void Takes_blanks_around_column_names_in_any_order()
    {
        var row = Assert.Single(KvValidation.Run("\uFEFFgpu, kv_cache_tokens ,more,id , model\r\nH100,5,\"x,\n\"\"y\"\"\",a,Qwen/Qwen3-8B\r\n", "p").Rows);
        Assert.Equal(("a", "Qwen/Qwen3-8B", "H100", 5), (row.Point.Id, row.Point.Model, row.Point.Gpu, row.Point.MeasuredTokens));
        Assert.True(row.Fits);
    }

    [Fact]
    public void Heads_of_a_table_of_models_share_the_key_heads_evenly()
    {
        // 2880 / 64 is 45; the model has 64 query heads, and 8 key heads that they share.
        var models = ModelTableReader.Read("model,layers,kv_heads,head_dim,hidden,intermediate,vocab,params\nFoo-20b,24,8,64,2880,2880 per expert x32,201088,20.9B MoE\nSmall,24,2,64,896,4864,151936,494M\n", "m");
        Assert.Equal([48, 14], models.Select(model => model.Architecture.AttentionHeads));
        Assert.Equal([20_900_000_000, 494_000_000], models.Select(model => model.Architecture.Parameters));
        var row = Assert.Single(KvValidation.Run(KvPointReader.Read("id,model,gpu,kv_cache_tokens,tensor_parallel\na,some/Foo-20b,H100,5,2\n", "p", models)).Rows);
        Assert.Equal("", row.Reason);
    }

    [Fact]
    public void Rejects_a_model_without_a_parameter_count()
    {
        var error = Assert.Throws<DiagnosticException>(() => ModelTableReader.Read("model,layers,kv_heads,head_dim,hidden,intermediate,vocab,params\nx,2,2,64,128,256,100,many\n", "m"));
        Assert.Equal("CB3009: m:2:8 is params 'many'; allowed: a count such as 7.62B or 494M. Correct the file.", error.Message);
    }

    [Fact]
    public void Accepts_quotes_blank_lines_and_whole_numbers_of_data_frames()
    {
        var point = Assert.Single(KvPointReader.Read($"\uFEFF{Header}\r\n\r\na,Qwen/Qwen3-8B,\"none\",,,\"H100 \"\"SXM\"\", 80GB\",,1.0,0.9,8192.0,,,true,v0.19.0,418688.0\r\n", "p", ImmutableArray<ModelEntry>.Empty));
        Assert.Equal((418688L, 8192, 1, true), (point.MeasuredTokens, point.Input!.MaxModelLen, point.Input.TensorParallelSize, point.Input.EnforceEager));
        Assert.Equal("h100", point.Input.Gpu.Name);
    }

    [Fact]
    public void The_kaito_formula_gives_the_figures_of_its_own_worked_example()
    {
        // kaito-project/kaito website/docs/memory-estimator.md: 57.25 GiB and about 469,000 tokens for Phi-4-mini on an A100 of 80 GiB.
        var input = Servers.Of("microsoft/Phi-4-mini-instruct", "a100-80", share: 0.84) with { TotalGiB = 80 };
        var kv = PeerEstimators.KaitoKvGiB(input);
        Assert.InRange(kv, 57.20, 57.30);
        Assert.InRange(PeerEstimators.Tokens(input, kv), 468_500, 469_500);
    }

    [Fact]
    public void The_ninetieth_percentile_is_the_smallest_error_that_nine_tenths_do_not_exceed()
    {
        var rows = Published.Rows.Take(10).Select((row, index) => row with { KvTokens = row.Point.MeasuredTokens!.Value * (100 + index) / 100 }).ToList();
        var summary = KvErrorSummary.Of("ten", rows);
        Assert.Equal((10, 0.045, 0.08, 0.09), (summary.Rows, Math.Round(summary.Median, 3), Math.Round(summary.Percentile90, 3), Math.Round(summary.Worst, 3)));
    }

    private static KvReport Run(string line) => KvValidation.Run($"{Header}\n{line}\n", "p");
}
