using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Stacks.Tests.Testing;

namespace Clawdbot.Stacks.Tests.Settings;

/// <summary>Settings that concern more than one part: production, images, add-ons, waivers of the rules between components.</summary>
public sealed class SystemSettingsTests
{
    private const string Here = "Set it in stacks/Pulumi.test.yaml.";

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("1")]
    public void Rejects_production_that_is_neither_true_nor_false(string text) => Rejects(
        configuration => configuration["production"] = JsonNode.Parse(text),
        $"CB1003: clawdbot:production is '{text.Trim('"')}'; allowed: true or false. {Here}");

    [Fact]
    public void Rejects_addons_that_follow_from_a_cluster_on_aws()
    {
        var configuration = Configuration.Of("prod");
        configuration["addons"] = new JsonObject { ["metricsServer"] = "install", ["nodeScaler"] = new JsonObject { ["kind"] = "none" } };
        Assert.Equal(
            [
                $"CB1005: clawdbot:addons.metricsServer is set; allowed: nothing with clawdbot:cluster.kind 'eks'. It follows from the cluster. {Here}",
                $"CB1005: clawdbot:addons.nodeScaler is set; allowed: nothing with clawdbot:cluster.kind 'eks'. It follows from the cluster. {Here}",
            ],
            Assert.Throws<DiagnosticException>(configuration.Parse).Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Warns_about_new_storage_that_nobody_fills()
    {
        var configuration = Configuration.Of("onprem");
        configuration["modelSource"] = null;
        Assert.Contains("The model storage is new and clawdbot:modelSource names no source: servers wait until somebody has put the weights there.", configuration.Parse().Warnings);
        Assert.DoesNotContain(Configuration.Of("onprem").Parse().Warnings, warning => warning.StartsWith("The model storage is new", StringComparison.Ordinal));
    }

    [Fact]
    public void Rejects_images_that_no_node_can_pull() => Rejects(
        configuration => configuration["gateway"]!["images"] = new JsonObject { ["kind"] = "onMachine", ["tag"] = "1.0.0" },
        $"CB1005: clawdbot:gateway.images.kind is 'onMachine'; allowed: 'published', 'ecr' or 'registry', unless clawdbot:cluster.kind is 'docker'. Nodes pull images from a registry. {Here}");

    [Fact]
    public void Rejects_repositories_of_aws_without_aws() => Rejects(
        configuration => configuration["gateway"]!["images"] = new JsonObject { ["kind"] = "ecr", ["prefix"] = "clawdbot", ["tag"] = "1.0.0" },
        $"CB1005: clawdbot:gateway.images.kind is 'ecr'; allowed: 'published' or 'registry', unless clawdbot:cluster.kind is 'eks'. Without an AWS account of the stack nobody makes the repositories. {Here}");

    [Fact]
    public void Accepts_a_broken_rule_between_components_with_a_waiver()
    {
        var configuration = Configuration.Of("onprem");
        configuration.Pool["drainSeconds"] = 30;
        configuration["waivers"] = new JsonArray(new JsonObject { ["rule"] = "CB4001", ["subject"] = "clawdbot:pools[0].drainSeconds", ["reason"] = "short answers", ["expires"] = "2026-11-21" });
        Assert.Contains(configuration.Parse().Warnings, warning => warning.StartsWith("Waived until 2026-11-21 (short answers): CB4001: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Rejects_a_broken_rule_between_components() => Rejects(
        configuration => configuration.Pool["drainSeconds"] = 30,
        $"CB4001: clawdbot:pools[0].drainSeconds is 30; allowed: at least 60, the whole request of clawdbot:gateway.requestSeconds. Raise drainSeconds, or shorten the request. {Here}");

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    public void Warns_of_a_token_that_the_gateway_refuses_already(string expires, bool warned)
    {
        var configuration = Configuration.Of("onprem");
        configuration["gateway"]!["jwt"]!["assistantTokenExpires"] = expires;
        Assert.Equal(warned, configuration.Parse().Warnings.Contains($"The token of the assistant expired with {expires}: the gateway refuses it until clawdbot:gateway.jwt.assistantTokenExpires is a later day."));
    }

    [Fact]
    public void Rejects_a_waiver_without_a_day() => Rejects(
        configuration => configuration["waivers"] = new JsonArray(new JsonObject { ["rule"] = "CB4001", ["subject"] = "x", ["reason"] = "y", ["expires"] = "soon" }),
        $"CB1003: clawdbot:waivers[0].expires is 'soon'; allowed: a day as 2027-03-31. {Here}");

    private static void Rejects(Action<Configuration> change, params string[] expected)
    {
        var configuration = Configuration.Of("onprem");
        change(configuration);
        Assert.Equal(expected, Assert.Throws<DiagnosticException>(configuration.Parse).Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }
}
