using Pulumi.Generator.Rules;

namespace Pulumi.Generator.Tests.Rules;

public sealed class CorrectionsTests
{
    [Fact]
    public void Answers_what_the_file_says_and_reports_what_nobody_asked()
    {
        var corrections = Corrections.Parse("file", "double aws a.B.c\nname aws a.B.d Other\njson aws a.B.e");
        Assert.True(corrections.Has("double", "aws", "a.B.c"));
        Assert.False(corrections.Has("double", "docker", "a.B.c"));
        Assert.Equal("Other", corrections.Name("aws", "a.B.d"));
        Assert.Null(corrections.Name("aws", "a.B.c"));
        Assert.Equal(["json aws a.B.e"], corrections.Unused());
    }

    [Theory]
    [InlineData("float aws a.B.c", "file:1: 'float aws a.B.c' is not a correction; allowed: double|json|omit|optional <package> <type.member>, name <package> <type.member> <C# name>.")]
    [InlineData("name aws a.B.c", "file:1: 'name aws a.B.c' is not a correction; allowed: double|json|omit|optional <package> <type.member>, name <package> <type.member> <C# name>.")]
    [InlineData("omit aws a.B.c\nomit aws a.B.c", "file:2: 'omit aws a.B.c' is there twice.")]
    public void Rejects_other_lines(string text, string message)
    {
        var error = Assert.Throws<GeneratorException>(() => Corrections.Parse("file", text));
        Assert.Equal(message, error.Message);
    }
}
