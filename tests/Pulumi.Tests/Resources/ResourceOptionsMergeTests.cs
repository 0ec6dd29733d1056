using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

/// <summary>Merge makes new options: of single values the later wins where it is set, lists are appended.</summary>
public class ResourceOptionsMergeTests
{
    [Fact]
    public void Merge_of_nothing_is_empty_options()
    {
        Assert.NotNull(CustomResourceOptions.Merge(null, null));
        Assert.NotNull(ComponentResourceOptions.Merge(null, null));
    }

    [Fact]
    public void A_later_value_wins_where_it_is_set()
    {
        var earlier = new CustomResourceOptions
        {
            Protect = true,
            Version = "1.0.0",
            PluginDownloadURL = "https://one.example",
            RetainOnDelete = true,
            Urn = "urn:one",
            DeleteBeforeReplace = true,
            ImportId = "one",
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1) },
        };
        var timeouts = new CustomTimeouts { Update = TimeSpan.FromMinutes(2) };
        var later = new CustomResourceOptions { Protect = false, Version = "2.0.0", ImportId = "two", CustomTimeouts = timeouts };

        var merged = CustomResourceOptions.Merge(earlier, later);

        Assert.Equal((false, "2.0.0", "two"), (merged.Protect, merged.Version, merged.ImportId));
        Assert.Equal(("https://one.example", true, "urn:one", true), (merged.PluginDownloadURL, merged.RetainOnDelete, merged.Urn, merged.DeleteBeforeReplace));
        Assert.Equal((null, TimeSpan.FromMinutes(2)), (merged.CustomTimeouts?.Create, merged.CustomTimeouts?.Update));
    }

    [Fact]
    public async Task A_later_id_and_replacement_trigger_win()
    {
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions { Id = "one", ReplacementTrigger = "a" },
            new CustomResourceOptions { Id = "two", ReplacementTrigger = "b" });

        Assert.Equal("two", await Facts.ValueOf(merged.Id!));
        Assert.Equal("b", await Facts.ValueOf(merged.ReplacementTrigger!));
    }

    [Fact]
    public void Lists_are_appended()
    {
        ResourceTransformation transformation = _ => null;
        var (first, second) = (new Alias { Name = "first" }, new Alias { Name = "second" });
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions
            {
                IgnoreChanges = { "a" },
                ReplaceOnChanges = { "c" },
                HideDiffs = { "e" },
                AdditionalSecretOutputs = { "g" },
                Aliases = { first },
            },
            new CustomResourceOptions
            {
                IgnoreChanges = { "b" },
                ReplaceOnChanges = { "d" },
                HideDiffs = { "f" },
                AdditionalSecretOutputs = { "h" },
                Aliases = { second },
                ResourceTransformations = { transformation },
            });

        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["c", "d"], merged.ReplaceOnChanges);
        Assert.Equal(["e", "f"], merged.HideDiffs);
        Assert.Equal(["g", "h"], merged.AdditionalSecretOutputs);
        Assert.Equal(2, merged.Aliases.Count);
        Assert.Same(transformation, Assert.Single(merged.ResourceTransformations));
    }

    [Fact]
    public void Both_arguments_stay_as_they_were()
    {
        var (first, second) = (new CustomResourceOptions { IgnoreChanges = { "a" } }, new CustomResourceOptions { IgnoreChanges = { "b" }, Protect = true });
        CustomResourceOptions.Merge(first, second).IgnoreChanges.Add("c");

        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Null(first.Protect);
        Assert.Equal(["b"], second.IgnoreChanges);
    }

    [Fact]
    public async Task References_to_resources_are_merged_alike()
    {
        var (expected, merged, dependsOn, replaceWith) = await Run.Update(async () =>
        {
            var (one, two) = (new Widget("one"), new Widget("two"));
            var merged = CustomResourceOptions.Merge(
                new CustomResourceOptions { DependsOn = { one }, ReplaceWith = { one }, Parent = one, DeletedWith = one },
                new CustomResourceOptions { DependsOn = { two }, ReplaceWith = { two }, Parent = two });
            return (new Resource[] { one, two }, merged, await Facts.ValueOf(merged.DependsOn), await Facts.ValueOf(merged.ReplaceWith));
        });

        Assert.Equal((expected[1], expected[0]), (merged.Parent, merged.DeletedWith));
        Assert.Equal(expected, dependsOn);
        Assert.Equal(expected, replaceWith);
    }

    [Fact]
    public async Task A_later_provider_of_the_same_package_replaces_an_earlier_one()
    {
        var (providers, merged) = await Run.Update(() =>
        {
            var (test, other, newer) = (new TestProvider("test"), new TestProvider("other", "other"), new TestProvider("newer"));
            var merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { test, other } },
                new ComponentResourceOptions { Providers = { newer } });
            return Task.FromResult((new ProviderResource[] { other, newer }, merged.Providers));
        });

        Assert.Equal(providers.Select(provider => provider.GetResourceName()).Order(), merged.Select(provider => provider.GetResourceName()).Order());
    }

    [Fact]
    public void Hooks_are_appended()
    {
        var (before, after) = (new ResourceHookBinding(), new ResourceHookBinding());
        Assert.True(before.IsEmpty);
        Assert.True(before.Concat(after).IsEmpty);
        Assert.True(before.Clone().IsEmpty);
        Assert.NotSame(before, before.Clone());
    }
}
