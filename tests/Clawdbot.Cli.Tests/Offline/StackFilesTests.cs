using Clawdbot.Cli.Offline;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.Offline;

public sealed class StackFilesTests
{
    private const string Project = """
        name: demo
        main: stacks
        stackConfigDir: stacks
        config:
          image:
            type: string
            default: vllm:1
          region:
            type: string
          token:
            type: string
            secret: true
            default: ""
          aws:region: eu-west-1
        """;

    [Fact]
    public void Config_IsWhatTheEngineWouldHandOver()
    {
        using var temporary = Repository("""
            config:
              demo:replicas: 0x10
              image: "vllm:2"
              demo:pools:
                - name: a
                  count: 3
                  ratio: 0.5
                  quoted: "3"
                  flag: true
                  word: yes
                  octal: 0o17
                  hex: 0xff
                  nothing: ~
                  text: 1.2.3
                  big: 1e3
                  tagged: !!str 5
              kubernetes:context: prod
            """);
        var config = Load(temporary);
        Assert.Equal("0x10", config.Values["demo:replicas"]);
        Assert.Equal("vllm:2", config.Values["demo:image"]);
        Assert.Equal("eu-west-1", config.Values["aws:region"]);
        Assert.Equal("prod", config.Values["kubernetes:context"]);
        Assert.Equal(
            """[{"name":"a","count":3,"ratio":0.5,"quoted":"3","flag":true,"word":"yes","octal":15,"hex":255,"nothing":null,"text":"1.2.3","big":1000,"tagged":"5"}]""",
            config.Values["demo:pools"]);
        Assert.False(config.Values.ContainsKey("demo:region"));
        Assert.Equal("", config.Values["demo:token"]);
        Assert.Equal(["demo:token"], config.SecretKeys);
        Assert.Empty(config.Warnings.AsEnumerable());
    }

    [Fact]
    public void Defaults_HoldWhereTheStackSaysNothing()
    {
        using var temporary = Repository("");
        Assert.Equal("vllm:1", Load(temporary).Values["demo:image"]);
    }

    [Fact]
    public void Secrets_AreNeverRead()
    {
        using var temporary = Repository("""
            encryptionsalt: v1:abc
            config:
              demo:apiKey:
                secure: v1:ciphertext
              demo:nested:
                plain: a
                inner:
                  - secure: v1:ciphertext
              demo:password: hunter2
              demo:token: s3cr3t
            """);
        var config = Load(temporary, ["password"], []);
        Assert.Equal(["demo:apiKey", "demo:nested", "demo:password", "demo:token"], config.SecretKeys);
        Assert.Equal(SecretPlaceholder.For("demo:apiKey"), config.Values["demo:apiKey"]);
        Assert.Equal($$"""{"plain":"a","inner":["{{SecretPlaceholder.For("demo:nested")}}"]}""", config.Values["demo:nested"]);
        Assert.DoesNotContain(config.Values.Values, v => v.Contains("hunter2", StringComparison.Ordinal) || v.Contains("s3cr3t", StringComparison.Ordinal) || v.Contains("ciphertext", StringComparison.Ordinal));
        Assert.Equal(
            [
                "CB0016: demo:password is in plain text in Pulumi.test.yaml; allowed: an encrypted value. Run `pulumi config set --secret demo:password --stack test`.",
                "CB0016: demo:token is in plain text in Pulumi.test.yaml; allowed: an encrypted value. Run `pulumi config set --secret demo:token --stack test`.",
            ],
            config.Warnings.AsEnumerable());
    }

    [Fact]
    public void Required_secret_that_is_absent_gets_a_placeholder_and_a_warning()
    {
        using var temporary = Repository("config: {}");
        var config = Load(temporary, ["apiKey"], ["apiKey"]);
        Assert.Equal(SecretPlaceholder.For("demo:apiKey"), config.Values["demo:apiKey"]);
        Assert.Contains("demo:apiKey", config.SecretKeys);
        Assert.Equal(
            "CB0015: demo:apiKey is not set in Pulumi.test.yaml; allowed: an encrypted value before the first deployment. "
            + "Run `pulumi config set --secret demo:apiKey --stack test`.",
            Assert.Single(config.Warnings));
    }

