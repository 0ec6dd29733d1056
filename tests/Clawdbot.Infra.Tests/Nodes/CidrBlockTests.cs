using Clawdbot.Infra.Nodes;

namespace Clawdbot.Infra.Tests.Nodes;

public sealed class CidrBlockTests
{
    [Theory]
    [InlineData("10.64.0.0/16")]
    [InlineData("0.0.0.0/0")]
    [InlineData("255.255.255.255/32")]
    public void Accepts_a_block_and_writes_it_the_same(string text) => Assert.Equal(text, CidrBlock.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("10.64.0.0")]
    [InlineData("10.64.0.0/33")]
    [InlineData("10.64.0.0/-1")]
    [InlineData("10.64.0.0/+8")]
    [InlineData("10.64.0.1/16")]
    [InlineData("10.64/16")]
    [InlineData("010.64.0.0/16")]
    [InlineData("0x0a.64.0.0/16")]
    [InlineData("10.64.0.0/016")]
    [InlineData(" 10.64.0.0/16")]
    [InlineData("fd00::/16")]
    [InlineData("10.64.0.0/16/16")]
    public void Rejects_every_other_spelling(string text) => Assert.Null(CidrBlock.Parse(text));

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("172.31.0.0/16", true)]
    [InlineData("192.168.0.0/20", true)]
    [InlineData("172.32.0.0/16", false)]
    [InlineData("11.0.0.0/16", false)]
    [InlineData("0.0.0.0/0", false)]
    public void Knows_private_blocks(string text, bool isPrivate) => Assert.Equal(isPrivate, Block(text).IsPrivate);

    [Theory]
    [InlineData("10.0.0.0/8", "10.64.0.0/16", true)]
    [InlineData("10.64.0.0/16", "10.0.0.0/8", true)]
    [InlineData("10.64.0.0/16", "10.65.0.0/16", false)]
    [InlineData("0.0.0.0/0", "10.65.0.0/16", true)]
    public void Knows_overlaps_from_either_side(string one, string other, bool overlap) => Assert.Equal(overlap, Block(one).Overlaps(Block(other)));

    [Fact]
    public void Equal_parts_cover_the_block_without_gap_or_overlap()
    {
        for (var prefix = 0; prefix <= 30; prefix++)
        {
            var block = new CidrBlock(0, prefix);
            var parts = Enumerable.Range(0, 4).Select(index => block.Part(2, index)).ToList();
            Assert.Equal(block.Address, parts[0].Address);
            Assert.Equal(block.Last, parts[3].Last);
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Last + 1, pair.Second.Address));
        }
    }

    [Fact]
    public void Refuses_parts_that_do_not_exist()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Block("10.0.0.0/16").Part(2, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Block("10.0.0.0/31").Part(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Block("10.0.0.0/16").Part(2, -1));
    }

    [Theory]
    [InlineData("10.64.0.0/16", "10.64.0.0/18 10.64.64.0/18 10.64.128.0/18", "10.64.192.0/20 10.64.208.0/20 10.64.224.0/20")]
    [InlineData("192.168.16.0/20", "192.168.16.0/22 192.168.20.0/22 192.168.24.0/22", "192.168.28.0/24 192.168.29.0/24 192.168.30.0/24")]
    public void A_network_is_cut_into_three_large_and_three_small_subnets(string network, string inside, string outside)
    {
        var subnets = EksSubnets.Of(Block(network), ["a", "b", "c"]);
        Assert.Equal(inside, string.Join(' ', subnets.Private.Select(subnet => subnet.Cidr)));
        Assert.Equal(outside, string.Join(' ', subnets.Public.Select(subnet => subnet.Cidr)));
        Assert.Equal(["a", "b", "c"], subnets.Private.Select(subnet => subnet.Zone));
    }

    private static CidrBlock Block(string text) => CidrBlock.Parse(text)!.Value;
}
