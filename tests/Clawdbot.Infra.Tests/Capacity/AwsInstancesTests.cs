using Clawdbot.Infra.Capacity;

namespace Clawdbot.Infra.Tests.Capacity;

public sealed class AwsInstancesTests
{
    [Fact]
    public void Every_type_has_gpus_of_the_catalogue()
    {
        Assert.Equal(AwsInstances.All.Length, AwsInstances.All.Select(type => type.Name).Distinct().Count());
        Assert.All(AwsInstances.All, type =>
        {
            Assert.NotNull(GpuCatalog.Find(type.Sku));
            Assert.InRange(type.Gpus, 1, 8);
            Assert.True(type.Vcpus > 0 && type.MemoryGiB > 0 && type.NetworkGbps > 0 && type.PricePerHour is null or > 0);
        });
    }

    [Theory]
    [InlineData("a10g", "g5.xlarge")]
    [InlineData("l40s", "g6e.xlarge")]
    [InlineData("h100", "p5.4xlarge")]
    public void Smallest_type_comes_first(string sku, string type) => Assert.Equal(type, AwsInstances.WithGpu(sku).First().Name);

    [Fact]
    public void A_larger_type_of_the_same_gpus_never_costs_less_in_total() =>
        Assert.All(AwsInstances.All.GroupBy(type => type.Sku), group =>
        {
            var priced = group.Where(type => type.PricePerHour is not null).ToList();
            Assert.All(priced, small => Assert.All(priced.Where(large => large.Gpus >= small.Gpus && large.Vcpus >= small.Vcpus), large => Assert.True(large.PricePerHour >= small.PricePerHour)));
        });
}
