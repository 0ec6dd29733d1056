using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Tests.Diffs;

namespace Clawdbot.Cli.Tests.CommandLine;

public sealed class DiffCommandTests
{
    private static readonly Plan Before = DiffPlans.Of(DiffPlans.Servers(), DiffPlans.ConfigMap("settings", """{"level":"1"}"""), Secret);

    private static readonly Plan After = DiffPlans.Of(
        DiffPlans.Servers(args: "\"/models/qwen\",\"--max-model-len=16384\",\"--enforce-eager\""), DiffPlans.ConfigMap("settings", """{"level":"2 | @all <b>"}"""), Secret,
        DiffPlans.Resource("kubernetes:networking.k8s.io/v1:NetworkPolicy", "deny", """{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"deny"}}"""));

    private static PlanResource Secret => DiffPlans.Resource("kubernetes:core/v1:Secret", "keys", """
        {"apiVersion":"v1","kind":"Secret","metadata":{"name":"keys","namespace":"clawdbot"},"stringData":{"$secret":true,"keys":["api-key"]}}
        """);

    [Fact]
    public async Task Diff_prints_a_table_and_ends_with_1()
    {
        var (exit, output, error) = await RunAsync(After, Before);
        Assert.Equal((1, ""), (exit, error));
        Assert.Equal(
            """
            Stack test of project clawdbot against PATH: 3 changes: 1 pod, 2 hot

            Changes (minutes: with fewer ready pods than planned; rollout: until the last pod is replaced)
              restart    pods  minutes  rollout  resource         property                                                   change
              pod      3 of 3     21.0     21.0  qwen-deployment  spec.template.spec.containers[vllm].args[--max-model-len]  8192 -> 16384
              hot           -        -        -  settings         data.level                                                 1 -> 2 | @all <b>
              hot           -        -        -  deny             (resource)                                                 added

            Why
              pod: a changed pod template gives every pod a successor.
              hot: no pod of the plan uses it; operators and side-cars re-read it.
              hot: it binds pods that run already.

            Workloads, each restarted once for all changes together
              restart    pods  minutes  rollout  workload
              pod      3 of 3     21.0     21.0  qwen-deployment

            Notes
              1 secret is set on both sides and cannot be compared, because a plan holds no secrets.

            """,
            output);
    }

