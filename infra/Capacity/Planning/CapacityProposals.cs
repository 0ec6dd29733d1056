using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Looks for changes under which a refused pool fits. Every proposal has been planned, so that it can be taken as it stands.</summary>
internal static partial class CapacityProposals
{
    /// <summary>The cheapest changes, most useful first among equally cheap ones.</summary>
    /// <param name="plan">A plan that does not fit.</param>
    internal static ImmutableArray<CapacityProposal> For(CapacityPlan plan)
    {
        var request = plan.Request;
        return
        [
            .. SameCards(plan).Concat(SmallerModel(request)).Concat(MoreGpus(plan)).Concat(OtherGpus(request))
                .OrderBy(proposal => proposal.PricePerHour ?? (proposal.Kind is ProposalKind.MoreGpus or ProposalKind.AnotherGpu ? double.MaxValue : 0))
                .ThenBy(proposal => proposal.Kind)
                .GroupBy(proposal => proposal.Kind)
                .SelectMany(kind => kind.Take(CapacityPlannerDefaults.ProposalsPerKind))
                .OrderBy(proposal => proposal.PricePerHour ?? (proposal.Kind is ProposalKind.MoreGpus or ProposalKind.AnotherGpu ? double.MaxValue : 0))
                .ThenBy(proposal => proposal.Kind)
                .Take(CapacityPlannerDefaults.Proposals),
        ];
    }

    private static IEnumerable<CapacityProposal> SameCards(CapacityPlan plan)
    {
        var request = plan.Request;
        var eight = request with { Overrides = request.Overrides with { KvCacheDtype = "fp8" } };
        var eightPossible = request.Gpu.HasFp8KvCache && request.Overrides.KvCacheDtype is null or "auto" or "float16" or "bfloat16";
        if (eightPossible && Fitting(eight) is { } cache)
            yield return Made(ProposalKind.Fp8Cache, "the KV cache in FP8 (kvCacheDtype: fp8), which costs a little accuracy", cache);
        if (MoreMemory(plan) is { } larger)
            yield return larger;
        if (Shorter(request, plan.Memory) is { } shorter)
            yield return Made(ProposalKind.ShorterContext, FormattableString.Invariant($"a context of {shorter.Vllm.MaxModelLen} tokens instead of {plan.Vllm.MaxModelLen}"), shorter);
        if (eightPossible && CapacityPlanner.Search(eight) is { Fits: false } tight && Shorter(eight, tight.Memory) is { } both)
            yield return Made(ProposalKind.Fp8CacheAndShorterContext, FormattableString.Invariant($"the KV cache in FP8 and a context of {both.Vllm.MaxModelLen} tokens"), both);
        foreach (var proposal in Quantized(request))
            yield return proposal;
    }

    /// <summary>The smallest share of memory that fits: what the checklist allows before what it does not.</summary>
    private static CapacityProposal? MoreMemory(CapacityPlan plan)
    {
        (double Share, string Remark)[] steps =
        [
            (CapacityPlannerDefaults.Utilization, ""),
            (CapacityPlannerDefaults.ProposedUtilization, ", above the 85 % of the production checklist"),
        ];
        foreach (var (share, remark) in steps.Where(step => step.Share > plan.Vllm.GpuMemoryUtilization))
        {
            if (Fitting(plan.Request with { Overrides = plan.Request.Overrides with { GpuMemoryUtilization = share } }) is { } fitting)
                return Made(ProposalKind.Utilization, FormattableString.Invariant($"{share:0.00} of the GPU memory (gpuMemoryUtilization){remark}"), fitting);
        }
        return null;
    }

    /// <summary>The longest round context that fits; one that cannot hold a typical request is no help.</summary>
    private static CapacityPlan? Shorter(CapacityRequest request, MemoryEstimate memory)
    {
        var context = memory.LargestContext / CapacityPlannerDefaults.ContextStep * CapacityPlannerDefaults.ContextStep;
        if (context < Math.Max(CapacityPlannerDefaults.MinimumProposedContext, request.Goal.TypicalTokens) || context >= memory.MaxModelLen)
            return null;
        return Fitting(request with { Goal = request.Goal with { ContextTokens = context }, Overrides = request.Overrides with { MaxModelLen = null } });
    }

