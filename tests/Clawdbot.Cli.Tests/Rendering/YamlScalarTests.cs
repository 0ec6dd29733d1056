using System.Text.RegularExpressions;
using Clawdbot.Cli.Rendering;

namespace Clawdbot.Cli.Tests.Rendering;

public sealed partial class YamlScalarTests
{
    [Theory]
    [InlineData("clawdbot")]
    [InlineData("vllm/vllm-openai:v0.11.0")]
    [InlineData("https://example.org/a?b")]
    [InlineData("app.kubernetes.io/name")]
    [InlineData("--max-model-len=8192")]
    [InlineData("yes")]
    [InlineData("No")]
    [InlineData("on")]
    [InlineData("OFF")]
    [InlineData("y")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1")]
    [InlineData("0755")]
    [InlineData("0o17")]
    [InlineData("1e3")]
    [InlineData("1_000")]
    [InlineData("12:30:45")]
    [InlineData("0x1F")]
    [InlineData(".5")]
    [InlineData(".inf")]
    [InlineData("2026-01-01")]
    [InlineData("key: value")]
    [InlineData("ends with:")]
    [InlineData("a #comment")]
    [InlineData("- item")]
    [InlineData("{a}")]
    [InlineData("[a]")]
    [InlineData("*alias")]
    [InlineData("&anchor")]
    [InlineData("!tag")]
    [InlineData("%directive")]
    [InlineData("@at")]
    [InlineData("`tick`")]
    [InlineData("'single'")]
    [InlineData("\"double\" \\ back")]
    [InlineData("---")]
    [InlineData("=")]
    [InlineData("<<")]
    [InlineData("tab\tand\rreturn")]
    [InlineData("nel\u0085ls\u2028ps\u2029bom\ufeffdel\u007fnul\0")]
    [InlineData("emoji 😀 ümlaut")]
    public void Text_ReadsBackAsTheSameText(string text)
    {
        var node = YamlReading.Scalar(YamlScalar.Text(text));
        Assert.Equal(text, node.Value);
        Assert.False(node.Style == YamlDotNet.Core.ScalarStyle.Plain && Yaml11NonText().IsMatch(text), $"{text} is plain");
    }

    [Theory]
    [InlineData("clawdbot", "clawdbot")]
    [InlineData("vllm/vllm-openai:v0.11.0", "vllm/vllm-openai:v0.11.0")]
    [InlineData("8080", "\"8080\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("😀", "\"\\U0001F600\"")]
    public void Text_IsPlainOnlyWhereThatIsSafe(string text, string spelled) => Assert.Equal(spelled, YamlScalar.Text(text));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-3, "-3")]
    [InlineData(8192, "8192")]
    [InlineData(0.9, "0.9")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(1e20, "1.0E+20")]
    [InlineData(1.5e-7, "1.5E-07")]
    public void Number_IsSpelledForEveryVersion(double number, string spelled) => Assert.Equal(spelled, YamlScalar.Number(number));

    // What YAML 1.1 reads as something other than text: https://yaml.org/type/ (bool, int, float, null, timestamp, merge, value).
    [GeneratedRegex(
        @"^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|~|null|Null|NULL||<<|=|"
        + @"[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+|"
        + @"[-+]?([0-9][0-9_]*)?\.[0-9.]*([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*|[-+]?[0-9]+[eE][0-9]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|"
        + @"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$")]
    private static partial Regex Yaml11NonText();
}
