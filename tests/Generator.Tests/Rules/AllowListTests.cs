using Pulumi.Generator.Rules;

namespace Pulumi.Generator.Tests.Rules;

public sealed class AllowListTests
{
    [Fact]
    public void Accepts_names_by_package_and_module()
    {
        var entries = AllowList.Parse("list", "# a comment\nkubernetes core/v1 Pod Secret # both\n\naws . Provider\r\n");
        Assert.Equal(
            [new AllowListEntry("kubernetes", "core/v1", "Pod"), new("kubernetes", "core/v1", "Secret"), new("aws", "", "Provider")], entries.AsEnumerable());
    }

    [Theory]
    [InlineData("aws ec2", "list:1: 'aws ec2' is not an entry; allowed: <package> <module or .> <name>..., with a package of kubernetes, aws, docker, random.")]
    [InlineData("\nazure vm Disk", "list:2: 'azure vm Disk' is not an entry; allowed: <package> <module or .> <name>..., with a package of kubernetes, aws, docker, random.")]
    [InlineData("aws ec2 Vpc Vpc", "list:1: 'Vpc' of aws ec2 is there twice.")]
    public void Rejects_other_lines(string text, string message)
    {
        var error = Assert.Throws<GeneratorException>(() => AllowList.Parse("list", text));
        Assert.Equal(message, error.Message);
    }
}
