using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Parallelism against the cards of the container and the heads of the model.</summary>
internal sealed class VllmTensorParallel() : VllmRule(new PolicyMetadata("vllm-tensor-parallel")
{
    Title = "Parallelism matches the cards and the model",
    Description = "A server needs one card for each rank and does not start with fewer; cards beyond that are paid for and stand idle. Attention heads are divided evenly.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("B1")],
    Remedy = "Set --tensor-parallel-size to a divisor of the heads, and ask for as many cards.",
    Url = "https://docs.vllm.ai/en/latest/serving/parallelism_scaling/",
})
{
    private const string Tensor = "--tensor-parallel-size";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        var size = Size(server, Tensor, report);
        if (server.Arguments.FindGiven(Tensor) is { } argument && size is > 1 and { } tensor)
        {
            report.Part(server.Resource, () =>
            {
                if (server.KnownModel is { } model && model.Heads % tensor != 0)
                {
                    report.Violation(
                        server.Resource, server.Where(argument), argument.Shown, string.Create(CultureInfo.InvariantCulture, $"a divisor of the {model.Heads} attention heads of {model.Id}"));
                }
            });
        }

        // With several nodes the cards of one pod are only a part.
        if (size is null || server.Arguments.FindGiven("--nnodes") is not null || server.Arguments.FindGiven("--headless") is not null
            || server.Arguments.FindGiven("--distributed-executor-backend")?.Value == "ray" || StartsRay(server) || Cards(server) is not { } gpus || gpus.Number is not { } cards)
        {
            return;
        }

        var local = server.Arguments.FindGiven("--data-parallel-size-local") is null ? "--data-parallel-size" : "--data-parallel-size-local";
        if (Size(server, "--pipeline-parallel-size", report) is { } pipeline && Size(server, local, report) is { } data && size * pipeline * data != cards)
        {
            report.Violation(
                server.Resource, server.Where(gpus), gpus.Shown,
                server.Arguments.All.Any(argument => argument.IsSecret)
                    ? "the number of cards that the server uses"
                    : string.Create(CultureInfo.InvariantCulture, $"{size * pipeline * data}, the cards that the server uses ({Tensor} {size}, --pipeline-parallel-size {pipeline})"));
        }
    }

    // In Docker a count of -1 stands for all of the machine, however many that are.
    private static Property? Cards(VllmServer server) => server.Container is not null
        ? ServerNodes.Gpus(server.Root)
        : server.Root["deviceRequests"].Items.Where(request => request["capabilities"].Items.Any(capability => capability.Text == "gpu"))
            .Select(request => request["count"]).FirstOrDefault(count => count.Number is > 0);

    // A script that starts Ray puts the ranks on several nodes without a flag.
    private static bool StartsRay(VllmServer server) =>
        server.Container?.CommandLine.Any(word => !word.IsUnreadable && word.Text is { } text && text.Contains("ray start", StringComparison.Ordinal)) == true;

    // 1 when the flag is not there, null when its value is no size.
    private static double? Size(VllmServer server, string flag, RuleReport report)
    {
        if (server.Arguments.Find(flag) is not { } argument)
        {
            return 1;
        }

        if (argument.Value is { } value && HumanInteger.Parse(value) is > 0 and { } size)
        {
            return size;
        }

        report.Violation(server.Resource, server.Where(argument), argument.Shown, "a positive whole number");
        return null;
    }
}
