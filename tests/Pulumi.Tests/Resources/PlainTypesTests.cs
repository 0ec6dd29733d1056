using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Resources;

/// <summary>Types that only carry what they are given.</summary>
public class PlainTypesTests
{
    [Fact]
    public void CustomTimeouts_keeps_its_times_and_leaves_the_rest_out()
    {
        var timeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1), Delete = TimeSpan.FromMinutes(3) };

        Assert.Equal((TimeSpan.FromMinutes(1), null, TimeSpan.FromMinutes(3)), (timeouts.Create, timeouts.Update, timeouts.Delete));
    }

    [Fact]
    public void RegisterPackageRequest_makes_missing_parts_empty()
    {
        var request = new RegisterPackageRequest("aws", "7.0.0", null);

        Assert.Equal(("aws", "7.0.0", ""), (request.Name, request.Version, request.DownloadUrl));
        Assert.Empty(request.Checksums);
        Assert.Equal((null, null), (request.Parameterization, request.Extension));
    }

    [Fact]
    public void RegisterPackageRequest_keeps_what_it_is_given()
    {
        var parameterization = new RegisterPackageRequest.PackageParameterization("extra", "1.0.0", [1, 2]);
        var request = new RegisterPackageRequest("base", "7.0.0", "https://example.org", new Dictionary<string, byte[]> { ["linux"] = [3] }, parameterization);

        Assert.Equal("https://example.org", request.DownloadUrl);
        Assert.Equal(new byte[] { 3 }, request.Checksums["linux"]);
        Assert.Equal(("extra", "1.0.0"), (request.Parameterization?.Name, request.Parameterization?.Version));
        Assert.Equal(new byte[] { 1, 2 }, request.Parameterization?.Value);
    }

    [Fact]
    public void Attributes_keep_what_they_are_given()
    {
        var type = new ResourceTypeAttribute("a:b:C", "1.0.0");

        Assert.Equal(("a:b:C", "1.0.0"), (type.Type, type.Version));
        Assert.Equal(("name", null), (new OutputAttribute("name").Name, new OutputAttribute().Name));
        Assert.Equal("name", new OutputConstructorParameterAttribute("name").Name);
        Assert.Equal(("tag", typeof(string)), (new DiscriminatedUnionCaseAttribute("tag", typeof(string)).Tag, new DiscriminatedUnionCaseAttribute("tag", typeof(string)).Type));
        Assert.Equal("kind", new DiscriminatedUnionDiscriminatorAttribute("kind").PropertyName);
    }

    [Fact]
    public async Task A_Stash_sends_its_input_and_reads_its_output()
    {
        var mocks = RecordingMocks.Answering(new Dictionary<string, object> { ["input"] = "new", ["output"] = "kept" });
        var resources = await Run.Resources(() => _ = new Stash("s", new StashArgs { Input = "new" }), mocks);

        var stash = Assert.Single(resources.OfType<Stash>());
        Assert.Equal("new", mocks["s"].Inputs["input"]);
        Assert.Equal(("new", "kept"), (await Facts.ValueOf(stash.Input), await Facts.ValueOf(stash.Output)));
    }
}
