using System.Collections.Immutable;
using Clawdbot.Cli.Checks;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests;

/// <summary>Plans made by hand.</summary>
internal static class TestPlans
{
    public static Plan Of(params PlanResource[] resources) => new(
        "clawdbot", "test",
        [
            new PlanResource("urn:pulumi:test::clawdbot::pulumi:pulumi:Stack::clawdbot-test", Plan.StackType, "clawdbot-test", null, null, false, [], PlanOptions.None, PlanValue.Map.Empty),
            .. resources,
        ],
        [], PlanValue.Map.Empty, [])
    {
        // Hand-made plans are no systems, so policies only advise.
        IsProduction = false,
    };

    /// <summary>What the policies find in a plan, without waivers.</summary>
    public static CheckReport Check(Plan plan) => PolicyCheck.Prepare(new PolicyFiles(null, null), null)(CheckSubject.Of(plan), new DateOnly(2027, 1, 1));

    public static PlanResource Object(string apiVersion, string kind, string? name, string? ns = null, params (string Key, PlanValue Value)[] more)
    {
        var metadata = new List<(string, PlanValue)>();
        if (name is not null)
        {
            metadata.Add(("name", new PlanValue.Text(name)));
        }

        if (ns is not null)
        {
            metadata.Add(("namespace", new PlanValue.Text(ns)));
        }

        var inputs = new Dictionary<string, PlanValue>
        {
            ["apiVersion"] = new PlanValue.Text(apiVersion),
            ["kind"] = new PlanValue.Text(kind),
            ["metadata"] = Map([.. metadata]),
        };
        foreach (var (key, value) in more)
        {
            inputs[key] = value;
        }

        var type = $"kubernetes:{apiVersion}:{kind}";
        return new PlanResource(
            $"urn:pulumi:test::clawdbot::{type}::{name}", type, name ?? kind, "urn:pulumi:test::clawdbot::pulumi:pulumi:Stack::clawdbot-test",
            null, true, ImmutableArray<string>.Empty, PlanOptions.None, PlanValue.Map.Of(inputs));
    }

    public static PlanValue.Map Map(params (string Key, PlanValue Value)[] entries) =>
        PlanValue.Map.Of(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));
}
