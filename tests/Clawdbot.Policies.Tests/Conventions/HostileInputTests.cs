using System.Diagnostics;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Conventions;

/// <summary>Input that is huge, deep or made to confuse costs seconds at most, and messages stay short.</summary>
public sealed class HostileInputTests
{
    private const string Container = "spec.template.spec.containers[0]";
    private const int Many = 200_000;

    // Far above what it takes, because tests share the machine; what grows with the square takes hours.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly PolicyEvaluator Evaluator = new(PolicyCatalogue.All, PolicyConfiguration.Production);

    public static TheoryData<string> Maps { get; } =
        ["metadata.labels", "metadata.annotations", "spec.selector.matchLabels", "spec.template.metadata.labels", "spec.template.spec.nodeSelector", $"{Container}.resources.limits", $"{Container}.resources.requests"];

    public static TheoryData<string> Lists { get; } =
    [
        "spec.template.spec.containers", "spec.template.spec.volumes", "spec.template.spec.topologySpreadConstraints", $"{Container}.env", $"{Container}.ports",
        $"{Container}.volumeMounts", $"{Container}.args",
    ];

    public static TheoryData<string> Texts { get; } =
        [Container + ".image", Container + ".args[0]", Container + ".env[0].value", Container + ".env[0].name", "metadata.name", "spec.replicas", Container + ".resources.limits.memory"];

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_huge_map(string path) => Check(Sampled().With(path, new PropertyValue.Map([.. Enumerable.Range(0, Many).Select(n => KeyValuePair.Create($"key\n\u202e\u0000{n}", (PropertyValue)Text($"value{n}")))])));

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_huge_list(string path)
    {
        var sample = Sampled();
        var first = Place.At(sample.Resource, path).Items.FirstOrDefault()?.Raw ?? Place.At(sample.Resource, Container).Raw!;
        Check(sample.With(path, new PropertyValue.List([.. Enumerable.Range(0, Many / 4).Select(n => first is PropertyValue.Map map && map.Find("name") is not null ? map.With("name", Text($"n{n}")) : first)])));
        Check(sample.With(path, new PropertyValue.List([.. Enumerable.Range(0, Many / 10).Select(_ => PropertyValue.NotKnown)])));
        Check(sample.With(path, new PropertyValue.List([.. Enumerable.Range(0, Many / 10).Select(_ => new PropertyValue.Map([KeyValuePair.Create("name", PropertyValue.NotKnown)]))])));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_huge_text(string path)
    {
        foreach (var unit in new[] { "x", "$(", "--a=", "a:b@", "eyJ0.", "1" })
        {
            Check(Sampled().With(path, Text(string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length)))));
        }
    }

    [Fact]
    public void Huge_texts_in_files()
    {
        foreach (var unit in new[] { "x", "[", "{\"a\":", "// x\n", "'", "password=\n" })
        {
            var text = Text(string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length)));
            foreach (var file in new[] { "access-tier.json", "router.json", "openclaw.json", "settings.env", "jwks.json", "readiness.json" })
            {
                Check(GatewaySamples.Holding(file, "").With($"data[\"{file}\"]", text));
            }
        }
    }

    [Fact]
    public void Great_depth()
    {
        PropertyValue deep = Text("end");
        for (var level = 0; level < 4000; level++)
        {
            deep = level % 2 == 0 ? new PropertyValue.Map([KeyValuePair.Create("key\n", deep)]) : new PropertyValue.List([deep]);
        }

        foreach (var path in new[] { "metadata", "spec", "spec.template.spec", Container, Container + ".securityContext", Container + ".env" })
        {
            Check(Sampled().With(path, deep));
        }

        var json = string.Concat(Enumerable.Repeat("{\"gateway\":[", 2000)) + string.Concat(Enumerable.Repeat("]}", 2000));
        Check(AssistantSamples.Holding(json));
        Check(GatewaySamples.Holding("router.json", "").With("data[\"router.json\"]", Text(json)));
    }

    [Fact]
    public void Many_objects()
    {
        Sample[] each = [Workloads.Deployment, KubernetesSamples.Service, KubernetesSamples.NetworkPolicy, KubernetesSamples.Budget, KubernetesSamples.Autoscaler, KubernetesSamples.ServiceAccount, KubernetesSamples.RoleBinding];
        Check([.. Enumerable.Range(0, 2000).SelectMany(n => each.Select(sample => sample.With("metadata.name", $"web-{n}").With("metadata.namespace", $"shop-{n % 500}")))]);
    }

    private static Sample Sampled() => VllmSamples.Deployment.With("metadata.labels", "{ app: a }").With("metadata.annotations", "{ a: b }")
        .With($"{Container}.resources.requests", "{ cpu: '1' }").With($"{Container}.resources.limits.memory", "1Gi").With($"{Container}.ports", "[{ name: http, containerPort: 8000 }]");

    private static PropertyValue.Text Text(string text) => new(text);

    private static void Check(params Sample[] samples)
    {
        var clock = Stopwatch.StartNew();
        var findings = Evaluator.CheckAll(new PolicyStack([.. samples.Select(sample => sample.Resource)]));
        var longest = findings.Violations.Select(v => v.Message).Concat(findings.Violations.Select(v => v.Subject)).Concat(findings.NotApplicable.Select(n => n.Reason)).MaxBy(text => text.Length) ?? "";
        Assert.DoesNotContain(findings.Violations, v => v.Message.StartsWith("The rule failed", StringComparison.Ordinal) || v.Message.Any(char.IsControl) || v.Subject.Any(char.IsControl));
        Assert.DoesNotContain(findings.NotApplicable, n => n.Reason.Any(char.IsControl));
        Assert.True(longest.Length < 2500, longest);
        Assert.True(clock.Elapsed < Longest, $"It took {clock.Elapsed}.");
    }
}