    [Theory]
    [InlineData("tset", "Did you mean 'test'? Name a stack that exists.")]
    [InlineData("Test", "Did you mean 'test'? Name a stack that exists.")]
    [InlineData("elsewhere", "Name a stack that exists.")]
    [InlineData("../test", "Name a stack that exists.")]
    public void Rejects_an_unknown_stack(string stack, string remedy)
    {
        using var temporary = Repository("");
        temporary.Write("stacks/Pulumi.other.yaml", "");
        var error = Assert.Throws<DiagnosticException>(() => StackFiles.Load(ProjectFile.Load(temporary.Path), stack, [], _ => []));
        Assert.Equal($"CB0003: stack is '{stack}'; allowed: other or test. {remedy}", error.Message);
    }

    [Theory]
    [InlineData("config: [", "CB0006: {0}:")]
    [InlineData("config:\n  a: 1\n  a: 2\n", "CB0006: {0}:3:3 is not valid YAML (")]
    [InlineData("config: text", "CB0007: {0}:1:9: config is a text; allowed: a mapping (key: value lines). Correct the file.")]
    [InlineData("- a\n- b\n", "CB0007: {0} is not a mapping; allowed: one document of key: value lines. Correct the file.")]
    [InlineData("a: 1\n---\nb: 2\n", "CB0007: {0} is several documents; allowed: one document of key: value lines. Correct the file.")]
    [InlineData("config:\n  ? [a]\n  : 1\n", "CB0007: {0}:2:5: a key is not a text; allowed: a text. Correct the file.")]
    [InlineData("config:\n  demo:x: &a [*a]\n", "CB0007: {0}:2:11: the depth of demo:x is more than 50;")]
    public void Rejects_a_stack_file_that_is_not_one(string content, string start)
    {
        using var temporary = Repository(content);
        var error = Assert.Throws<DiagnosticException>(() => Load(temporary));
        Assert.StartsWith(string.Format(null, start, temporary.Sub("stacks", "Pulumi.test.yaml")), error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData(60, "the depth of demo:x is more than 50; allowed: at most 50 levels")]
    [InlineData(100_000, ":2:73: the depth is more than 64; allowed: at most 64 levels of lists and mappings. Flatten the value.")]
    public void Rejects_a_value_that_nests_without_end(int levels, string message)
    {
        using var temporary = Repository("config:\n  demo:x: " + new string('[', levels) + new string(']', levels) + "\n");
        var error = Assert.Throws<DiagnosticException>(() => Load(temporary));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_aliases_that_multiply_without_bounds()
    {
        var levels = Enumerable.Range(1, 12).Select(level => $"l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 10))}]\n");
        using var temporary = Repository($"l0: &l0 [x]\n{string.Concat(levels)}config:\n  demo:x: *l12\n");
        var error = Assert.Throws<DiagnosticException>(() => Load(temporary));
        Assert.EndsWith(
            "the size of demo:x is more than 1 MiB; allowed: at most 1 MiB once its aliases are written out. Shorten the value.",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("010")]
    [InlineData("-007")]
    public void Rejects_a_number_that_readers_of_YAML_take_differently(string number)
    {
        using var temporary = Repository($"config:\n  demo:x:\n    count: {number}\n");
        var error = Assert.Throws<DiagnosticException>(() => Load(temporary));
        Assert.Equal(
            $"CB0007: {temporary.Sub("stacks", "Pulumi.test.yaml")}:3:12: a number in demo:x is {number}; allowed: a number without leading zeros, "
            + "0o… for octal, or quoted text. Remove the zeros, or quote the value.",
            error.Message);
    }

    [Fact]
    public void Rejects_a_file_that_is_too_large()
    {
        using var temporary = Repository("");
        using (var file = File.OpenWrite(temporary.Sub("stacks", "Pulumi.test.yaml")))
        {
            file.SetLength((16 * 1024 * 1024) + 1);
        }

        var error = Assert.Throws<DiagnosticException>(() => Load(temporary));
        Assert.Equal(
            $"CB0005: {temporary.Sub("stacks", "Pulumi.test.yaml")} is 16777217 bytes long; allowed: at most 16777216 bytes. Check what the path is.",
            error.Message);
    }

    [Fact]
    public void An_empty_required_secret_counts_as_missing()
    {
        using var temporary = Repository("config:\n  demo:token: \"\"\n");
        var config = Load(temporary, ["token"], ["token"]);
        Assert.NotEqual("", config.Values["demo:token"]);
        Assert.Equal(
            "CB0015: demo:token is not set in Pulumi.test.yaml; allowed: an encrypted value before the first deployment. "
            + "Run `pulumi config set --secret demo:token --stack test`.",
            Assert.Single(config.Warnings));
    }

    [Fact]
    public void Accepts_keys_of_providers()
    {
        using var temporary = Repository("config:\n  docker:host: unix:///run/docker.sock\n");
        Assert.Equal("unix:///run/docker.sock", Load(temporary).Values["docker:host"]);
    }

    [Fact]
    public void Rejects_a_misspelt_namespace()
    {
        using var temporary = Repository("config:\n  dmo:pools: []\n  deno:image: x\n");
        var error = Assert.Throws<DiagnosticException>(() => Load(temporary));
        Assert.Equal(
            [
                "CB1001: dmo:pools is not a setting; allowed: demo:<setting>, or the namespace of a provider. "
                + "Did you mean 'demo:pools'? Correct it in stacks/Pulumi.test.yaml.",
                "CB1001: deno:image is not a setting; allowed: demo:<setting>, or the namespace of a provider. "
                + "Did you mean 'demo:image'? Correct it in stacks/Pulumi.test.yaml.",
            ],
            error.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Rejects_a_stack_file_that_is_a_folder()
    {
        using var temporary = Repository("");
        File.Delete(temporary.Sub("stacks", "Pulumi.test.yaml"));
        File.CreateSymbolicLink(temporary.Sub("stacks", "Pulumi.test.yaml"), "/nowhere");
        var error = Assert.Throws<DiagnosticException>(() => Load(temporary));
        Assert.StartsWith($"CB0005: {temporary.Sub("stacks", "Pulumi.test.yaml")} is unreadable (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_project_without_a_name()
    {
        using var temporary = new TemporaryFolder();
        temporary.Write("Pulumi.yaml", "main: x");
        var error = Assert.Throws<DiagnosticException>(() => ProjectFile.Load(temporary.Path));
        Assert.Equal($"CB0007: name in {temporary.Sub("Pulumi.yaml")} is missing; allowed: the project's name. Add a line `name: clawdbot`.", error.Message);
    }

    [Fact]
    public void Root_IsTheNearestProjectAboveTheFirstStart()
    {
        using var temporary = Repository("");
        temporary.Write("stacks/deep/Pulumi.yaml", "description: no name, so not a project");
        var found = RepositoryRoot.Find(temporary.Sub("stacks", "deep"), "/");
        Assert.Equal(temporary.Path, found);
        Assert.Equal(temporary.Path, RepositoryRoot.Find("/", temporary.Sub("stacks")));
    }

    [Fact]
    public void Rejects_a_place_outside_every_project()
    {
        var error = Assert.Throws<DiagnosticException>(() => RepositoryRoot.Find("/"));
        Assert.Equal(
            "CB0004: Pulumi.yaml is not found at or above the current folder; allowed: a folder inside a clone of this repository. "
            + "Change into the repository and run the command again.",
            error.Message);
    }

    private static TemporaryFolder Repository(string stack)
    {
        var temporary = new TemporaryFolder();
        temporary.Write("Pulumi.yaml", Project);
        temporary.Write("stacks/Pulumi.test.yaml", stack);
        return temporary;
    }

    private static StackConfig Load(TemporaryFolder temporary, string[]? secretKeys = null, string[]? required = null) =>
        StackFiles.Load(ProjectFile.Load(temporary.Path), "test", secretKeys ?? [], _ => required ?? []);
}
