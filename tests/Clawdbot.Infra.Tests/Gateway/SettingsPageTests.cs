using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Gateway.Settings;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>docs/gateway-settings.md is what the authors of the two programs work from.</summary>
public sealed partial class SettingsPageTests
{
    [Theory]
    [InlineData("router.json", typeof(RouterSettings))]
    [InlineData("access-tier.json", typeof(AccessTierSettings))]
    public void The_page_describes_exactly_the_members_of_the_document(string file, Type type)
    {
        var page = Repository.Read("docs", "gateway-settings.md");
        var section = page[page.IndexOf($"## {file}\n", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        Assert.Equal(Members(type, ""), Row().Matches(end < 0 ? section : section[..end]).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void The_written_documents_have_exactly_these_members()
    {
        Assert.Subset(Members(typeof(RouterSettings), "").ToHashSet(), Written(SettingsJson.Write(RouterDocument.Of(Gateways.Spec))).ToHashSet());
        Assert.Subset(Members(typeof(AccessTierSettings), "").ToHashSet(), Written(SettingsJson.Write(AccessTierDocument.Of(Gateways.Spec))).ToHashSet());
    }

    [Fact]
    public void The_page_names_what_the_images_must_offer()
    {
        var page = Repository.Read("docs", "gateway-settings.md");
        string[] contract =
        [
            GatewayDefaults.LivePath, GatewayDefaults.ReadyPath, GatewayDefaults.SettingsDirectory, GatewayDefaults.TlsDirectory, GatewayDefaults.PublicTlsDirectory,
            GatewayDefaults.JwtDirectory, GatewayDefaults.EtcdCertificateDirectory, GatewayDefaults.EtcdCredentialsDirectory, GatewayDefaults.ModelServerKeyDirectory,
            $"{GatewayDefaults.ScriptDirectory}/{GatewayDefaults.ScriptFile}", $"{GatewayDefaults.UserId}", "clawdbot_service_token_expiry_timestamp_seconds",
        ];
        Assert.All(contract, part => Assert.Contains($"`{part}`", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Members(Type type, string prefix)
    {
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            var name = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var element = property.PropertyType;
            if (element.IsGenericType && element.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
                (name, element) = ($"{name}[]", element.GetGenericArguments()[0]);
            yield return name;
            if (element.Namespace == typeof(RouterSettings).Namespace)
            {
                foreach (var member in Members(element, $"{name}."))
                    yield return member;
            }
        }
    }

    private static IEnumerable<string> Written(string json) => Names(JsonNode.Parse(json)!, "");

    private static IEnumerable<string> Names(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(member =>
        {
            var name = $"{(path.Length == 0 ? "" : $"{path}.")}{member.Key}{(member.Value is JsonArray ? "[]" : "")}";
            return Names(member.Value, name).Prepend(name);
        }),
        JsonArray list => list.SelectMany(item => Names(item, path)),
        _ => [],
    };

    [GeneratedRegex(@"^\| `([A-Za-z.\[\]]+)` \| \S.* \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
