using System.Collections.Immutable;
using System.Text;
using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;
using Clawdbot.Cli.Reports;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Secret = Pulumi.Kubernetes.Core.V1.Secret;

namespace Clawdbot.Cli.Tests.Offline;

/// <summary>No secret may reach anything that is printed or written, however a program handles it.</summary>
[Collection(ProgramRuns.Name)]
public sealed class SecretSafetyTests
{
    // Values that formats and masks are apt to break: markup, JSON, YAML, escapes, something that looks like a mark.
    public static readonly TheoryData<string> Attacks =
    [
        "hunter2-plain",
        "hunter2\nsecond line: x\n",
        "hunter2<script>alert(1)</script>",
        "{\"$secret\": \"hunter2\"}",
        "hunter2\u001b[31m\"'\\",
        "hunter2 ${x} #{y} `z`",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Secret_value_is_nowhere_in_what_is_written(string value)
    {
        var plan = await ProbeStack.PlanAsync(stack =>
        {
            var secret = Output.CreateSecret(value);
            var plain = new ProbeResource("text", new ProbeArgs
            {
                Text = secret,
                List = { "a", secret },
                Map = { ["a"] = "b", ["c"] = secret },
                Json = secret.Apply(s => System.Text.Json.JsonSerializer.SerializeToElement(s)),
                Any = Output.Create<object>(new Dictionary<string, object?> { ["deep"] = ImmutableArray.Create<object>(secret) }),
                Nested = new ProbeNestedArgs { Name = "n", Value = secret },
                Many = { new ProbeNestedArgs { Value = Output.Format($"prefix-{secret}") } },
                Union = secret,
            });
            _ = new ProbeResource("echoed", new ProbeArgs { Text = plain.Text.Apply(t => "copy of " + t) });
            _ = new ProbeResource("joined", new ProbeArgs
            {
                List = InputListOf(secret).Concat(new InputList<string> { "z", secret }),
                Map = InputMap<string>.Merge(new InputMap<string> { ["x"] = "y" }, Output.CreateSecret(ImmutableDictionary<string, string>.Empty.Add(value, value))),
            });
            _ = new ProbeProvider("provider", new ProbeProviderArgs { Token = secret });
            _ = new Dictionaried("dictionary", ImmutableDictionary<string, object?>.Empty.Add("password", secret).Add("list", new List<object> { secret }));
            _ = new Secret("assigned", new SecretArgs { Metadata = Named("assigned"), StringData = new InputMap<string> { ["key"] = secret } });
            _ = new Secret("initialized", new SecretArgs { Metadata = Named("initialized"), StringData = { ["key"] = value }, Data = { ["other"] = secret } });
            return secret.Apply(s => (object?)new Dictionary<string, object?> { ["inner"] = s });
        });
        AssertNowhere("hunter2", plan);
        Assert.Equal(new PlanValue.Secret(["key"]), plan.Resources.Single(r => r.Name == "initialized").Inputs.Find("stringData"));
        Assert.Equal(TestPlans.Map(("result", PlanValue.Secret.Opaque)), plan.Outputs);
        Assert.Equal(TestPlans.Map(("text", PlanValue.NotYetKnown)), plan.Resources.Single(r => r.Name == "echoed").Inputs);
    }

    [Fact]
    public async Task Secret_setting_that_the_program_takes_as_plain_text_is_masked_and_told()
    {
        var plan = await ProbeStack.PlanAsync(
            stack =>
            {
                _ = new ProbeResource("leak", new ProbeArgs { Text = "Bearer " + new Config("demo").Require("token"), Number = 1 });
                return Output.Create<object?>(new Config("demo").Require("token"));
            },
            ("demo:token", SecretPlaceholder.For("demo:token")));
        AssertNowhere(SecretPlaceholder.Marker, plan);
        Assert.Equal(PlanValue.Secret.Opaque, plan.Resources.Single(r => r.Name == "leak").Inputs.Find("text"));
        Assert.Equal(
            [
                "CB0014: output result is a secret setting in plain text; allowed: a secret output. Read the setting with RequireSecret.",
                "CB0014: text of demo:index:Probe leak is a secret setting in plain text; allowed: a secret output. Read the setting with RequireSecret.",
            ],
            plan.Warnings.AsEnumerable());
    }

    private static void AssertNowhere(string needle, Plan plan)
    {
        using var text = new StringWriter();
        var report = new PreviewReport(plan, TestPlans.Check(plan), TimeSpan.Zero, []);
        PreviewText.Write(text, report);
        var manifests = ManifestRenderer.Render(plan);
        string[] written =
        [
            text.ToString(),
            Encoding.UTF8.GetString(PlanJson.Write(plan)),
            Encoding.UTF8.GetString(PreviewJson.Write(report)),
            Encoding.UTF8.GetString(PreviewHtml.Write(plan, TestPlans.Check(plan))),
            plan.ToString(),
            .. plan.Resources.Select(r => r.ToString()),
            .. manifests.Manifests.Select(m => m.Yaml),
            .. manifests.Warnings,
        ];
        Assert.All(written, w => Assert.DoesNotContain(needle, w, StringComparison.OrdinalIgnoreCase));
    }

    private static ObjectMetaArgs Named(string name) => new() { Name = name, Namespace = "n" };

    private static InputList<string> InputListOf(Output<string> secret) => secret.Apply(s => ImmutableArray.Create(s, "b"));

    private sealed class Dictionaried(string name, ImmutableDictionary<string, object?> values)
        : CustomResource("demo:index:Dictionaried", name, new DictionaryResourceArgs(values), null);
}
