using Clawdbot.Policies.Rules.Kubernetes.Access;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Access;

public sealed class ConfigMapSecretsTests
{
    private const string Remedy = "Move it to a Secret.";

    private static readonly Sample Map = Sample.Manifest("""
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web, namespace: shop }
        data:
          mode: fast
          key.pem.path: /etc/tls/tls.key
        """);

    private static readonly ConfigMapSecrets Rule = new();

    [Fact]
    public void Accepts_configuration() => RuleCheck.Accepts(Rule, Map);

    [Theory]
    [InlineData("token-lifetime", "900")]
    [InlineData("credentials.json", "{}")]
    [InlineData("password-policy", "strict")]
    [InlineData("app.properties", "# password=hunter2\\npassword.file=/run/secrets/password\\ntoken.ttl=15m")]
    [InlineData("main.lua", "local secret = os.getenv('SECRET')")]
    public void Accepts(string key, string text) => RuleCheck.Accepts(Rule, Map.With($"data[\"{key}\"]", $"\"{text}\""));

    [Fact]
    public void Rejects_a_secret_by_its_form() => RuleCheck.Rejects(
        Rule, $"data[\"app.ini\"] is a text with a URL with a password; allowed: a text without secrets. {Remedy}", Map.With("data[\"app.ini\"]", "\"[db]\\nurl = postgres://web:hunter2@db/web\""));

    [Fact]
    public void Rejects_a_secret_by_its_name() => RuleCheck.Rejects(
        Rule, $"data.DB_PASSWORD is a literal under the name of a secret; allowed: a text without secrets. {Remedy}", Map.With("data.DB_PASSWORD", "hunter2"));

    [Fact]
    public void Rejects_a_secret_property() => RuleCheck.Rejects(
        Rule,
        $"data[\"app.properties\"] is a literal under the name of a secret; allowed: a text without secrets. {Remedy}",
        Map.With("data[\"app.properties\"]", "\"mode=fast\\nspring.datasource.password=hunter2\""));

    [Theory]
    [InlineData("postgresql.conf", "password_encryption = scram-sha-256\\nssl_key_file = '/tls/tls.key'")]
    [InlineData("dex.yaml", "clientSecret: $CLIENT_SECRET\\nsecretEnv: CLIENT_SECRET\\nsecret: dex-client-1")]
    [InlineData("values.yaml", "existingSecret: postgres-auth-2\\npassword:\\n  secretKeyRef: { name: a1, key: password }\\ntoken: null")]
    [InlineData("grafana.ini", "admin_password = $__env{ADMIN}\\nsecret_key = ${SECRET}")]
    [InlineData("tokenizer.json", "{'bos_token': '<s>', 'max_token': 8192}")]
    [InlineData("README", "The password: see the vault. token = what came by mail")]
    [InlineData("init.sql", "CREATE USER web WITH PASSWORD :'web_password'; -- the password 'is' elsewhere")]
    [InlineData("install.sh", "TOKEN=abcd1234efgh")]
    [InlineData("app.yaml", "jasypt.password: ENC(abc123456789)\\nother-password: *pw\\nuser: { type: string, password: string }")]
    public void Accepts_settings_beside_secrets(string key, string text) => RuleCheck.Accepts(Rule, Map.With($"data[\"{key}\"]", $"\"{text}\""));

    [Theory]
    [InlineData("app.yaml", "db:\\n  password: hunter2")]
    [InlineData("app.yaml", "users: [{ name: web, password: hunter2 }]")]
    [InlineData("app.json", "{'auth': {'token': '9f8e7d6c5b4a39281706'}}")]
    [InlineData("app.toml", "admin_password = 'admin'")]
    [InlineData("redis.conf", "bind 0.0.0.0\\nrequirepass foobared")]
    [InlineData("users.xml", "<user name='web' password='tomcat1'/>")]
    [InlineData("config", "client_secret: 9f8e7d6c5b4a39281706")]
    [InlineData("init.sql", "CREATE USER web WITH PASSWORD 'hunter2';")]
    [InlineData("init.sql", "CREATE USER 'web'@'%' IDENTIFIED BY 'hunter2';")]
    [InlineData("app.yaml", "apiKey: sk-made-up-by-hand")]
    public void Rejects_a_file_that_sets_a_secret(string key, string text) => RuleCheck.Rejects(
        Rule,
        $"data{(key.Contains('.', StringComparison.Ordinal) ? $"[\"{key}\"]" : $".{key}")} is a file that sets a secret; allowed: a text without secrets. {Remedy}",
        Map.With($"data[\"{key}\"]", $"\"{text}\""));

    [Fact]
    public void Rejects_what_the_program_marked_as_secret() => RuleCheck.Rejects(
        Rule, $"data.mode is a secret; allowed: a value that the program did not mark as secret. {Remedy}", Map.WithSecret("data.mode"));

    [Fact]
    public void Rejects_data_that_are_secret_as_a_whole() => RuleCheck.Rejects(
        Rule, $"data is a secret; allowed: values that the program did not mark as secret. {Remedy}", Map.WithSecret("data"));

    [Fact]
    public void Cannot_decide_an_unknown_text() => RuleCheck.CannotDecide(Rule, "data.mode is known only after the deployment", Map.WithUnknown("data.mode"));
}
