using System.Text;
using System.Text.Json.Nodes;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>Secrets lie in Secrets, and the plan shows nothing of them.</summary>
[Collection(ProgramRuns.Name)]
public sealed class SecretPlacementTests
{
    public static TheoryData<string> Stacks => ["local", .. (string[])["onprem", "staging", "prod"]];

    /// <summary>Where a secret may be: the content of a Secret, and what a program gets that has no other way.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_secret_of_a_plan_is_where_secrets_belong(string stack)
    {
        var plan = await ClawdbotPlanner.PlanAsync(stack);
        var marks = plan.Resources.SelectMany(resource => StackObjects.ToJson(resource.Inputs).Walk()
            .Where(each => each.Node is JsonObject map && (map.ContainsKey("$secret") || map.ContainsKey("$hidden")))
            .Select(each => (resource.Type, resource.Name, each.Path, Hidden: each.Node.AsObject().ContainsKey("$hidden")))).ToList();
        Assert.NotEmpty(marks);
        Problems.None(marks.Where(mark => mark.Hidden));
        Problems.None(marks.Where(mark => !Belongs(mark.Type, mark.Path)).Select(mark => $"{mark.Type} {mark.Name}: {mark.Path}"));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task No_secret_of_the_settings_is_in_anything_written(string stack)
    {
        var plan = await ClawdbotPlanner.PlanAsync(stack);
        var rendered = ManifestRenderer.Render(plan);
        string[] written = [Encoding.UTF8.GetString(PlanJson.Write(plan)), .. rendered.Manifests.Select(manifest => manifest.Yaml), .. rendered.Charts.Select(chart => chart.Yaml), .. rendered.Warnings];
        Assert.All(written, text => Assert.DoesNotContain(SecretPlaceholder.Marker, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(plan.Warnings, warning => warning.StartsWith("CB0014", StringComparison.Ordinal));
    }

    /// <summary>A Secret with a plain value would be in the state, in the plan and in the repository.</summary>
    [Theory]
    [InlineData("onprem")]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task Every_Secret_is_marked_as_a_whole_and_kept_so_by_the_engine(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        Assert.NotEmpty(objects.Of("Secret"));
        Assert.All(objects.Of("Secret"), secret =>
        {
            Assert.True((secret.Body.At("stringData") ?? secret.Body.At("data")) is JsonObject content && (content.ContainsKey("$secret") || content.ContainsKey("$unknown")), $"{secret} shows its content");
            Assert.Contains("stringData", secret.Resource.Options.AdditionalSecretOutputs);
            Assert.Contains("data", secret.Resource.Options.AdditionalSecretOutputs);
        });
    }

    /// <summary>Arguments and variables of a process are open to everybody on its node, and ConfigMaps to everybody who may read them.</summary>
    [Theory]
    [InlineData("onprem")]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task No_variable_that_sounds_like_a_secret_has_a_literal(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        string[] words = ["TOKEN", "PASSWORD", "SECRET", "API_KEY", "PRIVATE_KEY"];
        Problems.None(objects.Pods.SelectMany(pod => pod.AllContainers.SelectMany(container => container.List("env")
            .Where(variable => words.Any(word => variable.Text("name").Contains(word, StringComparison.Ordinal)) && variable.At("value") is not null)
            .Select(variable => $"{pod}: {variable.Text("name")}"))));
        Problems.None(objects.Of("ConfigMap").Where(map => map.Body.ToJsonString().Contains("PRIVATE KEY-----", StringComparison.Ordinal)));
    }

    private static bool Belongs(string type, string path) => (type, path) switch
    {
        ("kubernetes:core/v1:Secret", "stringData" or "data") => true,
        ("pulumi:providers:kubernetes", "kubeconfig") => true,
        ("docker:index/image:Image", "registry.password") => true,
        ("docker:index/container:Container", _) => path.StartsWith("envs", StringComparison.Ordinal) || path.StartsWith("uploads", StringComparison.Ordinal),
        _ => false,
    };
}
