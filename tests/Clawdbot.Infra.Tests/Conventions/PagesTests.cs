using System.Text.RegularExpressions;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Readiness;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Conventions;

/// <summary>Pages for people: decisions are numbered without gap, links lead somewhere, and commands name objects that exist.</summary>
public sealed partial class PagesTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    public static TheoryData<string> Pages { get; } =
        ["CONTRIBUTING.md", "README.md", .. Directory.GetFiles(Docs, "*.md").Select(Relative), .. Directory.GetFiles(Path.Combine(Docs, "decisions"), "*.md").Select(Relative)];

    [Fact]
    public void Decisions_are_numbered_one_by_one()
    {
        var files = Directory.GetFiles(Path.Combine(Docs, "decisions"), "*.md").Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(Enumerable.Range(1, files.Length).Select(number => $"{number:0000}"), files.Select(file => Path.GetFileName(file)[..4]));
        Assert.Equal(Enumerable.Range(1, files.Length).Select(number => $"# {number}. "), files.Select(file => Title().Match(File.ReadAllText(file)).Value));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        Assert.All(Link().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value), target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{page} leads to {target}, which does not exist."));
    }

    /// <summary>A page that sends somebody to a command that does not exist is worse than none. The requirements say which ones are missing.</summary>
    [Fact]
    public void Pages_name_only_verbs_that_exist()
    {
        var pages = Directory.GetFiles(Docs, "*.md", SearchOption.AllDirectories).Select(Relative).Append("README.md").Append("CONTRIBUTING.md").Where(page => page != "docs/requirements.md");
        Assert.All(pages, page => Assert.All(
            Verb().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value),
            verb => Assert.True(File.Exists(Path.Combine(Repository.Root, "cli", "CommandLine", $"{char.ToUpperInvariant(verb[0])}{verb[1..]}Command.cs")), $"{page} names clawdbot {verb}.")));
    }

    /// <summary>Who follows docs/operations.md types these names.</summary>
    [Fact]
    public void The_page_on_operations_names_objects_as_the_components_do()
    {
        var page = Repository.Read("docs", "operations.md");
        string[] names =
        [
            GatewayDefaults.TlsSecret, GatewayDefaults.AssistantTokenSecret, $"deploy/{GatewayDefaults.AccessTierName}", $"deploy/{GatewayDefaults.RouterName}", $"service/{GatewayDefaults.AccessTierName} 8443:{GatewayDefaults.HttpsServicePort}",
            GatewayDefaults.PublicServiceName, $"deploy/{ClawdbotAssistantDefaults.ObjectName} -c {ClawdbotAssistantDefaults.Program}", ClawdbotAssistantDefaults.ClaimName,
            $"name={ReadinessGateDefaults.Component}", $"cronjob/{LoadTestDefaults.Component} ",
            EtcdClusterDefaults.AccessProgram, $"cronjob/{EtcdClusterDefaults.BackupProgram}", PlatformAddonsDefaults.GrafanaSecret, $"service/{PrometheusAlertsDefaults.Release}-grafana",
            $"app.kubernetes.io/name={ModelLoaderDefaults.Component}", $"app.kubernetes.io/name={ModelPoolDefaults.Program}", $"`{LocalGatewayDefaults.CertificateDirectory}`", $"user {GatewayDefaults.UserId}",
            $"`{EksClusterDefaults.VpcCidr}`", $"{EksClusterDefaults.KubernetesVersions[0]} to {EksClusterDefaults.KubernetesVersions[^1]}", $"for {EksClusterDefaults.KeyDeletionDays} days", $"`{Labels.GpuSku}`",
            $"`{GpuNodePoolDefaults.PresentLabel}=true`", $"`{ModelStorageDefaults.StorageNodeKey}={ModelStorageDefaults.StorageNodeValue}`", $"`{ModelStorageDefaults.ReclaimPolicy}`",
        ];
        Assert.All(names, name => Assert.Contains(name, page, StringComparison.Ordinal));
    }

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    [GeneratedRegex(@"\A# [0-9]+\. ")]
    private static partial Regex Title();

    [GeneratedRegex("(?:`clawdbot|dotnet run --project cli --) ([a-z]+)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
