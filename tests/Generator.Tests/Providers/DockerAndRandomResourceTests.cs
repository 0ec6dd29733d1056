using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Pulumi.Random;

namespace Pulumi.Generator.Tests.Providers;

public sealed class DockerAndRandomResourceTests
{
    [Fact]
    public async Task An_image_sends_its_build_and_the_defaults()
    {
        var image = await RecordingMocks.RegisteredAsync("worker", () => _ = new Image("worker", new ImageArgs
        {
            ImageName = "registry.local/worker:1",
            Build = new DockerBuildArgs { Context = ".", BuilderVersion = BuilderVersion.BuilderBuildKit, Args = { ["BASE"] = "debian" } },
        }));
        Assert.Equal("docker:index/image:Image", image.Type);
        Assert.Equal(("registry.local/worker:1", false, false), (image.At("imageName"), image.At("buildOnPreview"), image.At("skipPush")));
        Assert.Equal("BuilderBuildKit", image.At("build", "builderVersion"));
        Assert.Equal("debian", image.At("build", "args", "BASE"));
    }

    [Fact]
    public async Task A_container_can_be_read_with_state()
    {
        var container = await RecordingMocks.RegisteredAsync("db", () => Container.Get("db", "abc123", new ContainerState { Name = "db" }));
        Assert.Equal(("docker:index/container:Container", "abc123"), (container.Type, container.Id));
        Assert.Equal("db", container.At("name"));
    }

    [Fact]
    public async Task A_password_sends_only_what_was_given()
    {
        var password = await RecordingMocks.RegisteredAsync("admin", () => _ = new RandomPassword("admin", new RandomPasswordArgs { Length = 32, Special = false }));
        Assert.Equal("random:index/randomPassword:RandomPassword", password.Type);
        Assert.Equal(["length", "special"], password.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((32.0, false), (password.At("length"), password.At("special")));
    }

    [Fact]
    public async Task The_result_in_a_looked_up_state_is_secret()
    {
        var state = new RandomPasswordState { Result = "hunter2", Length = 7 };
        Assert.True(await Output.IsSecretAsync(state.Result.ToOutput()));
        Assert.False(await Output.IsSecretAsync(state.Length.ToOutput()));
    }

    [Fact]
    public async Task A_missing_required_input_is_named()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => RecordingMocks.RegisteredAsync("id", () => _ = new RandomId("id", new RandomIdArgs())));
        Assert.Matches("(?i)byteLength is required but was not given a value", error.ToString());
    }
}
