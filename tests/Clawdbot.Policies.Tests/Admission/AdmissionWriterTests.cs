using System.Text.Json.Nodes;
using Clawdbot.Policies.Admission;
using Clawdbot.Policies.Tests.Testing;
using Syntax = Clawdbot.Policies.Admission.Cel;

namespace Clawdbot.Policies.Tests.Admission;

public sealed class AdmissionWriterTests
{
    private static readonly HashSet<string> None = [];

    [Fact]
    public void The_file_of_the_infrastructure_is_up_to_date() => Assert.True(
        File.ReadAllText(AdmissionCommand.FileIn(RepositoryFiles.Root)) == AdmissionCommand.Content(RepositoryFiles.Root), $"It is old: {AdmissionCommand.Usage}");

    [Fact]
    public void A_policy_has_the_shape_of_the_api()
    {
        var spec = AdmissionWriter.Spec(Twin("clawdbot-pod-privileged"));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"matchPolicy":"Equivalent","resourceRules":[
                  {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["pods","pods/ephemeralcontainers"],"scope":"Namespaced"},
                  {"apiGroups":["apps"],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["daemonsets","deployments","statefulsets"],"scope":"Namespaced"},
                  {"apiGroups":["batch"],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["cronjobs","jobs"],"scope":"Namespaced"}]}
                """),
            spec["matchConstraints"]), spec.ToJsonString());
        Assert.Equal("made-or-changed", (string?)spec["matchConditions"]![0]!["name"]);
        var validation = Assert.Single(spec["validations"]!.AsArray())!;
        Assert.Equal("variables.wrong.size() == 0", (string?)validation["expression"]);
        Assert.Equal(
            "The object breaks rule pod-privileged: Containers do not run privileged. Remove privileged, and give the container the one capability or device it needs.", (string?)validation["message"]);
        Assert.Equal(
            "'container \"' + variables.wrong[0].name + '\"' + ' breaks rule pod-privileged: Containers do not run privileged. Remove privileged, and give the container the one capability or device it needs.'",
            (string?)validation["messageExpression"]);
    }

    [Fact]
    public void Texts_in_expressions_are_quoted() => Assert.Equal(@"['a\'b', 'c\\d']", Syntax.Texts("a'b", @"c\d"));

    [Theory]
    [InlineData("clawdbot-pod-privileged", "deny")]
    [InlineData("clawdbot-workload-service-account", "warn")]
    [InlineData("clawdbot-rbac-wildcards-cluster", "audit")]
    public void A_policy_may_do_what_the_plan_does_at_most(string name, string strictest) => Assert.Equal(strictest, Twin(name).Strictest(None));

    [Fact]
    public void What_the_plan_lets_pass_is_not_refused() => Assert.Equal("warn", Twin("clawdbot-pod-privileged").Strictest(new HashSet<string> { "pod-privileged" }));

    [Fact]
    public void The_command_writes_the_file_with_the_exceptions()
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            var file = AdmissionCommand.FileIn(root.FullName);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            Directory.CreateDirectory(Path.Combine(root.FullName, "policies"));
            File.WriteAllText(
                Path.Combine(root.FullName, "policies", "waivers.yaml"),
                "waivers: [{ rule: pod-privileged, resource: Pod/a, reason: A reason that is long enough., owner: me@example.com, expires: '2027-01-31' }]");
            using var output = new StringWriter();

            Assert.Equal(0, AdmissionCommand.Run(root.FullName, output, TextWriter.Null));
            Assert.Equal(AdmissionWriter.Write(AdmissionTwins.All, new HashSet<string> { "pod-privileged" }), File.ReadAllText(file));
            Assert.Equal($"{AdmissionTwins.All.Count} policies written to {file}.{Environment.NewLine}", output.ToString());
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_command_wants_the_repository()
    {
        using var error = new StringWriter();

        Assert.Equal(2, AdmissionCommand.Run("/nowhere", TextWriter.Null, error));
        Assert.Equal(
            $"The folder /nowhere is not the repository; allowed: a folder with infra/Platform/Admission and policies/waivers.yaml. Run it there: {AdmissionCommand.Usage}{Environment.NewLine}", error.ToString());
    }

    private static AdmissionTwin Twin(string name) => AdmissionTwins.All.Single(twin => twin.Name == name);
}
