using System.Text.Json;
using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

public class InputJsonTests
{
    private const string Text = """{"a":[1,"x",null]}""";

    [Fact]
    public async Task Converts_from_text_documents_elements_and_outputs_of_them()
    {
        using var document = JsonDocument.Parse(Text);

        Assert.Equal(Text, await Raw(Text));
        Assert.Equal(Text, await Raw(document));
        Assert.Equal(Text, await Raw(document.RootElement));
        Assert.Equal(Text, await Raw(Output.Create(Text)));
        Assert.Equal(Text, await Raw(Output.Create(document)));
        Assert.Equal(Text, await Raw(Output.Create(document.RootElement)));
    }

    [Fact]
    public async Task Keeps_the_facts_of_an_output()
    {
        InputJson json = Output.CreateSecret(Text);

        Assert.True(await Output.IsSecretAsync(json.ToOutput()));
    }

    [Fact]
    public async Task Rejects_text_that_is_not_JSON()
        => await Assert.ThrowsAnyAsync<JsonException>(async () => await Raw("{"));

    private static async Task<string> Raw(InputJson json) => (await Facts.ValueOf(json)).GetRawText();
}
