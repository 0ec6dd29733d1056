using System.Diagnostics;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;

namespace Clawdbot.Infra.Tests.Local;

/// <summary>B11.</summary>
public sealed class LocalPrometheusTests
{
    private const string Rules = "groups: [{name: local, rules: [{alert: Down, expr: up == 0, for: 1m}]}]\n";

    private static LocalPrometheusArgs Full { get; } = new()
    {
        NetworkName = "clawdbot",
        Targets = [.. LocalScrapeTarget.Gateway, LocalScrapeTarget.Of(Pools.Spec), LocalScrapeTarget.Assistant],
        Rules = Rules,
        AssistantToken = Output.CreateSecret("hunter2"),
    };

    [Fact]
    public async Task Every_part_is_asked_under_the_job_that_rules_know()
    {
        var configuration = JsonNode.Parse(Content(await Deploy(Full), "/etc/clawdbot/prometheus.yml"))!;
        var jobs = configuration["scrape_configs"]!.AsArray().ToDictionary(job => (string)job!["job_name"]!, job => job!);
        Assert.Equal(["access-tier", "assistant", "clawdbot", "prometheus", "vllm"], jobs.Keys);
        Assert.Equal(
            """[{"targets":["qwen3-32b:8000"],"labels":{"gpu_sku":"a10","model":"Qwen--Qwen3-32B-AWQ","pool":"qwen3-32b"}}]""",
            jobs["vllm"]["static_configs"]!.ToJsonString());
        Assert.Equal("router:9090", (string?)jobs["clawdbot"]["static_configs"]![0]!["targets"]![0]);
        Assert.Equal("/api/diagnostics/prometheus", (string?)jobs["assistant"]["metrics_path"]);
        Assert.Equal("/etc/clawdbot/assistant-token", (string?)jobs["assistant"]["authorization"]!["credentials_file"]);
        Assert.Null(jobs["clawdbot"]["authorization"]);
    }

    [Fact]
    public async Task Prometheus_itself_accepts_configuration_and_rules()
    {
        var mocks = await Deploy(Full);
        var folder = Directory.CreateTempSubdirectory("clawdbot-prometheus-");
        try
        {
            foreach (var upload in Uploads(mocks))
                File.WriteAllText(Path.Combine(folder.FullName, Path.GetFileName((string)upload["file"]!)), (string)upload["content"]!);
            var configuration = Path.Combine(folder.FullName, "prometheus.yml");
            File.WriteAllText(configuration, File.ReadAllText(configuration).Replace("/etc/clawdbot", folder.FullName, StringComparison.Ordinal));
            var (exit, output) = await Check(configuration);
            Assert.True(exit == 0, output);
            Assert.Contains("1 rules found", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_container_has_no_privileges_and_is_seen_by_this_machine_only()
    {
        var container = (await Deploy(Full)).Only("docker:index/container:Container").Inputs;
        Assert.Equal("65534:65534", (string?)container["user"]);
        Assert.Equal("""{"drops":["ALL"]}""", container["capabilities"]!.ToJsonString());
        Assert.Equal("""[{"external":9090,"internal":9090,"ip":"127.0.0.1","protocol":"tcp"}]""", container["ports"]!.ToJsonString());
        Assert.Equal("""[{"containerPath":"/prometheus","volumeName":"clawdbot-prometheus"}]""", container["volumes"]!.ToJsonString());
        Assert.Contains("--config.file=/etc/clawdbot/prometheus.yml", container["command"]!.AsArray().Select(argument => (string)argument!));
        Assert.Equal("""["CMD","promtool","check","ready","--url=http://127.0.0.1:9090"]""", container["healthcheck"]!["tests"]!.ToJsonString());
    }

    [Fact]
    public async Task Without_rules_and_assistant_neither_file_is_there()
    {
        var mocks = await Deploy(new LocalPrometheusArgs { NetworkName = "clawdbot", Targets = [] });
        Assert.Equal(["/etc/clawdbot/prometheus.yml"], Uploads(mocks).Select(upload => (string)upload["file"]!));
        Assert.DoesNotContain("rule_files", Content(mocks, "/etc/clawdbot/prometheus.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_valid_arguments() => Assert.Empty(LocalPrometheusRules.Check(Full, "S", "Change it."));

    [Fact]
    public void Rejects_every_mistake_together()
    {
        var args = new LocalPrometheusArgs
        {
            NetworkName = null!,
            Image = "prom/prometheus:latest",
            Port = 80,
            BindAddress = "me",
            Targets =
            [
                LocalScrapeTarget.Assistant,
                LocalScrapeTarget.Assistant with { Path = "/metrics" },
                new("prometheus", "http://x") { Path = "metrics", Labels = LocalScrapeTarget.Of(Pools.Spec).Labels.Add("job", "x") },
            ],
        };
        Assert.Equal(
            [
                "CB2009: S.image is 'prom/prometheus:latest'; allowed: <repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'. Change it.",
                "CB2001: S.bindAddress is 'me'; allowed: an IP address of the machine, such as 127.0.0.1. Change it.",
                "CB2002: S.port is 80; allowed: 1024 to 65535. Change it.",
                "CB2012: S.networkName is missing; allowed: the network of the system. Change it.",
                "CB1006: S.targets[1] is 'assistant' at assistant:18789 again; allowed: each address once in a job. Change it.",
                "CB1005: S.targets[1].path is '/metrics'; allowed: '/api/diagnostics/prometheus' with the same token, as in targets[0] of the same job. Change it.",
                "CB2001: S.targets[2].job is 'prometheus'; allowed: letters, digits, '-' and '_'; not prometheus, which is itself. Change it.",
                "CB2010: S.targets[2].address is 'http://x'; allowed: <host>:<port>. Change it.",
                "CB2010: S.targets[2].path is 'metrics'; allowed: an absolute path. Change it.",
                "CB2001: S.targets[2].labels is 'job'; allowed: letters, digits and '_', not starting with a digit; not job or instance, which Prometheus sets. Change it.",
                "CB2012: S.assistantToken is missing; allowed: a secret, because a target presents it. Change it.",
            ],
            LocalPrometheusRules.Check(args, "S", "Change it.").Lines());
    }

    private static Task<RecordingMocks> Deploy(LocalPrometheusArgs args) => Run.Program(() => _ = new LocalPrometheus("prometheus", args));

    private static IEnumerable<JsonNode> Uploads(RecordingMocks mocks) => mocks.Only("docker:index/container:Container").Inputs["uploads"]!.AsArray().Select(upload => upload!);

    private static string Content(RecordingMocks mocks, string path) => (string)Assert.Single(Uploads(mocks), upload => (string?)upload["file"] == path)["content"]!;

    private static async Task<(int Exit, string Output)> Check(string configuration)
    {
        Process? process;
        try
        {
            process = Process.Start(new ProcessStartInfo("promtool", ["check", "config", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail("promtool is missing; install it with: apt-get install prometheus");
            throw;
        }
        using (process)
        {
            var output = process!.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            return (process.ExitCode, await output + await errors);
        }
    }
}
