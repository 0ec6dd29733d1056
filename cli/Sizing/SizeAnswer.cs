using System.Globalization;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Cli.Sizing;

/// <summary>Answers a question about one model on one card.</summary>
internal static class SizeAnswer
{
    /// <summary>The answer.</summary>
    /// <exception cref="Infra.Diagnostics.DiagnosticException">The question is impossible.</exception>
    public static SizeReport To(SizeQuestion question)
    {
        var plan = CapacityPlanner.Plan(question.Request());
        return new SizeReport
        {
            Model = question.Model.Name,
            Sku = question.Gpu.Name,
            Gpus = plan.GpusPerReplica,
            Replicas = plan.Replicas,
            VllmVersion = plan.Request.Version.ToString(),
            Reason = plan.Refusal,
            Terms = plan.Memory.Terms,
            KvCacheTokens = plan.Memory.KvTokens,
            MaxConcurrency = plan.Memory.MaxConcurrency,
            Context = plan.Memory.MaxModelLen,
            LargestContext = plan.Memory.LargestContext,
            Flags = [.. plan.Flags.Select(f => new SizeFlag(f.ToString(), f.Reason))],
            Figures = plan.Fits ? SizeFigures.Of(plan) : [],
            Proposals = [.. plan.Proposals.Select(p => new SizeProposal(p.Change, p.PricePerHour))],
            Notes = [.. new[] { question.Model.Note, ShareNote(plan.Vllm.GpuMemoryUtilization) }.Where(n => n.Length > 0), .. plan.Warnings],
        };
    }

    /// <summary>What a deployment would object to in a share of the memory that vLLM itself takes.</summary>
    private static string ShareNote(double share) => share is >= VllmDefaults.MinimumGpuMemoryUtilization and <= VllmDefaults.MaximumGpuMemoryUtilization
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"gpuMemoryUtilization {share} is for questions only: pools take {VllmDefaults.MinimumGpuMemoryUtilization:0.00} to {VllmDefaults.MaximumGpuMemoryUtilization:0.00}.");
}
