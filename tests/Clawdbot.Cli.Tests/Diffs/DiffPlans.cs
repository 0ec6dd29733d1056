using System.Text;
using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Diffs;

/// <summary>Small plans to compare, written as JSON because that is how people read them.</summary>
internal static class DiffPlans
{
    public const string Stack = "urn:pulumi:test::clawdbot::pulumi:pulumi:Stack::clawdbot-test";

    /// <summary>A pool of three servers: 110 s to stop, 300 s to load, 10 s until it counts as ready, so 7 minutes for each.</summary>
    public static PlanPool Pool { get; } = new("qwen", "Qwen/Qwen3-32B-AWQ", "a10", 2, 3, []) { Rollout = new PlanRollout(300, 600, 80, 0, 1) };

    public static Plan Of(params PlanResource[] resources) => TestPlans.Of([.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]) with { Pools = [Pool] };

    /// <summary>A resource; <paramref name="inputs"/> is JSON as in plan.json.</summary>
    public static PlanResource Resource(string type, string name, string inputs, params string[] dependencies) => new(
        Urn(type, name), type, name, Stack, null, true, [.. dependencies], PlanOptions.None, Map(inputs));

    public static string Urn(string type, string name) => $"urn:pulumi:test::clawdbot::{type}::{name}";

    public static PlanValue.Map Map(string json) => PlanReader.Read("test.json", $$"""
        {"version":1,"project":"p","stack":"s","resources":[],"pools":[],"outputs":{{json}},"notes":[],"warnings":[]}
        """).Outputs;

    /// <summary>The model servers of <see cref="Pool"/>.</summary>
    public static PlanResource Servers(string template = "", string spec = "", string strategy = "\"rollingUpdate\":{\"maxSurge\":0,\"maxUnavailable\":1}", string args = "\"/models/qwen\",\"--max-model-len=8192\",\"--enforce-eager\"") =>
        Resource("kubernetes:apps/v1:Deployment", "qwen-deployment", $$"""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"qwen","namespace":"clawdbot-models","labels":{"app.kubernetes.io/component":"model-server","clawdbot.dev/pool":"qwen"} },
         "spec":{"replicas":3,"minReadySeconds":10,"selector":{"matchLabels":{"a":"b"} },"strategy":{ {{strategy}} }{{spec}},
          "template":{"metadata":{"labels":{"a":"b"} },
           "spec":{"terminationGracePeriodSeconds":110,"nodeSelector":{"clawdbot.dev/gpu-sku":"a10"},
            "containers":[{"name":"vllm","image":"vllm/vllm-openai:v0.27.1","args":[{{args}}],
              "env":[{"name":"HF_HUB_OFFLINE","value":"1"},{"name":"VLLM_API_KEY","valueFrom":{"secretKeyRef":{"name":"model-server-key","key":"api-key"} } }],
              "resources":{"limits":{"nvidia.com/gpu":"2"} } }],
            "volumes":[{"name":"models","persistentVolumeClaim":{"claimName":"models"} }]{{template}} } } } }
        """);

    /// <summary>A workload that is no pool: 30 s to start, 5 s to stop.</summary>
    public static PlanResource Program(string kind, string name, string pod, string spec = "\"replicas\":2,\"strategy\":{\"rollingUpdate\":{\"maxSurge\":1,\"maxUnavailable\":0}}", string annotations = "{}", string program = "router") =>
        Resource($"kubernetes:apps/v1:{kind}", name, $$"""
        {"apiVersion":"apps/v1","kind":"{{kind}}","metadata":{"name":"{{name}}","namespace":"clawdbot","labels":{"app.kubernetes.io/name":"{{program}}"} },
         "spec":{ {{spec}},"template":{"metadata":{"annotations":{{annotations}}},"spec":{"containers":[{"name":"main","image":"router:1.0"}]{{pod}} } } } }
        """);

    public static PlanResource ConfigMap(string name, string data, bool named = true) => Resource("kubernetes:core/v1:ConfigMap", name, $$"""
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{ {{(named ? $"\"name\":\"{name}\"," : "")}}"namespace":"clawdbot"},"data":{{data}} }
        """);

    public static DiffReport Compare(Plan before, Plan after) => PlanDiff.AgainstPlan("plan.json", before, after);

    /// <summary>The changes as "class property: change | pods of replicas | minutes / minutes of the rollout".</summary>
    public static string[] Lines(DiffReport report) =>
    [
        .. report.Changes.Select(change => FormattableString.Invariant(
            $"{Effects.Word(change.Consequence.Restart)} {change.Property}: {Clawdbot.Cli.Reports.DiffWords.Change(change)} | {change.Pods} of {change.Replicas} | {change.Minutes} / {change.RolloutMinutes}")),
    ];

    public static string Json(Plan plan) => Encoding.UTF8.GetString(PlanJson.Write(plan));

}
