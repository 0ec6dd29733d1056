using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;
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
    public void Only_cards_before_ampere_lack_bfloat16_and_the_fp8_cache() =>
        Assert.Equal(["rtx2080", "rtx2080ti", "rtx2060", "t4", "v100-16", "v100-32"], GpuCatalog.All.Where(sku => !sku.HasBfloat16 && !sku.HasFp8KvCache).Select(sku => sku.Name));

    [Fact]
    public void Finds_by_exact_name()
    {
        Assert.Equal(23028, GpuCatalog.Find("a10")!.MemoryMiB);
        Assert.Null(GpuCatalog.Find("A10"));
    }

    [Theory]
    [InlineData("H100 80GB HBM3", "h100")]
    [InlineData("NVIDIA H100 80GB HBM3", "h100")]
    [InlineData("NVIDIA H100 NVL 94GB", "h100-nvl")]
    [InlineData("A100-SXM4-40GB", "a100-40")]
    [InlineData("NVIDIA A100-SXM4-80GB", "a100-80")]
    [InlineData("A100 40GB (a2-highgpu-1g)", "a100-40")]
    [InlineData("Tesla T4", "t4")]
    [InlineData("T4 (Colab)", "t4")]
    [InlineData("NVIDIA A10", "a10")]
    [InlineData("NVIDIA A10G", "a10g")]
    [InlineData("NVIDIA L40S", "l40s")]
    [InlineData("NVIDIA GeForce RTX 4090", "rtx4090")]
    [InlineData("4090", "rtx4090")]
    [InlineData("RTX 5070 Ti", "rtx5070ti")]
    [InlineData("NVIDIA GeForce RTX 4070 Ti SUPER", "rtx4070tisuper")]
    [InlineData("RTX 2060 12GB", "rtx2060")]
    [InlineData("NVIDIA RTX A6000", "rtxa6000")]
    public void Recognizes_names_as_tools_print_them(string printed, string sku) => Assert.Equal(sku, GpuCatalog.Recognize(printed)!.Sku.Name);

    [Fact]
    public void The_reported_memory_decides_between_versions_of_a_card()
    {
        Assert.Equal("a100-80", GpuCatalog.Recognize("A100", 79.25)!.Sku.Name);
        Assert.Equal("a100-40", GpuCatalog.Recognize("A100", 39.4)!.Sku.Name);
    }

    [Fact]
    public void Below_windows_cuda_reports_all_memory()
    {
        var match = GpuCatalog.Recognize("RTX 4090 (WSL2)")!;
        Assert.True(match.UnderWsl);
        Assert.Equal(23.99, match.TotalGiB, 2);
    }

    [Theory]
    [InlineData("MI300X")]
    [InlineData("")]
    [InlineData("a1")]
    public void Does_not_recognize_other_cards(string printed) => Assert.Null(GpuCatalog.Recognize(printed));

    [Fact]
    public void Rejects_an_unknown_card_with_the_nearest_name()
    {
        var error = Assert.Throws<DiagnosticException>(() => GpuCatalog.Require("L40X", "gpu"));
        Assert.Equal($"CB3002: gpu is 'L40X'; allowed: {string.Join(", ", GpuCatalog.Names)}. Did you mean 'l40'? Give its memory to use a card that is not listed.", error.Message);
    }

    [Fact]
    public void A_card_that_was_not_measured_loses_the_drivers_share()
    {
        var sku = new GpuSku("new", 32768, 120);
        Assert.Equal(32 - MemoryModelDefaults.DriverReserveGiB, sku.TotalGiB, 6);
    }

    [Theory]
    [InlineData("a10", 100)]
    [InlineData("a100-80", 220)]
    [InlineData("h100", 380)]
    public void Given_scores_are_kept(string sku, int score) => Assert.Equal(score, GpuCatalog.Find(sku)!.BaseScore);

    [Fact]
    public void Other_scores_grow_with_bandwidth_and_compute()
    {
        Assert.All(GpuCatalog.All, sku => Assert.InRange(sku.BaseScore, 10, 2000));
        Assert.True(GpuCatalog.Find("t4")!.BaseScore < GpuCatalog.Find("l4")!.BaseScore);
        Assert.True(GpuCatalog.Find("l4")!.BaseScore < GpuCatalog.Find("l40s")!.BaseScore);
        Assert.True(GpuCatalog.Find("h100")!.BaseScore < GpuCatalog.Find("b200")!.BaseScore);
    }

    [Fact]
    public void Every_figure_has_a_source()
    {
        Assert.All(GpuCatalog.All, sku =>
        {
            Assert.True(sku.Multiprocessors > 0);
            Assert.All(new[] { sku.BandwidthGBps, sku.Compute16Tflops, sku.ComputeFp8Tflops, sku.NvLinkGBps, sku.MeasuredTotalGiB }.OfType<SourcedFigure>(), figure =>
            {
                Assert.True(figure.Value > 0);
                Assert.NotEmpty(figure.Source);
            });
            Assert.Equal(sku.HasFp8Compute, sku.ComputeFp8Tflops is not null);
            Assert.InRange(sku.TotalGiB, sku.MemoryMiB / 1024.0 * 0.93, sku.MemoryMiB / 1024.0);
        });
    }
}
