using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

public class OutputSecretTests
{
    [Fact]
    public async Task Create_is_not_secret_and_CreateSecret_is()
    {
        Assert.False(await Output.IsSecretAsync(Output.Create(1)));
        Assert.False(await Output.IsSecretAsync(Output.Create(Task.FromResult(1))));
        Assert.False(await Output.IsSecretAsync(Output<int>.Create(Task.FromResult(1))));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(1)));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult(1))));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Output.Create(1))));
    }

    [Fact]
    public async Task Every_form_holds_its_value()
    {
        Assert.Equal(1, await Facts.ValueOf(Output.Create(1)));
        Assert.Equal(1, await Facts.ValueOf(Output.Create(Task.FromResult(1))));
        Assert.Equal(1, await Facts.ValueOf(Output<int>.Create(Task.FromResult(1))));
        Assert.Equal(1, await Facts.ValueOf(Output.CreateSecret(1)));
        Assert.Equal(1, await Facts.ValueOf(Output.CreateSecret(Task.FromResult(1))));
        Assert.Equal(1, await Facts.ValueOf(Output.CreateSecret(Output.Create(1))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CreateSecret_and_Unsecret_keep_the_known_bit(bool known)
    {
        var (secret, plain) = await Run.Preview(async () => (
            await Facts.Of(Output.CreateSecret(Facts.Make(1, known))),
            await Facts.Of(Output.Unsecret(Facts.Make(1, known, secret: true)))));

        Assert.Equal((known, true), (secret.IsKnown, secret.IsSecret));
        Assert.Equal((known, false), (plain.IsKnown, plain.IsSecret));
    }

    [Fact]
    public async Task Unsecret_leaves_the_original_secret()
    {
        var secret = Output.CreateSecret("password");
        var plain = Output.Unsecret(secret);

        Assert.Equal((true, "password"), (await Output.IsSecretAsync(secret), await Facts.ValueOf(secret)));
        Assert.Equal((false, "password"), (await Output.IsSecretAsync(plain), await Facts.ValueOf(plain)));
    }

    [Fact]
    public async Task Unsecret_of_a_plain_output_is_that_output()
        => Assert.Equal((false, 2), (await Output.IsSecretAsync(Output.Unsecret(Output.Create(2))), await Facts.ValueOf(Output.Unsecret(Output.Create(2)))));

    [Fact]
    public void Rejects_null_tasks_and_outputs()
    {
        Assert.Throws<ArgumentNullException>(() => Output.Create((Task<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Output.CreateSecret((Task<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Output.CreateSecret((Output<int>)null!));
    }
}
