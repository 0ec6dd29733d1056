using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Shared memory for servers with several ranks.</summary>
internal sealed class VllmSharedMemory() : VllmRule(new PolicyMetadata("vllm-shared-memory")
{
    Title = "Servers with several cards have shared memory",
    Description = "The processes of a server with several cards talk through /dev/shm; the 64 MiB that containers get are too few, and it fails while it starts or later.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("B1")],
    Remedy = "Mount an emptyDir with medium: Memory and a size limit at /dev/shm.",
    Url = "https://docs.vllm.ai/en/latest/deployment/k8s/",
})
{
    private const string SharedMemory = "/dev/shm";

    private static readonly string[] Sizes = ["--tensor-parallel-size", "--pipeline-parallel-size", "--data-parallel-size"];

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        var ranks = Sizes.Aggregate(1.0, (product, flag) => product * (server.Number(flag) ?? 1));
        if (ranks <= 1)
        {
            return;
        }

        const string Many = "because the server has several ranks";
        if (server.Workload is not { } workload)
        {
            var size = server.Root["shmSize"];
            if (server.Root["ipcMode"].Text != "host" && (size.Number ?? 64) < VllmDefaults.SharedMemoryMiB)
            {
                report.Violation(size, string.Create(CultureInfo.InvariantCulture, $"at least {VllmDefaults.SharedMemoryMiB} MiB, {Many}"));
            }

            return;
        }

        if (workload.Pod["hostIPC"].Flag == true)
        {
            return;
        }

        var mount = server.Root["volumeMounts"].Items.FirstOrDefault(item => item["mountPath"].Text?.TrimEnd('/') == SharedMemory);
        if (mount is null)
        {
            report.Violation(server.Resource, $"{SharedMemory} in {server.Where(server.Root["volumeMounts"])}", "not mounted", $"an emptyDir in memory, {Many}");
            return;
        }

        var volume = workload.Pod["volumes"].Items.FirstOrDefault(item => item["name"].Text == mount["name"].Text);
        if (volume is not null && volume["emptyDir"].Exists && volume["emptyDir"]["medium"].Text != "Memory")
        {
            report.Violation(volume["emptyDir"]["medium"], $"Memory, {Many}");
        }
    }
}
