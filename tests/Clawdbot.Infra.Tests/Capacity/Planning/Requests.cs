using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Tests.Capacity.Planning;

/// <summary>Questions to the planner.</summary>
internal static class Requests
{
    public static CapacityRequest Of(string model, string sku, int gpusPerNode, CapacityGoal goal, int? replicas = null)
    {
        var match = ModelCatalog.Require(model, "test");
        return new CapacityRequest
        {
            ModelId = model,
            Model = match.Entry.Architecture,
            Format = match.Format,
            Gpu = GpuCatalog.Find(sku)!,
            GpusPerNode = gpusPerNode,
            Goal = goal,
            Version = VllmDefaults.Version,
            Replicas = replicas,
        };
    }

    public static CapacityGoal Chat(int context, int concurrent, int history = 1024, int prompt = 128, int answer = 64, int? answerMilliseconds = null) => new()
    {
        ContextTokens = context,
        ConcurrentRequests = concurrent,
        HistoryTokens = history,
        PromptTokens = prompt,
        AnswerTokens = answer,
        AnswerMilliseconds = answerMilliseconds,
    };

    /// <summary>The recipe of one 24 GB card that cannot work: Qwen3-32B-AWQ with 24,576 tokens.</summary>
    public static CapacityRequest TooMuchForOneCard(string sku) => Of("Qwen/Qwen3-32B-AWQ", sku, 1, Chat(24576, 8, 4096, 256));
}
