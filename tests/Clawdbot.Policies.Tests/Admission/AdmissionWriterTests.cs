using System.Text.Json.Nodes;
using Clawdbot.Policies.Admission;
using Clawdbot.Policies.Tests.Testing;
using Syntax = Clawdbot.Policies.Admission.Cel;

namespace Clawdbot.Policies.Tests.Admission;

public sealed class AdmissionWriterTests
{
    [Fact]
    public void The_file_of_the_infrastructure_is_up_to_date() => Assert.True(
        File.ReadAllText(Path.Combine(RepositoryFiles.Root, AdmissionCommand.DefaultFile)) == AdmissionWriter.Write(AdmissionTwins.All),
        $"{AdmissionCommand.DefaultFile} is old: {AdmissionCommand.Regenerate}");

    [Fact]
    public void A_policy_has_the_shape_of_the_api()
    {
        var spec = AdmissionWriter.Spec(AdmissionTwins.All.Single(twin => twin.Name == "clawdbot-pod-privileged"));

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

    [Fact]
    public void The_command_writes_the_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            var output = new StringWriter();
            Assert.Equal(0, AdmissionCommand.Run([file], output));
            Assert.Equal(AdmissionWriter.Write(AdmissionTwins.All), File.ReadAllText(file));
            Assert.Equal($"{AdmissionTwins.All.Count} policies written to {file}.{Environment.NewLine}", output.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_command_names_a_folder_that_is_missing()
    {
        var output = new StringWriter();
        Assert.Equal(2, AdmissionCommand.Run(["/nowhere/at/all.json"], output));
        Assert.Equal($"The folder of /nowhere/at/all.json does not exist; allowed: a file in an existing folder. Run it at the root of the repository.{Environment.NewLine}", output.ToString());
    }
}