    private static IEnumerable<CapacityProposal> Quantized(CapacityRequest request)
    {
        if (OptionChoice.Format(request) != WeightFormat.Unquantized || request.Overrides.Quantization is not null || !request.Gpu.HasBfloat16)
            yield break;
        if (Fitting(request with { Overrides = request.Overrides with { Quantization = "fp8" } }) is { } eight)
            yield return Made(ProposalKind.QuantizedVariant, "8-bit weights (quantization: fp8)", eight);
        if (request.Overrides.TensorParallelSize is { } size && ParallelSizes.WhyInvalid(request.Model, WeightFormat.Awq, size) is not null)
            yield break;
        if (Fitting(request with { Format = WeightFormat.Awq }) is { } four)
            yield return Made(ProposalKind.QuantizedVariant, $"a 4-bit AWQ checkpoint of {request.ModelId}", four);
    }

    private static IEnumerable<CapacityProposal> MoreGpus(CapacityPlan plan)
    {
        var request = plan.Request;
        foreach (var size in ParallelSizes.Valid(request.Model, OptionChoice.Format(request), int.MaxValue).Where(size => size > plan.GpusPerReplica))
        {
            var larger = request with { GpusPerNode = Math.Max(size, request.GpusPerNode), Overrides = request.Overrides with { TensorParallelSize = size } };
            if (Fitting(larger) is not { } fits)
                continue;
            var nodes = size > request.GpusPerNode ? FormattableString.Invariant($", on nodes with {size} (these have {request.GpusPerNode})") : "";
            yield return Made(ProposalKind.MoreGpus, FormattableString.Invariant($"{size} {request.Gpu.Name} cards for each server (tensorParallelSize: {size}){nodes}"), fits);
            yield break;
        }
    }

    /// <summary>For each other card that has a price, the fewest that fit.</summary>
    private static IEnumerable<CapacityProposal> OtherGpus(CapacityRequest request)
    {
        var format = OptionChoice.Format(request);
        foreach (var gpu in GpuCatalog.All.Where(gpu => gpu.Name != request.Gpu.Name && request.Prices.PerHour(gpu.Name, 1) is not null))
        {
            foreach (var size in ParallelSizes.Valid(request.Model, format, int.MaxValue).Where(size => request.Prices.PerHour(gpu.Name, size) is not null))
            {
                var other = request with { Gpu = gpu, GpusPerNode = size, Overrides = request.Overrides with { TensorParallelSize = size } };
                if (CapacityRequestRules.CheckOptions(other, OptionChoice.Options(other, size, 1, 2048), "", "").Count > 0 || Fitting(other) is not { } fits)
                    continue;
                yield return Made(ProposalKind.AnotherGpu, FormattableString.Invariant($"{size} x {gpu.Name} for each server"), fits);
                break;
            }
        }
    }

    /// <summary>The largest smaller sibling that fits the same cards.</summary>
    private static IEnumerable<CapacityProposal> SmallerModel(CapacityRequest request)
    {
        var series = Series(request.ModelId);
        foreach (var entry in ModelCatalog.All
            .Where(entry => Series(entry.Id) == series && entry.Architecture.Parameters < request.Model.Parameters && entry.Architecture.MaxPositions >= (request.Overrides.MaxModelLen ?? request.Goal.ContextTokens))
            .OrderByDescending(entry => entry.Architecture.Parameters))
        {
            var smaller = request with { ModelId = entry.Id, Model = entry.Architecture, Format = null, Overrides = request.Overrides with { Quantization = null, TensorParallelSize = null } };
            if (!ParallelSizes.Valid(entry.Architecture, entry.Architecture.Format, request.GpusPerNode).Any() || Fitting(smaller) is not { } fits)
                continue;
            yield return Made(ProposalKind.SmallerModel, $"the smaller model {entry.Id}", fits);
            yield break;
        }
    }

    private static CapacityPlan? Fitting(CapacityRequest request) => CapacityPlanner.Search(request) is { Fits: true } plan ? plan : null;

    private static CapacityProposal Made(ProposalKind kind, string change, CapacityPlan plan) => new(kind, change, plan.PricePerHour);

    /// <summary>The id without size and number format: <c>Qwen/Qwen2.5-Instruct</c> of <c>Qwen/Qwen2.5-7B-Instruct</c>.</summary>
    private static string Series(string id) => SizeOrFormat().Replace(id.ToLowerInvariant(), "");

    [GeneratedRegex(@"-(\d+(\.\d+)?b|awq|gptq.*|fp8|int[48])(?=-|$)")]
    private static partial Regex SizeOrFormat();
}
