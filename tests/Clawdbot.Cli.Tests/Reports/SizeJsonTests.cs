using System.Text.Json;
using Clawdbot.Cli.Offline;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Tests.Reports;

/// <summary>The promised members of every JSON of `clawdbot size`, and the page that describes them.</summary>
public sealed class SizeJsonTests
{
    [Fact]
    public async Task One_answer_has_the_promised_members()
    {
        var (exit, output, error) = await SizeRuns.RunLineAsync("--model Qwen/Qwen3-32B-AWQ --sku a10 --gpus 1 --context 24576 --json");
        Assert.Equal((1, ""), (exit, error));
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal(
            ["fits", "reason", "flags", "terms", "kvCacheTokens", "maxConcurrency", "proposals"],
            root.EnumerateObject().Select(m => m.Name).Take(7));
        Assert.False(root.GetProperty("fits").GetBoolean());
        Assert.Matches(@" exceeds .* by \d+\.\d\d GiB", root.GetProperty("reason").GetString());
        var proposals = root.GetProperty("proposals").EnumerateArray().ToList();
        Assert.All(proposals, p => Assert.Equal(["change", "pricePerHour"], p.EnumerateObject().Select(m => m.Name)));
        Assert.Contains(proposals, p => p.GetProperty("change").GetString()!.StartsWith("2 a10 cards", StringComparison.Ordinal));
        var prices = proposals.Select(p => p.GetProperty("pricePerHour")).Where(p => p.ValueKind == JsonValueKind.Number).Select(p => p.GetDouble()).ToList();
        Assert.Equal(prices.Order(), prices);
        Assert.All(root.GetProperty("terms").EnumerateArray(), t => Assert.Equal(["name", "gib", "formula"], t.EnumerateObject().Select(m => m.Name)));
    }

    [Fact]
    public async Task An_answer_that_fits_has_flags_with_reasons_and_figures()
    {
        var (exit, output, error) = await SizeRuns.RunLineAsync("--model Qwen/Qwen3-8B --sku l4 --json");
        Assert.Equal((0, ""), (exit, error));
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal(("", 0), (root.GetProperty("reason").GetString(), root.GetProperty("proposals").GetArrayLength()));
        var flags = root.GetProperty("flags").EnumerateArray().Select(f => f.GetString()).ToList();
        Assert.Contains("--max-model-len=8192", flags);
        Assert.Equal(flags, root.GetProperty("flagReasons").EnumerateArray().Select(f => f.GetProperty("flag").GetString()));
        Assert.All(root.GetProperty("flagReasons").EnumerateArray(), f => Assert.NotEmpty(f.GetProperty("reason").GetString()!));
        var figures = root.GetProperty("figures");
        Assert.Equal(
            figures.GetProperty("pricePerHour").GetDouble() / figures.GetProperty("tokensPerSecond").GetDouble() / 3600 * 1e6,
            figures.GetProperty("pricePerMillionTokens").GetDouble(),
            tolerance: 1e-4);
    }

