using System.Globalization;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>What falls short of the goal although the servers start.</summary>
internal static class PlanWarnings
{
    internal static IEnumerable<string> For(CapacityRequest request, Candidate candidate, LoadTimeEstimate load, PodSize pod)
    {
        var goal = request.Goal;
        var answered = (long)candidate.Replicas * Math.Min(candidate.Options.MaxNumSeqs, candidate.Held);
        if (answered < goal.ConcurrentRequests)
            yield return Text($"{candidate.Replicas} replicas hold {answered} of {goal.ConcurrentRequests} concurrent requests of {goal.TypicalTokens} tokens; the others wait. Raise replicas or lower goal.concurrentRequests");
        if (candidate.Options.MaxNumSeqs > candidate.Held)
            yield return Text($"maxNumSeqs {candidate.Options.MaxNumSeqs} is more than the {candidate.Held} requests of {goal.TypicalTokens} tokens that the KV cache holds; the others are thrown out and computed again");
        if (candidate.Options.MaxModelLen < goal.ContextTokens)
            yield return Text($"maxModelLen {candidate.Options.MaxModelLen} is shorter than goal.contextTokens {goal.ContextTokens}");
        if (candidate.Speed.P95FirstTokenSeconds * 1000 > goal.FirstTokenMilliseconds)
            yield return Text($"the first token is expected after {candidate.Speed.P95FirstTokenSeconds * 1000:0} ms for 95 of 100 requests, the goal is {goal.FirstTokenMilliseconds} ms; no number of GPUs in a node reaches it");
        if (candidate.Speed.P95AnswerSeconds * 1000 > goal.AnswerMilliseconds)
            yield return Text($"the answer is expected after {candidate.Speed.P95AnswerSeconds:0.0} s for 95 of 100 requests, the goal is {goal.AnswerMilliseconds / 1000.0:0.0} s");
        if (request.StartupSeconds < load.ExpectedSeconds)
            yield return Text($"startupSeconds {request.StartupSeconds} is less than the {load.ExpectedSeconds:0} s that loading is expected to take; the servers would be restarted for ever");
        if (request.MemoryGiB < pod.MemoryGiB)
            yield return Text($"memoryGiB {request.MemoryGiB} is less than the planned {pod.MemoryGiB} GiB, so that reading the weights ahead does not fit the page cache");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture) + ".";
}
