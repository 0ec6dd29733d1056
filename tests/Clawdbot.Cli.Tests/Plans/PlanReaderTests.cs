using System.Text;
using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.Plans;

public sealed class PlanReaderTests
{
    private const string Again = " Write the file again with `clawdbot preview --out`.";

    [Fact]
    public void What_is_written_is_read_back()
    {
        var resource = TestPlans.Object("v1", "Secret", "keys", "models", ("stringData", new PlanValue.Secret(["api-key"]))) with
        {
            Provider = "urn:p",
            Dependencies = ["urn:d"],
            Options = new PlanOptions
            {
                Protect = true,
                RetainOnDelete = true,
                DeleteBeforeReplace = false,
                Aliases = ["a"],
                IgnoreChanges = ["b"],
                ReplaceOnChanges = ["c"],
                AdditionalSecretOutputs = ["d"],
                Import = "e",
                Read = "",
                DeletedWith = "f",
                CreateTimeoutSeconds = 1.5,
                UpdateTimeoutSeconds = 2,
                DeleteTimeoutSeconds = 3,
            },
        };
        var plan = TestPlans.Of(resource) with
        {
            Pools = [new PlanPool("qwen", "Qwen/Qwen3", "a10", 2, 3, ["--x"])
            {
                Rollout = new PlanRollout(300, 600, 80, 1, 0),
                Capacity = new PlanCapacity(9.01, 9.25, -0.5, 75792, 3.08, 267, 1.5, [("--x", "", "because")]),
            }],
            Notes = ["a fact"],
            Warnings = ["care"],
            Outputs = TestPlans.Map(
                ("$secret", new PlanValue.Flag(true)), ("$$ref", new PlanValue.Text("x")), ("hidden", PlanValue.NotInspectable), ("number", new PlanValue.Number(0.5)), ("none", PlanValue.Nothing),
                ("asset", new PlanValue.Asset("FileAsset")), ("other", new PlanValue.Reference("urn:x")), ("unknown", PlanValue.NotYetKnown), ("list", new PlanValue.List([PlanValue.Secret.Opaque])),
                ("empty", PlanValue.Map.Empty)),
        };
        plan = plan with { Resources = [.. plan.Resources.OrderBy(r => r.Urn, StringComparer.Ordinal)] };
        var written = Encoding.UTF8.GetString(PlanJson.Write(plan));
        Assert.Equal(written, Encoding.UTF8.GetString(PlanJson.Write(PlanReader.Read("plan.json", written))));
    }

    [Fact]
    public void A_plan_of_a_release_without_rollouts_and_with_members_of_a_later_one_is_read()
    {
        var plan = PlanReader.Read("plan.json", Plan("""{"name":"q","model":"m","sku":"s","gpus":1,"replicas":1,"flags":[],"later":{"$x":1}}"""));
        Assert.Null(Assert.Single(plan.Pools).Rollout);
    }

    [Theory]
    [InlineData("", "CB0020: plan.json:1:1 is not valid JSON (The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true.); allowed: a plan as `clawdbot preview --out` writes it. Write the file again.")]
    [InlineData("{\n  \"version\": 1,\n  oops", "CB0020: plan.json:3:3 is not valid JSON ('o' is an invalid start of a property name. Expected a '\"'.); allowed: a plan as `clawdbot preview --out` writes it. Write the file again.")]
    [InlineData("{} x", "CB0020: plan.json:1:4 is not valid JSON ('x' is invalid after a single JSON value. Expected end of data.); allowed: a plan as `clawdbot preview --out` writes it. Write the file again.")]
    [InlineData("[]", "CB0021: plan.json:1:1 is a list; allowed: an object." + Again)]
    [InlineData("{}", "CB0021: plan.json:1:1 is without version; allowed: an object with version." + Again)]
    [InlineData("{\n \"version\": \"1\"}", "CB0021: plan.json:2:13 is a text; allowed: a whole number of at most nine digits." + Again)]
    [InlineData("{\"version\": 1.5}", "CB0021: plan.json:1:13 is 1.5; allowed: a whole number of at most nine digits." + Again)]
    [InlineData("{\"version\": 2}", "CB0022: version in plan.json is 2; allowed: 1. Write the file again with this release: `clawdbot preview STACK --out DIR`.")]
    [InlineData("{\"version\": 1, \"version\": 1}", "CB0021: plan.json:1:27 is a second 'version'; allowed: each key once." + Again)]
    [InlineData("{\"version\": 1e999}", "CB0021: plan.json:1:13 is a number out of range; allowed: a number that a 64-bit float holds." + Again)]
    [InlineData("{\"version\": 1, \"project\": 5}", "CB0021: plan.json:1:27 is a number; allowed: a text." + Again)]
    public void Rejects_what_is_no_plan(string text, string expected) => Assert.Equal(expected, Message(text));

    [Theory]
    [InlineData("{\"$what\":1}", "is an unknown mark '$what'; allowed: $secret, $unknown, $hidden, $resource or $asset.")]
    [InlineData("{\"$unknown\":true,\"x\":1}", "is an unknown mark '$unknown'; allowed: $secret, $unknown, $hidden, $resource or $asset.")]
    [InlineData("{\"$secret\":false}", "is an unknown mark '$secret'; allowed: $secret, $unknown, $hidden, $resource or $asset.")]
    [InlineData("{\"$secret\":1}", "is a number; allowed: true or false.")]
    [InlineData("{\"x\":1,\"$y\":2}", "is under '$y'; allowed: a mark as the only key of its object, or a real key with a second $.")]
    public void Rejects_a_mark_that_does_not_exist(string value, string expected)
    {
        var text = $$"""{"version":1,"project":"p","stack":"s","resources":[],"pools":[],"outputs":{"a":{{value}}},"notes":[],"warnings":[]}""";
        Assert.Matches("^CB0021: plan\\.json:1:[0-9]+ " + System.Text.RegularExpressions.Regex.Escape(expected + Again) + "$", Message(text));
    }

    [Fact]
    public void Rejects_a_resource_that_stands_twice()
    {
        const string Resource = """{"urn":"u","type":"t","name":"n","parent":null,"custom":true,"provider":null,"dependencies":[],"options":{},"inputs":{}}""";
        var text = $$"""{"version":1,"project":"p","stack":"s","resources":[{{Resource}},{{Resource}}],"pools":[],"outputs":{},"notes":[],"warnings":[]}""";
        Assert.Equal("CB0021: plan.json:1:181 is a second resource u; allowed: each URN once." + Again, Message(text));
    }

    [Fact]
    public void Rejects_nesting_without_an_end() => Assert.StartsWith("CB0020: plan.json:1:", Message(new string('[', 100_000)), StringComparison.Ordinal);

    private static string Plan(string pool) => $$"""{"version":1,"project":"p","stack":"s","resources":[],"pools":[{{pool}}],"outputs":{},"notes":[],"warnings":[]}""";

    private static string Message(string text) => Assert.Throws<DiagnosticException>(() => PlanReader.Read("plan.json", text)).Message;
}
