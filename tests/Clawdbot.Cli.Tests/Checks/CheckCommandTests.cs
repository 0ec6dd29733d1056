using System.Text.Json;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Checks;

public sealed class CheckCommandTests : IDisposable
{
    private const string PrivilegedPod = """
        apiVersion: v1
        kind: Pod
        metadata: { name: web, namespace: shop }
        spec:
          containers:
            - { name: web, image: web:1, securityContext: { privileged: true } }
        """;

    private const string Message =
        "spec.containers[0].securityContext.privileged of container 'web' is true; allowed: false. Remove privileged, and give the container the one capability or device it needs.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rejects_a_manifest_with_exit_code_1()
    {
        var (exit, output, error) = await RunAsync("check", "--file", _folder.Write("pod.yaml", PrivilegedPod));
        Assert.Equal((1, ""), (exit, error));
        Assert.Contains($"  mandatory critical: pod-privileged on Pod/shop/web\n    {Message}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_what_the_page_says()
    {
        var file = _folder.Write("pod.yaml", PrivilegedPod);
        var (_, output, _) = await RunAsync("check", "--file", file, "--json");
        using var json = JsonDocument.Parse(output);
        var violation = json.RootElement.GetProperty("violations").EnumerateArray().Single(v => v.GetProperty("rule").GetString() == "pod-privileged");
        Assert.Equal(
            ("critical", "mandatory", $"urn:pulumi:manifests::{file}::kubernetes:core/v1:Pod::shop/web", "Pod/shop/web", Message),
            (violation.GetProperty("severity").GetString(), violation.GetProperty("level").GetString(), violation.GetProperty("resource").GetString(),
                violation.GetProperty("subject").GetString(), violation.GetProperty("message").GetString()));
        Assert.Equal(["violations", "waived", "notApplicable"], json.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Accepts_a_manifest_whose_violations_are_configured_away()
    {
        var file = _folder.Write("pod.yaml", PrivilegedPod);
        var configuration = _folder.Write("levels.json", """{ "all": "disabled" }""");
        var (exit, output, _) = await RunAsync("check", "--file", file, "--policy-config", configuration);
        Assert.Equal(0, exit);
        Assert.Contains("no violations; 0 waived, 0 not applicable.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiver_names_the_exception_and_its_end()
    {
        var file = _folder.Write("pod.yaml", PrivilegedPod);
        var configuration = _folder.Write("levels.json", """{ "all": "disabled", "pod-privileged": "mandatory" }""");
        var waivers = _folder.Write("w.yaml", "waivers: [{ rule: pod-privileged, resource: Pod/shop/*, reason: Old driver, owner: ops, expires: 2027-06-30 }]");
        var (exit, output, _) = await RunAsync("check", "--file", file, "--policy-config", configuration, "--waivers", waivers);
        Assert.Equal(0, exit);
        Assert.Contains("\nWaived\n  pod-privileged: 1 violation until 2027-06-30 (owner ops): Old driver\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_not_in_production_is_only_advised()
    {
        var plan = TestPlans.Of(TestPlans.Object("v1", "Pod", "web", "shop", ("spec", TestPlans.Map(("containers", new PlanValue.List(
            [TestPlans.Map(("name", new PlanValue.Text("web")), ("securityContext", TestPlans.Map(("privileged", new PlanValue.Flag(true)))))]))))));
        var file = _folder.Write("plan.json", System.Text.Encoding.UTF8.GetString(PlanJson.Write(plan)));
        var (exit, output, _) = await RunAsync("check", "--file", _folder.Path);
        Assert.Equal(0, exit);
        Assert.StartsWith("Policies on stack test, which is not in production: they advise\n", output, StringComparison.Ordinal);
        Assert.Contains("advisory critical: pod-privileged on Pod/shop/web", output, StringComparison.Ordinal);
        File.WriteAllBytes(file, PlanJson.Write(plan with { IsProduction = true }));
        Assert.Equal(1, (await RunAsync("check", "--file", file)).Exit);
    }

    [Fact]
    public async Task A_state_is_checked_by_its_inputs()
    {
        var state = _folder.Write("state.json", """
            { "version": 3, "deployment": { "resources": [ { "urn": "urn:pulumi:prod::p::kubernetes:core/v1:Pod::web", "type": "kubernetes:core/v1:Pod",
              "inputs": { "kind": "Pod", "metadata": { "name": "web", "namespace": "shop" }, "spec": { "containers": [ { "name": "web", "securityContext": { "privileged": true } } ] } } } ] } }
            """);
        var (exit, output, _) = await RunAsync("check", "--file", state);
        Assert.Equal(1, exit);
        Assert.StartsWith("Policies on state of stack prod\n", output, StringComparison.Ordinal);
        Assert.Contains("pod-privileged on Pod/shop/web", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_the_mistakes_of_all_files_at_once()
    {
        var broken = _folder.Write("a.json", "{ \"a\": 1,\n  b }");
        var foreign = _folder.Write("b.yaml", "a: 1");
        var twice = _folder.Write("d.json", "{ \"a\": 1,\n  \"a\": 2 }");
        var missing = _folder.Sub("c.yaml");
        var (exit, output, error) = await RunAsync("check", "--file", broken, "--file", foreign, "--file", twice, "--file", missing);
        Assert.Equal((2, ""), (exit, output));
        Assert.Equal(
            [
                $"CB5001: {broken}:2:3 is no JSON ('b' is an invalid start of a property name. Expected a '\"'); allowed: JSON. Correct it there.",
                $"CB5002: {foreign}:1:1 is no Kubernetes object; allowed: an object with the texts apiVersion and kind. Remove the document, or complete it.",
                $"CB5001: {twice}:2:3 is no JSON (A key stands twice in one object); allowed: JSON. Correct it there.",
                $"CB0005: --file {missing} is missing; allowed: a text file of at most 64 MiB that this user may read. Pass another --file path.",
            ],
            error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Reports_the_mistakes_of_waivers_and_configuration_before_anything_is_planned()
    {
        var waivers = _folder.Write("w.yaml", "waivers: [{ rule: pod-privilege, resource: x, reason: why, owner: ops, expires: soon }]");
        var configuration = _folder.Write("c.json", """{ "pod-privileged": "must" }""");
        var (exit, _, error) = await RunAsync("check", "prod", "--waivers", waivers, "--policy-config", configuration);
        Assert.Equal(2, exit);
        Assert.Equal(["CB5004", "CB5003", "CB5005"], error.TrimEnd('\n').Split('\n').Select(line => line[..6]));
    }

    [Theory]
    [InlineData("CB0002: clawdbot check is without a stack and without --file; allowed: one of them. Run `clawdbot check --help`.\n", "check")]
    [InlineData("CB0002: clawdbot check is given both a stack and --file; allowed: one of them. Run `clawdbot check --help`.\n", "check", "prod", "--file", "x")]
    public async Task Wants_a_stack_or_files(string expected, params string[] args) => Assert.Equal((2, "", expected), await RunAsync(args));

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(output, error, IsTerminal: false, () => TimeSpan.Zero, _ => throw new InvalidOperationException("must not plan")) { Today = () => new DateOnly(2027, 1, 1) };
        var exit = await ClawdbotCommand.RunAsync(args, host);
        return (exit, output.ToString(), error.ToString());
    }
}
