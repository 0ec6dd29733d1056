using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Tests.Server.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Server;

/// <summary>The pack's folder as the engine uses it, with the official Node stubs in the engine's place.</summary>
public sealed class PackFolderTests(PackFolder pack) : IClassFixture<PackFolder>
{
    private const string Urn = "urn:pulumi:prod::clawdbot::kubernetes:core/v1:Pod::p";

    private static readonly string Scenario = $$$"""
        {
          "directory": "../policies",
          "stack": {"name": "prod", "project": "clawdbot", "config": {"clawdbot:production": "true"}},
          "resources": [
            {"type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:prod::clawdbot::pulumi:pulumi:Stack::clawdbot-prod", "name": "clawdbot-prod"},
            {"type": "kubernetes:core/v1:Pod", "urn": "{{{Urn}}}", "name": "p", "properties": {
              "apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"},
              "spec": {"containers": [{"name": "c", "image": "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "securityContext": {"privileged": true} }] } } }]
        }
        """;

    [Fact]
    public void It_builds_with_nothing_around_it() => Assert.True(pack.Built.ExitCode == 0, pack.Built.Output + pack.Built.Errors);

    [Fact]
    public void Nothing_in_it_makes_dotnet_run_write_a_line_of_its_own() =>
        Assert.Empty(Directory.EnumerateFiles(pack.Path, "launchSettings.json", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(pack.Path, "*.launch.json")));

    [Fact]
    public void There_is_exactly_one_project_and_its_description_is_the_pack_s()
    {
        Assert.Single(Directory.EnumerateFiles(pack.Path), file => Path.GetExtension(file) is ".csproj" or ".fsproj" or ".vbproj" or ".sln" or ".slnx");
        var yaml = Assert.IsType<PropertyValue.Map>(YamlValues.Read("PulumiPolicy.yaml", File.ReadAllText(Path.Combine(pack.Path, "PulumiPolicy.yaml"))).Single().Value);
        Assert.Equal(PackIdentity.Description, (yaml.Find("description") as PropertyValue.Text)?.Value);
        Assert.Null(yaml.Find("version"));
    }

    [Fact]
    public async Task The_engine_builds_it_runs_it_and_gets_its_verdict()
    {
        var report = await EngineRun.RunAsync(Scenario, pack.Start(
            ("ASPNETCORE_URLS", "http://127.0.0.1:1"), ("ASPNETCORE_ENVIRONMENT", "Development"), ("DOTNET_ENVIRONMENT", "Development"), ("DOTNET_URLS", "http://127.0.0.1:1"),
            ("Kestrel__Endpoints__Http__Url", "http://127.0.0.1:1"), ("Logging__LogLevel__Default", "Trace"), ("PULUMI_STACK", "prod"), ("PULUMI_PROJECT", "clawdbot"), ("PULUMI_DRY_RUN", "true")));
        Assert.Null(report.Failure);
        AssertVerdict(report);
        Assert.Equal((0, "", ""), (report.Root.GetProperty("exitCode").GetInt32(), report.Root.GetProperty("output").GetString(), report.Root.GetProperty("errors").GetString()));
    }

    [Fact]
    public async Task A_file_of_waivers_that_is_wrong_stops_it()
    {
        var waivers = Path.Combine(pack.Path, "waivers.yaml");
        var before = File.Exists(waivers) ? await File.ReadAllTextAsync(waivers) : null;
        await File.WriteAllTextAsync(waivers, "waivers: {}");
        var report = await EngineRun.RunAsync(Scenario, pack.Start());
        File.Delete(waivers);
        if (before is not null)
        {
            await File.WriteAllTextAsync(waivers, before);
        }

        Assert.Equal(("handshake", 9), (report.Failure?.Step, report.Failure?.Code));
        Assert.Contains("policies/waivers.yaml", report.Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_as_one_file_it_is_a_pack_that_the_engine_starts_itself()
    {
        var folder = Path.Combine(pack.Path, "bin", "one-file");
        var system = $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        var published = await Finished.RunAsync("dotnet", ["publish", pack.Path, "-c", "Release", "-r", system, "--self-contained", "-p:PublishSingleFile=true", "-o", folder, "--nologo"], pack.Elsewhere);
        Assert.True(published.ExitCode == 0, published.Output + published.Errors);
        Assert.Equal(["clawdbot-policies"], Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Where(name => Path.GetExtension(name) is not (".pdb" or ".yaml")));
        JsonObject Start() => new() { ["executable"] = Path.Combine(folder, "clawdbot-policies"), ["workingDirectory"] = pack.Elsewhere };
        var report = await EngineRun.RunAsync(Scenario, Start());
        Assert.Null(report.Failure);
        AssertVerdict(report);
        Assert.Equal(0, report.Root.GetProperty("exitCode").GetInt32());

        await File.WriteAllTextAsync(Path.Combine(folder, "waivers.yaml"), "waivers: {}");
        var waived = await EngineRun.RunAsync(Scenario.Replace("../policies", "../nowhere", StringComparison.Ordinal), Start());
        Assert.Equal(("handshake", 9), (waived.Failure?.Step, waived.Failure?.Code));
    }

    [Fact]
    public async Task When_dotnet_run_is_killed_the_program_does_not_stay_behind()
    {
        using var run = await PackProcess.StartAsync("dotnet", "run", "--no-build", "--project", pack.Path, "--");
        var program = Child(run.Process.Id);
        run.Process.Kill();
        for (var end = DateTime.UtcNow.AddSeconds(20); Runs(program); await Task.Delay(100))
        {
            Assert.True(DateTime.UtcNow < end, "The program still runs.");
        }
    }

    private static void AssertVerdict(EngineReport report)
    {
        var (_, level, message) = Assert.Single(report.Of(Urn), violation => violation.Policy == "pod-privileged");
        Assert.Equal(1, level);
        Assert.Equal(
            "A privileged container has every capability and all devices of its node; who takes it over has the node.\n"
            + "spec.containers[0].securityContext.privileged of container 'c' is true; allowed: false. Remove privileged, and give the container the one capability or device it needs.",
            message);
        Assert.Equal(PackIdentity.Version, report.Root.GetProperty("info").GetProperty("version").GetString());
        Assert.Equal(PolicyCatalogue.All.Count, report.Levels.Count());
    }

    private static int Child(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(folder => Path.GetFileName(folder)).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
        .Single(name => Status(name) is [_, var id, ..] && id == parent.ToString(CultureInfo.InvariantCulture)) is var child ? int.Parse(child, CultureInfo.InvariantCulture) : 0;

    // A program that has ended but that nobody has asked about is a zombie, which is as good as gone.
    private static bool Runs(int process) => Status(process.ToString(CultureInfo.InvariantCulture)) is [not "Z" and not "X", ..];

    // State and parent of a process; empty when there is none.
    private static string[] Status(string process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            return status[(status.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
