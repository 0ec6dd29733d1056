using System.Text.Json;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Plans;
using Clawdbot.Policies.Rules;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.CommandLine;

public sealed class ClawdbotCommandTests
{
    [Theory]
    [InlineData("", "CB0002: verb is missing; allowed: preview, render, diff, check or size. Run `clawdbot --help`.")]
    [InlineData("prevew prod", "CB0002: verb is 'prevew'; allowed: preview, render, diff, check or size. Did you mean 'preview'? Run `clawdbot --help`.")]
    [InlineData("deploy prod", "CB0002: verb is 'deploy'; allowed: preview, render, diff, check or size. Run `clawdbot --help`.")]
    [InlineData("preview", "CB0002: <stack> of clawdbot preview is missing; allowed: the name of a stack, for example prod. Run `clawdbot preview --help`.")]
    [InlineData("preview a b", "CB0002: argument of clawdbot preview is 'b'; allowed: <stack> only. Run `clawdbot preview --help`.")]
    [InlineData("preview a --jsn", "CB0002: option of clawdbot preview is '--jsn'; allowed: --out, --html, --waivers, --policy-config, --json, --help or --verbose. Did you mean '--json'? Run `clawdbot preview --help`.")]
    [InlineData("preview a --out", "CB0002: --out of clawdbot preview is missing; allowed: --out DIR. Run `clawdbot preview --help`.")]
    [InlineData("render a", "CB0002: --out of clawdbot render is missing; allowed: --out DIR. Run `clawdbot render --help`.")]
    [InlineData("render --ot x a", "CB0002: option of clawdbot render is '--ot'; allowed: --out, --help or --verbose. Did you mean '--out'? Run `clawdbot render --help`.")]
    public async Task Rejects_a_command_line_with_one_line_and_exit_2(string line, string expected)
    {
        var run = await RunAsync(_ => throw new InvalidOperationException("must not plan"), line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, "", expected + "\n"), run);
    }

    [Fact]
    public async Task Preview_PrintsTheSameContentInAPipeWithoutEscapeCodes()
    {
        using var folder = new TemporaryFolder();
        var (exit, output, error) = await RunAsync(Sample, "preview", "test", "--policy-config", folder.Write("none.json", """{ "all": "disabled" }"""));
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            $"""
            Stack test of project clawdbot

            models (kubernetes:v1:Namespace)

            1 resource: 0 components, 1 managed by providers
              1  kubernetes:v1:Namespace

            Pools
              name  model            gpu  gpus/replica  replicas  weights GiB  kv GiB  headroom GiB  kv tokens  concurrency  tokens/s  $/h
              qwen  Qwen/Qwen3-0.6B  a10  2             3         -            -       -             -          -            -         -

            Flags
              qwen  --max-num-seqs=8 --dtype=auto

            Outputs
              endpoint  [known after the deployment]
              key       [secret]

            Warnings
              take care

            Policies
              {PolicyCatalogue.All.Count} policies on 2 resources: no violations; 0 waived, 0 not applicable.

            Planned in 1.50 s. Nothing was deployed.

            """,
            output);
    }

    [Fact]
    public async Task Preview_JsonHasThePromisedMembers()
    {
        var (exit, output, error) = await RunAsync(Sample, "preview", "test", "--json");
        Assert.Equal((0, ""), (exit, error));
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal(["stack", "resources", "pools", "violations", "outputs", "notes", "warnings", "durationMs"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["urn", "type", "name", "parent"], root.GetProperty("resources")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["name", "model", "sku", "gpus", "replicas", "flags", "loadSeconds", "startupSeconds", "drainSeconds", "maxSurge", "maxUnavailable", "weightsGiB", "kvCacheGiB", "headroomGiB", "kvCacheTokens", "maxConcurrency", "tokensPerSecond", "pricePerHour", "reasons"],
            root.GetProperty("pools")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("pools")[0].GetProperty("kvCacheGiB").ValueKind);
        Assert.Equal(["rule", "severity", "level", "resource", "subject", "message", "url"], root.GetProperty("violations")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(1500, root.GetProperty("durationMs").GetInt64());
    }

    [Fact]
    public async Task Preview_of_production_ends_with_1_on_a_mandatory_violation_and_shows_it()
    {
        var (exit, output, error) = await RunAsync(stack => Sample(stack) with { IsProduction = true }, "preview", "test");
        Assert.Equal((1, ""), (exit, error));
        Assert.Contains("\nPolicies\n  mandatory medium: namespace-pod-security on Namespace/models\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OutHoldsPlanAndManifestsAndTwiceTheSameBytes()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Sub("out");
        Assert.Equal(0, (await RunAsync(Sample, "preview", "test", "--out", folder)).Exit);
        var first = Content(folder);
        Assert.Equal(0, (await RunAsync(Sample, "preview", "test", "--out", folder)).Exit);
        Assert.Equal([".clawdbot-render", "manifests/020-namespace-models.yaml", "plan.json"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(first, Content(folder));
    }

    [Fact]
    public async Task Render_WritesManifestsAndSaysWhatItDidNot()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Sub("out");
        var release = TestPlans.Object("v1", "x", "x") with { Type = "kubernetes:helm.sh/v3:Release", Name = "keda" };
        var (exit, output, _) = await RunAsync(_ => TestPlans.Of(TestPlans.Object("v1", "Namespace", "models"), release), "render", "test", "--out", folder);
        Assert.Equal(0, exit);
        Assert.Equal(
            $"1 manifest of stack test in {folder}, in apply order: kubectl apply -f {folder}\n"
            + "Not rendered: kubernetes:helm.sh/v3:Release keda (expanded by its provider at deployment; its inputs are in the plan of `preview --out`)\n",
            output);
    }

    [Fact]
    public async Task Preview_WritesBothTheFolderAndThePageOrNeither()
    {
        using var temporary = new TemporaryFolder();
        var (folder, page) = (temporary.Sub("out"), temporary.Sub("page.html"));
        Assert.Equal(0, (await RunAsync(Sample, "preview", "test", "--out", folder, "--html", page)).Exit);
        Assert.True(File.Exists(page));
        Assert.True(File.Exists(Path.Combine(folder, "plan.json")));

        // Nothing can be created there, whoever runs the test.
        var other = temporary.Sub("other");
        var (exit, _, error) = await RunAsync(Sample, "preview", "test", "--out", other, "--html", "/proc/page.html");
        Assert.Equal(2, exit);
        Assert.StartsWith("CB0008: --html /proc/page.html is not writable (", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(other));
    }

    [Fact]
    public async Task Preview_RejectsAPageInsideTheFolder()
    {
        using var temporary = new TemporaryFolder();
        var (folder, page) = (temporary.Sub("out"), temporary.Sub("out", "page.html"));
        var (exit, _, error) = await RunAsync(Sample, "preview", "test", "--out", folder, "--html", page);
        Assert.Equal(
            (2, $"CB0008: --html {page} is inside --out {folder}; allowed: a path outside of it, because that folder is replaced as a whole. Pass another --html path.\n"),
            (exit, error));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Render_OfAStackWithoutKubernetesSaysSo()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Sub("out");
        var (exit, output, error) = await RunAsync(_ => TestPlans.Of(), "render", "test", "--out", folder);
        Assert.Equal((0, $"Stack test has no Kubernetes objects; {folder} holds no manifests.\n", ""), (exit, output, error));
        Assert.Equal([".clawdbot-render"], Content(folder).Keys);
    }

    [Fact]
    public async Task Rejects_a_foreign_folder_before_it_plans()
    {
        using var temporary = new TemporaryFolder();
        temporary.Write("out/mine.txt", "x");
        var (exit, output, error) = await RunAsync(_ => throw new InvalidOperationException("must not plan"), "render", "test", "--out", temporary.Sub("out"));
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("CB0009: ", error, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Content(temporary.Sub("out")).Keys);
    }

    [Fact]
    public async Task Settings_errors_are_all_told_one_per_line()
    {
        var (exit, output, error) = await RunAsync(
            _ => throw new DiagnosticException([new Diagnostic("CB1001", "a", "1", "2", "Do."), new Diagnostic("CB1002", "b", "1", "2", "Do.")]),
            "preview", "test", "--json");
        Assert.Equal((2, "", "CB1001: a is 1; allowed: 2. Do.\nCB1002: b is 1; allowed: 2. Do.\n"), (exit, output, error));
    }

    [Fact]
    public async Task Crash_IsOneLineWithoutAStackTrace()
    {
        var (exit, _, error) = await RunAsync(_ => throw new InvalidOperationException("it\nbroke \u001b[31m"), "preview", "test");
        Assert.Equal(2, exit);
        Assert.Equal(
            "CB0001: clawdbot is stopped by an unexpected error (InvalidOperationException: it broke [31m); allowed: no such error. "
            + "This is a defect: run again with --verbose and report what it prints.\n",
            error);
    }

    [Fact]
    public async Task Crash_ShowsTheStackTraceWhenAsked()
    {
        var (_, _, error) = await RunAsync(_ => throw new InvalidOperationException("broke"), "preview", "test", "--verbose");
        Assert.Contains("   at Clawdbot.Cli.", error, StringComparison.Ordinal);
    }

    private static Plan Sample(string stack) => TestPlans.Of(TestPlans.Object("v1", "Namespace", "models")) with
    {
        Stack = stack,
        Pools = [new PlanPool("qwen", "Qwen/Qwen3-0.6B", "a10", 2, 3, ["--max-num-seqs=8", "--dtype=auto"])],
        Outputs = TestPlans.Map(("endpoint", PlanValue.NotYetKnown), ("key", PlanValue.Secret.Opaque)),
        Warnings = ["take care"],
    };

    private static async Task<(int Exit, string Output, string Error)> RunAsync(Func<string, Plan> plan, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(output, error, IsTerminal: false, () => TimeSpan.FromSeconds(1.5), stack => Task.FromResult(plan(stack)));
        var exit = await ClawdbotCommand.RunAsync(args, host);
        return (exit, output.ToString(), error.ToString());
    }

    private static SortedDictionary<string, string> Content(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);
}
