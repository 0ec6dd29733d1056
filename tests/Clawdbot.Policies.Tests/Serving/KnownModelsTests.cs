using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Tests.Serving;

public sealed class KnownModelsTests
{
    [Theory]
    [InlineData("Qwen/Qwen3-32B", "Qwen/Qwen3-32B")]
    [InlineData("/mnt/ceph/models/Qwen--Qwen2.5-7B-Instruct/main", "Qwen/Qwen2.5-7B-Instruct")]
    [InlineData("/root/.cache/huggingface/hub/models--Qwen--Qwen3-8B/snapshots/0123", "Qwen/Qwen3-8B")]
    [InlineData("Qwen/Qwen3-32B-AWQ", "Qwen/Qwen3-32B")]
    [InlineData("RedHatAI/Qwen2.5-7B-Instruct-quantized.w8a8", null)]
    [InlineData("Qwen/Qwen3-4B-Instruct-2507-FP8", "Qwen/Qwen3-4B-Instruct-2507")]
    [InlineData("example/unheard-of-7B", null)]
    [InlineData("/", null)]
    [InlineData("", null)]
    public void Are_found_by_id_and_directory(string model, string? id) => Assert.Equal(id, KnownModels.Find(model)?.Id);

    [Theory]
    [InlineData("/models/x", true)]
    [InlineData("./x", true)]
    [InlineData("s3://bucket/x", true)]
    [InlineData("Qwen/Qwen3-32B", false)]
    public void Know_what_is_downloaded(string model, bool isLocal) => Assert.Equal(isLocal, KnownModels.IsLocal(model));
}
