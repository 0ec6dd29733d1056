using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Stacks.Tests.Testing;

namespace Clawdbot.Stacks.Tests.Settings;

/// <summary>One mistake makes one line: no other section is blamed for it, and no program error comes out of it.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("onprem", "etcd", "members", "-1", "CB2300: clawdbot:etcd.members is -1")]
    [InlineData("onprem", "etcd", "members", "4", "CB2300: clawdbot:etcd.members is 4")]
    [InlineData("onprem", "etcd", "members", "2147483647", "CB2300: clawdbot:etcd.members is 2147483647")]
    [InlineData("onprem", "etcd", "quotaMiB", "0", "CB2002: clawdbot:etcd.quotaMiB is 0")]
    [InlineData("onprem", "etcd", "backup", """{"kind":"claim","schedule":"soon"}""", "CB2305: clawdbot:etcd.backup.schedule is 'soon'")]
    [InlineData("onprem", "modelStorage", "replicas", "5", "CB2201: clawdbot:modelStorage.replicas is 5")]
    [InlineData("onprem", "assistant", "model", "\"nope\"", "CB2503: clawdbot:assistant.model is 'nope'")]
    [InlineData("onprem", "assistant", "fallbackModels", """["nope"]""", "CB2503: clawdbot:assistant.fallbackModels[0] is 'nope'")]
    [InlineData("onprem", "gateway", "inFlight", "0", "CB2002: clawdbot:gateway.inFlight is 0")]
    [InlineData("onprem", "gateway", "queue", "-1", "CB2002: clawdbot:gateway.queue is -1")]
    [InlineData("onprem", "gateway", "jwt", """{"assistantTokenExpires":"soon"}""", "CB2410: clawdbot:gateway.jwt.assistantTokenExpires is 'soon'")]
    [InlineData("staging", "cluster", "region", "\"\"", "CB1003: clawdbot:cluster.region is the text ''")]
    [InlineData("staging", "cluster", "zones", "[]", "CB2101: clawdbot:cluster.zones is empty")]
    public void A_mistake_in_a_section_is_said_once(string stack, string section, string key, string value, string expected)
    {
        var configuration = Configuration.Of(stack);
        configuration[section] ??= new JsonObject();
        configuration[section]![key] = JsonNode.Parse(value);
        Assert.StartsWith(expected, Assert.Single(Mistakes(configuration)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpuNodes", "sku", "\"\"", "CB1003: clawdbot:gpuNodes[0].sku is the text ''")]
    [InlineData("gpuNodes", "sku", "\"a10gg\"", "CB2006: clawdbot:gpuNodes[0].sku is 'a10gg'")]
    [InlineData("gpuNodes", "pricePerGpuHour", "-1", "CB2002: clawdbot:gpuNodes[0].pricePerGpuHour is -1")]
    [InlineData("gpuNodes", "capacity", """{"kind":"onDemand","zone":"eu-central-1a"}""", "CB1001: clawdbot:gpuNodes[0].capacity.zone is not a setting; allowed: kind.")]
    [InlineData("gpuNodes", "capacity", "{}", "CB1002: clawdbot:gpuNodes[0].capacity.kind is missing; allowed: onDemand or spot or reserved or capacityBlock.")]
    [InlineData("pools", "name", "\"\"", "CB1003: clawdbot:pools[0].name is the text ''")]
    [InlineData("pools", "sku", "\"\"", "CB1003: clawdbot:pools[0].sku is the text ''")]
    public void A_mistake_in_an_entry_is_said_once(string section, string key, string value, string expected)
    {
        var configuration = Configuration.Of("staging");
        configuration[section]![0]![key] = JsonNode.Parse(value);
        Assert.StartsWith(expected, Assert.Single(Mistakes(configuration)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gateway")]
    [InlineData("assistant")]
    [InlineData("etcd")]
    [InlineData("alerting")]
    [InlineData("readiness")]
    public void A_section_that_cannot_be_read_is_said_once(string section)
    {
        var configuration = Configuration.Of("prod");
        configuration[section] = true;
        Assert.StartsWith($"CB1003: clawdbot:{section} is true; allowed: an object with the keys ", Assert.Single(Mistakes(configuration)), StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_of_several_sections_are_said_together()
    {
        var configuration = Configuration.Of("onprem");
        configuration["etcd"]!["members"] = 4;
        configuration["gateway"]!["queue"] = -1;
        configuration["modelStorage"]!["replicas"] = 5;
        configuration["readiness"] = new JsonObject { ["profile"] = "nope", ["patienceSeconds"] = -1 };
        Assert.Equal(["clawdbot:etcd.members", "clawdbot:gateway.queue", "clawdbot:modelStorage.replicas", "clawdbot:readiness.patienceSeconds", "clawdbot:readiness.profile"],
            Mistakes(configuration).Select(line => line.Split(' ')[1]).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> Mistakes(Configuration configuration) =>
        [.. Assert.Throws<DiagnosticException>(configuration.Parse).Diagnostics.Select(diagnostic => diagnostic.ToString())];
}
