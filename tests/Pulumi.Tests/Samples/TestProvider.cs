namespace Pulumi.Tests.Samples;

/// <summary>A provider, by default of package <c>test</c>.</summary>
public sealed class TestProvider(string name, string package = "test", CustomResourceOptions? options = null)
    : ProviderResource(package, name, new TestProviderArgs(), options);

public sealed class TestProviderArgs : ResourceArgs;