    [Fact]
    public async Task The_terms_add_up()
    {
        using var json = JsonDocument.Parse((await SizeRuns.RunLineAsync("--model Qwen/Qwen2.5-14B-Instruct --sku a100-80 --context 16384 --json")).Output);
        var terms = json.RootElement.GetProperty("terms").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!, t => t.GetProperty("gib").GetDouble());
        Assert.Equal(
            terms["availableKv"],
            terms["requested"] - terms["weights"] - terms["nonTorch"] - terms["runnerBuffers"] - terms["activationPeak"] - terms["cudaGraphs"],
            tolerance: 1e-4);
    }

    [Fact]
    public async Task The_matrix_has_every_pair_of_model_and_card()
    {
        using var json = JsonDocument.Parse((await SizeRuns.RunLineAsync("--all --json")).Output);
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(
            ModelCatalog.Ids.SelectMany(_ => GpuCatalog.Names, (model, sku) => (model, sku)),
            rows.Select(r => (r.GetProperty("model").GetString()!, r.GetProperty("sku").GetString()!)));
        Assert.All(rows, r => Assert.Equal(r.GetProperty("fits").GetBoolean(), r.GetProperty("reason").GetString()!.Length == 0));
        Assert.All(
            rows.Where(r => r.GetProperty("fits").GetBoolean()),
            r => Assert.True(r.GetProperty("kvCacheTokens").GetInt64() >= r.GetProperty("context").GetInt32() || r.GetProperty("maxConcurrency").GetDouble() >= 1));
    }

    [Fact]
    public async Task The_comparison_has_the_promised_members_and_rows_of_every_kind()
    {
        var (exit, output, error) = await SizeRuns.RunAsync("--validate", SizeRuns.Measurements, "--models", SizeRuns.Models, "--json");
        Assert.Equal((0, ""), (exit, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(["rows", "summary"], json.RootElement.EnumerateObject().Select(m => m.Name));
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetString()!);
        Assert.Equal(["near", "refused-but-ran", "ran-not", "two-cards", "table", "no-model", "no-card"], rows.Keys);
        Assert.All(rows.Values, r => Assert.Equal(["id", "fits", "availableKvGiB", "kvCacheTokens"], r.EnumerateObject().Select(m => m.Name).Take(4)));
        Assert.False(rows["refused-but-ran"].GetProperty("fits").GetBoolean());
        Assert.True(rows["ran-not"].GetProperty("fits").GetBoolean());
        Assert.True(rows["ran-not"].GetProperty("kvCacheTokens").GetInt64() > 0);
        Assert.Equal(JsonValueKind.Null, rows["no-model"].GetProperty("fits").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows["no-card"].GetProperty("kvCacheTokens").ValueKind);
        var summary = json.RootElement.GetProperty("summary");
        Assert.Equal((5, 2, 4), (Number(summary, "predicted"), Number(summary, "notPredicted"), Number(summary, "compared")));
        Assert.Equal((1, 1), (Number(summary, "falseFits"), Number(summary, "falseRefusals")));
        Assert.Equal(["KAITO", "flat 10 %"], summary.GetProperty("peers").EnumerateArray().Select(p => p.GetProperty("method").GetString()));
        Assert.Equal(
            ["0.9.2", "0.10.0", "0.11.0", "0.19.0", "unknown"],
            summary.GetProperty("byVersion").EnumerateArray().Select(g => g.GetProperty("version").GetString()));
    }

    [Fact]
    public async Task Outcomes_are_not_inputs_and_a_table_without_them_has_no_false_fits()
    {
        using var temporary = new TemporaryFolder();
        var lines = await File.ReadAllLinesAsync(SizeRuns.Measurements);
        var outcome = lines[0].Split(',').ToList().IndexOf("kv_cache_tokens");
        var blanked = lines.Select((line, index) =>
        {
            var fields = line.Split(',');
            fields[outcome] = index == 0 ? fields[outcome] : "";
            return string.Join(',', fields);
        });
        var file = temporary.Write("blank.csv", string.Join('\n', blanked));
        using var with = JsonDocument.Parse((await SizeRuns.RunAsync("--validate", SizeRuns.Measurements, "--json")).Output);
        using var without = JsonDocument.Parse((await SizeRuns.RunAsync("--validate", file, "--json")).Output);
        Assert.Equal(Predictions(with), Predictions(without));
        Assert.Equal(JsonValueKind.Null, without.RootElement.GetProperty("summary").GetProperty("falseFits").ValueKind);
        Assert.EndsWith("No row has kv_cache_tokens, so there is nothing to compare with.\n", (await SizeRuns.RunAsync("--validate", file)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--model Qwen/Qwen3-32B-AWQ --sku a10 --context 24576 --json")]
    [InlineData("--model Qwen/Qwen3-8B --sku l4 --json")]
    [InlineData("--all --sku a10 --json")]
    [InlineData("--validate {0} --json")]
    public async Task Page_NamesEveryMemberThatIsWritten(string line)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "docs", "size.md"));
        using var json = JsonDocument.Parse((await SizeRuns.RunLineAsync(line.Replace("{0}", SizeRuns.Measurements, StringComparison.Ordinal))).Output);
        Assert.All(Members(json.RootElement).Distinct(), member => Assert.Contains($"`{member}`", page, StringComparison.Ordinal));
    }

    private static int Number(JsonElement element, string member) => element.GetProperty(member).GetInt32();

    private static IEnumerable<string> Predictions(JsonDocument json) => json.RootElement.GetProperty("rows").EnumerateArray()
        .Select(r => $"{r.GetProperty("id")} {r.GetProperty("fits")} {r.GetProperty("availableKvGiB")} {r.GetProperty("kvCacheTokens")}");

    private static IEnumerable<string> Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Members(m.Value).Prepend(m.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
        _ => [],
    };
}
