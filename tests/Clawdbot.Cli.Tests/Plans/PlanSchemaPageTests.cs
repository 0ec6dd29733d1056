using System.Text;
using System.Text.Json;
using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Reports;

namespace Clawdbot.Cli.Tests.Plans;

public sealed class PlanSchemaPageTests
{
    [Fact]
    public void Page_NamesEveryMemberThatIsWritten()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "docs", "plan-schema.md"));
        var resource = TestPlans.Object("v1", "Secret", "s") with
        {
            Inputs = PlanValue.Map.Of(
            [
                KeyValuePair.Create<string, PlanValue>("secret", new PlanValue.Secret(["k"])),
                KeyValuePair.Create("unknown", PlanValue.NotYetKnown),
                KeyValuePair.Create("hidden", PlanValue.NotInspectable),
                KeyValuePair.Create<string, PlanValue>("reference", new PlanValue.Reference("urn:x")),
                KeyValuePair.Create<string, PlanValue>("asset", new PlanValue.Asset("FileAsset")),
            ]),
            Options = new PlanOptions
            {
                Protect = true,
                RetainOnDelete = true,
                DeleteBeforeReplace = true,
                Aliases = ["a"],
                IgnoreChanges = ["a"],
                ReplaceOnChanges = ["a"],
                AdditionalSecretOutputs = ["a"],
                Import = "a",
                Read = "a",
                DeletedWith = "a",
                CreateTimeoutSeconds = 1,
                UpdateTimeoutSeconds = 1,
                DeleteTimeoutSeconds = 1,
            },
        };
        var plan = TestPlans.Of(resource) with { Pools = [new PlanPool("n", "m", "s", 1, 1, [])] };
        var members = Members(PlanJson.Write(plan)).Concat(Members(PreviewJson.Write(new PreviewReport(plan, TestPlans.Check(plan), TimeSpan.Zero, []))))
            .Except(["secret", "unknown", "hidden", "reference", "asset"])
            .ToList();
        Assert.True(members.Count > 35, Encoding.UTF8.GetString(PlanJson.Write(plan)));
        Assert.All(members, m => Assert.Matches($"[`\"]{System.Text.RegularExpressions.Regex.Escape(m)}[`\"]", page));
    }

    private static IEnumerable<string> Members(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Names(document.RootElement).Distinct()];
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
