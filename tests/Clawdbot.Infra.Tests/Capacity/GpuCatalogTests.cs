using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Tests.Capacity;

public sealed class GpuCatalogTests
{
    [Fact]
    public void Names_are_distinct_label_values()
    {
        Assert.Equal(GpuCatalog.All.Length, GpuCatalog.Names.Distinct().Count());
        Assert.All(GpuCatalog.Names, name => Assert.True(KubernetesNames.IsLabelValue(name)));
    }

    [Fact]
    public void Only_turing_lacks_bfloat16_and_the_fp8_cache() =>
        Assert.Equal(["t4"], GpuCatalog.All.Where(sku => !sku.HasBfloat16 || !sku.HasFp8KvCache).Select(sku => sku.Name));

    [Fact]
    public void Finds_by_exact_name()
    {
        Assert.Equal(23028, GpuCatalog.Find("a10")!.MemoryMiB);
        Assert.Null(GpuCatalog.Find("A10"));
    }
}
