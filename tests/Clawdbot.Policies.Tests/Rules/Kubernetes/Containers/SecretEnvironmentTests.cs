using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class SecretEnvironmentTests
{
    private const string Environment = "spec.template.spec.containers[0].env";
    private const string Allowed = "allowed: valueFrom.secretKeyRef, or a path to a mounted file. Keep it in a Secret, and mount it as a file or take it with secretKeyRef.";

    private static readonly SecretEnvironment Rule = new();

    [Theory]
    [InlineData("ACCESS_TOKEN_VALIDITY", "PT15M")]
    [InlineData("GITHUB_TOKEN_SOURCE", "app")]
    [InlineData("PASSWORD_STRENGTH", "3")]
    [InlineData("TLS_SECRET", "web-tls")]
    [InlineData("DEX_SECRET_ENV", "DEX_CLIENT")]
    [InlineData("VLLM_API_KEY_FILE", "api-key")]
    [InlineData("ETCDCTL_KEY", "/etc/etcd/tls/client/tls.key")]
    [InlineData("DB_PASSWORD", "/run/secrets/password")]
    [InlineData("DB_PASSWORD", "$(DB_PASSWORD_FROM_SECRET)")]
    [InlineData("DB_PASSWORD", "<your password>")]
    [InlineData("DB_PASSWORD", "")]
    [InlineData("SECRET_NAME", "web-tls")]
    [InlineData("TOKEN_URL", "https://login.example.com/token")]
    [InlineData("MAX_TOKENS", "4096")]
    [InlineData("TOKEN_LIFETIME", "15m")]
    [InlineData("ACCESS_TOKEN_SECONDS", "900")]
    [InlineData("SECRETS_BACKEND", "kubernetes")]
    [InlineData("TOKENIZERS_PARALLELISM", "false")]
    [InlineData("REQUIRE_SECRET", "true")]
    [InlineData("VAULT_TOKEN", "vault:secret/data/web#token")]
    [InlineData("IMAGE_PULL_SECRET", "registry")]
    [InlineData("PARTITION_KEY", "customer")]
    [InlineData("PWD", "/work")]
    [InlineData("GIT_COMMIT", "7f3c2e1b9d8a4c6e5f0a1b2c3d4e5f6a7b8c9d0e")]
    [InlineData("DATABASE_URL", "postgres://web:$(DB_PASSWORD)@db:5432/web")]
    [InlineData("IMAGE", "docker://registry.example.com/web:1.2@sha256:0123456789abcdef")]
    [InlineData("ALLOWED_CLASSES", "ThisIsALongNameOfSomeJavaClass2WithWords")]
    public void Accepts(string name, string value) => RuleCheck.Accepts(Rule, With(name, value));

    [Fact]
    public void Accepts_a_reference_to_a_secret() => RuleCheck.Accepts(
        Rule, Workloads.Deployment.With(Environment, "[{ name: VLLM_API_KEY, valueFrom: { secretKeyRef: { name: key, key: api-key } } }]"));

    [Theory]
    [InlineData("DB_PASSWORD", "hunter2")]
    [InlineData("DB_PASSWORD", "12345678")]
    [InlineData("PGPASSWORD", "postgres")]
    [InlineData("dbPassword", "x1")]
    [InlineData("SMTP_PASS", "letmein")]
    [InlineData("API_KEY", "abc123")]
    [InlineData("GITHUB_TOKEN", "abc123def")]
    [InlineData("JWT_SECRET", "dev")]
    [InlineData("SECRET_KEY_BASE", "0123abcd")]
    [InlineData("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")]
    public void Rejects_a_name_of_a_secret_with_a_literal(string name, string value) => RuleCheck.Rejects(
        Rule, $"spec.template.spec.containers[0].env[0].value of container 'web' is a literal under the name '{name}'; {Allowed}", With(name, value));

    [Fact]
    public void Rejects_a_text_that_looks_like_a_key() => RuleCheck.Rejects(
        Rule, $"spec.template.spec.containers[0].env[0].value of container 'web' is a text that looks like a key; {Allowed}", With("SETTING", "q7Zp0XvT3mK9sLw2RbY8hNcE5uJdG1aF"));

    [Fact]
    public void Rejects_a_password_in_a_url() => RuleCheck.Rejects(
        Rule, $"spec.template.spec.containers[0].env[0].value of container 'web' is a URL with a password; {Allowed}", With("DATABASE_URL", "postgres://web:hunter2@db:5432/web"));

    [Fact]
    public void Rejects_a_secret_in_an_argument() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].args[1] of container 'web' is a URL with a password; allowed: an argument without a secret. Keep it in a Secret, and mount it as a file or take it with secretKeyRef.",
        Workloads.Deployment.With("spec.template.spec.containers[0].args", "[--listen=:8080, '--database=postgres://web:hunter2@db:5432/web']"));

    [Theory]
    [InlineData("[redis-server, --requirepass, foobared]", 2)]
    [InlineData("[--db-password=hunter2]", 0)]
    [InlineData("[--admin-token, abc123def456]", 1)]
    [InlineData("[--api-key, sk-made-up-by-hand]", 1)]
    public void Rejects_a_literal_behind_a_flag(string arguments, int place) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].args[{place}] of container 'web' is a literal under the name of a secret; allowed: $(NAME) with a variable from a Secret, or a path to a mounted file. Keep it in a Secret, and mount it as a file or take it with secretKeyRef.",
        Workloads.Deployment.With("spec.template.spec.containers[0].args", arguments));

    [Theory]
    [InlineData("[--api-key, $(API_KEY)]")]
    [InlineData("[--oauth2-client-secret=$(CLIENT_SECRET)]")]
    [InlineData("[--tls-private-key-file=/tls/key, --password-file, /run/password]")]
    [InlineData("[--webhook-secret, cert-manager-webhook-ca1, --default-ssl-secret=ingress/tls-1]")]
    [InlineData("[--leader-elect-token, --use-token, serve, --token=auto, --password]")]
    public void Accepts_flags_that_name_a_secret(string arguments) => RuleCheck.Accepts(Rule, Workloads.Deployment.With("spec.template.spec.containers[0].args", arguments));

    [Fact]
    public void Rejects_a_literal_that_the_program_marked_as_secret() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].env[0].value of container 'web' is a secret; allowed: valueFrom.secretKeyRef, or a path to a mounted file. The program marked it as secret, but a pod's literals are readable. Keep it in a Secret, and mount it as a file or take it with secretKeyRef.",
        Workloads.Deployment.WithSecret($"{Environment}[0].value"));

    [Fact]
    public void Does_not_blame_a_variable_when_everything_is_secret() => RuleCheck.Accepts(Rule, Workloads.Deployment.WithSecret("spec.template.spec"));

    [Fact]
    public void Cannot_decide_an_unknown_value() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].env[0].value is known only after the deployment", Workloads.Deployment.WithUnknown($"{Environment}[0].value"));

    private static Sample With(string name, string value) => Workloads.Deployment.With(Environment, $"[{{ name: {name}, value: '{value}' }}]");
}