    [Fact]
    public async Task Diff_of_the_same_plan_ends_with_0()
    {
        var (exit, output, error) = await RunAsync(Before, Before);
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("Stack test of project clawdbot against PATH: no changes\n", output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(Before, Before, "--json")).Exit);
        Assert.Equal(0, (await RunAsync(Before, Before, "--markdown")).Exit);
    }

    [Fact]
    public async Task Diff_json_has_the_promised_members()
    {
        var (exit, output, error) = await RunAsync(After, Before, "--json");
        Assert.Equal((1, ""), (exit, error));
        using var document = JsonDocument.Parse(output);
        var root = document.RootElement;
        Assert.Equal(["stack", "project", "same", "changes", "workloads", "uncompared", "notes"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            """
            {"urn":"urn:pulumi:test::clawdbot::kubernetes:apps/v1:Deployment::qwen-deployment","property":"spec.template.spec.containers[vllm].args[--max-model-len]","restart":"pod","pods":3,"replicas":3,"minutes":21,"rolloutMinutes":21,"type":"kubernetes:apps/v1:Deployment","name":"qwen-deployment","change":"changed","before":"8192","after":"16384","secret":false,"replaces":false,"reason":"a changed pod template gives every pod a successor","workloads":["urn:pulumi:test::clawdbot::kubernetes:apps/v1:Deployment::qwen-deployment"]}
            """,
            JsonSerializer.Serialize(root.GetProperty("changes")[0]));
        Assert.Equal("""[{"urn":"urn:pulumi:test::clawdbot::kubernetes:core/v1:Secret::keys","property":"stringData.api-key","kind":"secret"}]""", JsonSerializer.Serialize(root.GetProperty("uncompared")));
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "docs", "diff.md"));
        Assert.All(root.GetProperty("changes")[0].EnumerateObject().Concat(root.EnumerateObject()).Concat(root.GetProperty("uncompared")[0].EnumerateObject()), member =>
            Assert.Contains($"`{member.Name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Diff_markdown_cannot_be_broken_by_values()
    {
        var (exit, output, _) = await RunAsync(After, Before, "--markdown");
        Assert.Equal(1, exit);
        Assert.StartsWith("<!-- clawdbot diff test -->\n### Stack test: 3 changes: 1 pod, 2 hot\n", output, StringComparison.Ordinal);
        Assert.Contains("| qwen-deployment | **pod** | 3 of 3 | 21.0 | 21.0 |\n", output, StringComparison.Ordinal);
        Assert.Contains("| **hot** | - | - | settings | data.level | 1 -&gt; 2 \\| &#64;all &lt;b&gt; |\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("@all", output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 secret is set on both sides and cannot be compared, because a plan holds no secrets.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_markdown_stays_below_the_limit_of_a_comment()
    {
        var many = DiffPlans.Of([.. Enumerable.Range(0, 2000).Select(i => DiffPlans.ConfigMap($"settings-with-a-long-name-{i}", $$"""{"a":"{{new string('x', 200)}}"}"""))]);
        var (_, output, _) = await RunAsync(many, DiffPlans.Of(), "--markdown");
        Assert.True(output.Length < 65_536, $"{output.Length} characters");
        Assert.Contains("\nand 1850 more; `clawdbot diff test` lists all.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_preview_is_compared_as_its_plan()
    {
        using var temporary = new TemporaryFolder();
        Assert.Equal(0, (await RunLineAsync(Before, "preview", "test", "--out", temporary.Sub("out"))).Exit);
        Assert.Equal(0, (await RunLineAsync(Before, "diff", "test", "--against", temporary.Sub("out"))).Exit);
        Assert.Equal(1, (await RunLineAsync(After, "diff", "test", "--against", temporary.Sub("out"))).Exit);
    }

    [Fact]
    public async Task A_folder_of_manifests_is_compared_object_by_object()
    {
        using var temporary = new TemporaryFolder();
        Assert.Equal(0, (await RunLineAsync(Before, "render", "test", "--out", temporary.Sub("out"))).Exit);
        var same = await RunLineAsync(Before, "diff", "test", "--against", temporary.Sub("out"));
        Assert.Equal((0, ""), (same.Exit, same.Error));
        var (exit, output, _) = await RunLineAsync(After, "diff", "test", "--against", temporary.Sub("out"));
        Assert.Equal(1, exit);
        Assert.Contains("3 changes: 1 pod, 2 hot", output, StringComparison.Ordinal);
        Assert.Contains("args[--max-model-len]  8192 -> 16384", output, StringComparison.Ordinal);

        File.Delete(Assert.Single(Directory.GetFiles(temporary.Sub("out"), "*configmap*")));
        temporary.Write("out/900-extra.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: old\n  namespace: clawdbot\n");
        using var json = JsonDocument.Parse((await RunLineAsync(Before, "diff", "test", "--against", temporary.Sub("out"), "--json")).Output);
        Assert.Equal(
            ["core/Service clawdbot/old (resource) removed", "urn:pulumi:test::clawdbot::kubernetes:core/v1:ConfigMap::settings (resource) added"],
            json.RootElement.GetProperty("changes").EnumerateArray().Select(c => $"{c.GetProperty("urn")} {c.GetProperty("property")} {c.GetProperty("change")}"));
    }

    [Fact]
    public async Task Secrets_that_somebody_filled_into_manifests_are_not_shown()
    {
        using var temporary = new TemporaryFolder();
        await RunLineAsync(Before, "render", "test", "--out", temporary.Sub("out"));
        var file = Assert.Single(Directory.GetFiles(temporary.Sub("out"), "*secret*"));
        await File.WriteAllTextAsync(file, await File.ReadAllTextAsync(file) + "stringData:\n  api-key: hunter2\n  more: hunter3\n");
        var (exit, output, error) = await RunLineAsync(Before, "diff", "test", "--against", temporary.Sub("out"), "--json");
        Assert.DoesNotContain("hunter", output + error, StringComparison.Ordinal);
        Assert.Equal(1, exit);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("stringData.more removed", Assert.Single(json.RootElement.GetProperty("changes").EnumerateArray().Select(c => $"{c.GetProperty("property").GetString()} {c.GetProperty("change").GetString()}")));
    }

    [Theory]
    [InlineData("--against", "CB0002: --against of clawdbot diff is missing; allowed: --against PATH. Run `clawdbot diff --help`.")]
    [InlineData("", "CB0002: --against of clawdbot diff is missing; allowed: --against PATH. Run `clawdbot diff --help`.")]
    [InlineData("--against FOLDER --json --markdown", "CB0002: clawdbot diff is asked for --json and --markdown; allowed: one of them, or neither for a table. Run it once for each.")]
    [InlineData("--against FOLDER", "CB0019: --against FOLDER is a folder without plan.json and without manifests; allowed: a plan.json, or a folder that `clawdbot preview --out` or `clawdbot render --out` wrote. Write one first: `clawdbot preview STACK --out DIR` on the state to compare with.")]
    [InlineData("--against FOLDER/x", "CB0019: --against FOLDER/x is missing; allowed: a plan.json, or a folder that `clawdbot preview --out` or `clawdbot render --out` wrote. Write one first: `clawdbot preview STACK --out DIR` on the state to compare with.")]
    public async Task Rejects_a_command_line_with_one_line_and_exit_2(string line, string expected)
    {
        using var temporary = new TemporaryFolder();
        string Here(string text) => text.Replace("FOLDER", temporary.Path, StringComparison.Ordinal);
        var run = await RunLineAsync(null, ["diff", "test", .. Here(line).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((2, "", Here(expected) + "\n"), run);
    }

    [Fact]
    public async Task Rejects_the_plan_of_another_stack()
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Write("plan.json", Encoding.UTF8.GetString(PlanJson.Write(Before with { Stack = "staging", Project = "other" })));
        Assert.Equal(
            (2, "", $"CB0023: the stack of --against {file} is 'staging' of project 'other'; allowed: 'test' of project 'clawdbot'. Name a plan of the same stack, or plan the other one.\n"),
            await RunLineAsync(Before, "diff", "test", "--against", file));
    }

    [Fact]
    public async Task The_sample_of_the_page_is_what_the_command_prints()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "docs", "diff.md"));
        var sample = Regex.Match(page, "```text\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var (_, output, _) = await RunAsync(After, Before);
        Assert.True(sample == output.Replace("PATH", "main/plan.json", StringComparison.Ordinal), "docs/diff.md should show:\n" + output);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(Plan plan, Plan before, params string[] options)
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Write("plan.json", Encoding.UTF8.GetString(PlanJson.Write(before)));
        var (exit, output, error) = await RunLineAsync(plan, ["diff", "test", "--against", file, .. options]);
        return (exit, output.Replace(file, "PATH", StringComparison.Ordinal), error);
    }

    private static async Task<(int Exit, string Output, string Error)> RunLineAsync(Plan? plan, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(output, error, IsTerminal: false, () => TimeSpan.Zero, _ => Task.FromResult(plan ?? throw new InvalidOperationException("must not plan")));
        return (await ClawdbotCommand.RunAsync(args, host), output.ToString(), error.ToString());
    }
}
