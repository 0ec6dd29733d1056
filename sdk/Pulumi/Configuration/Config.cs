using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration values of one namespace, as set with <c>pulumi config set</c>.</summary>
public sealed class Config
{
    private readonly string _name;

    /// <param name="name">The namespace; left out, the project's name. An ending <c>:config</c>, which old programs give, is dropped.</param>
    public Config(string? name = null)
    {
        const string OldEnding = ":config";
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(OldEnding, StringComparison.Ordinal) ? name[..^OldEnding.Length] : name;
    }

    /// <summary>A text, or null where it is not set.</summary>
    public string? Get(string key) => GetPlain(key, nameof(Get));

    /// <summary>A secret text, or null where it is not set.</summary>
    public Output<string>? GetSecret(string key) => Find(key) is { } text ? Output.CreateSecret(text) : null;

    /// <summary>A value that is a bool: true or false; null where it is not set.</summary>
    /// <exception cref="RunException">The text is not a bool: true or false.</exception>
    public bool? GetBoolean(string key) => GetPlain(key, nameof(GetBoolean)) is { } text ? ParseBoolean(key, text) : null;

    /// <summary>A secret value that is a bool: true or false; null where it is not set.</summary>
    /// <exception cref="RunException">The text is not a bool: true or false.</exception>
    public Output<bool>? GetSecretBoolean(string key) => Find(key) is { } text ? Output.CreateSecret(ParseBoolean(key, text)) : null;

    /// <summary>A value that is a whole number; null where it is not set.</summary>
    /// <exception cref="RunException">The text is not a whole number.</exception>
    public int? GetInt32(string key) => GetPlain(key, nameof(GetInt32)) is { } text ? ParseInt32(key, text) : null;

    /// <summary>A secret value that is a whole number; null where it is not set.</summary>
    /// <exception cref="RunException">The text is not a whole number.</exception>
    public Output<int>? GetSecretInt32(string key) => Find(key) is { } text ? Output.CreateSecret(ParseInt32(key, text)) : null;

    /// <summary>A value that is a number; null where it is not set.</summary>
    /// <exception cref="RunException">The text is not a number.</exception>
    public double? GetDouble(string key) => GetPlain(key, nameof(GetDouble)) is { } text ? ParseDouble(key, text) : null;

    /// <summary>A secret value that is a number; null where it is not set.</summary>
    /// <exception cref="RunException">The text is not a number.</exception>
    public Output<double>? GetSecretDouble(string key) => Find(key) is { } text ? Output.CreateSecret(ParseDouble(key, text)) : null;

    /// <summary>A structured value, or the type's default where it is not set.</summary>
    /// <exception cref="RunException">The text is not JSON of that shape.</exception>
    public T GetObject<T>(string key, JsonSerializerOptions options) =>
        GetPlain(key, nameof(GetObject)) is { } text ? ParseObject<T>(key, text, options) : default!;

    /// <summary>A structured value, or the type's default where it is not set.</summary>
    /// <exception cref="RunException">The text is not JSON of that shape.</exception>
    public T GetObject<T>(string key) => GetObject<T>(key, null!);

    /// <summary>A secret structured value, or null where it is not set.</summary>
    /// <exception cref="RunException">The text is not JSON of that shape.</exception>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        Find(key) is { } text ? Output.CreateSecret(ParseObject<T>(key, text, options)) : null;

    /// <summary>A secret structured value, or null where it is not set.</summary>
    /// <exception cref="RunException">The text is not JSON of that shape.</exception>
    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, null!);

    /// <summary>A text that must be set.</summary>
    /// <exception cref="RunException">It is not.</exception>
    public string Require(string key) => GetPlain(key, nameof(Require)) ?? throw Missing(key, secret: false);

    /// <summary>A secret text that must be set.</summary>
    /// <exception cref="RunException">It is not.</exception>
    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key, secret: true);

    /// <summary>A value that is a bool: true or false and must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a bool: true or false.</exception>
    public bool RequireBoolean(string key) => GetPlain(key, nameof(RequireBoolean)) is { } text ? ParseBoolean(key, text) : throw Missing(key, secret: false);

    /// <summary>A secret value that is a bool: true or false and must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a bool: true or false.</exception>
    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key, secret: true);

    /// <summary>A value that is a whole number and must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a whole number.</exception>
    public int RequireInt32(string key) => GetPlain(key, nameof(RequireInt32)) is { } text ? ParseInt32(key, text) : throw Missing(key, secret: false);

    /// <summary>A secret value that is a whole number and must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a whole number.</exception>
    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key, secret: true);

    /// <summary>A value that is a number and must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a number.</exception>
    public double RequireDouble(string key) => GetPlain(key, nameof(RequireDouble)) is { } text ? ParseDouble(key, text) : throw Missing(key, secret: false);

    /// <summary>A secret value that is a number and must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a number.</exception>
    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key, secret: true);

    /// <summary>A structured value that must be set.</summary>
    /// <exception cref="RunException">It is not set, or not JSON of that shape.</exception>
    public T RequireObject<T>(string key, JsonSerializerOptions options) =>
        GetPlain(key, nameof(RequireObject)) is { } text ? ParseObject<T>(key, text, options) : throw Missing(key, secret: false);

    /// <summary>A structured value that must be set.</summary>
    /// <exception cref="RunException">It is not set, or not JSON of that shape.</exception>
    public T RequireObject<T>(string key) => RequireObject<T>(key, null!);

    /// <summary>A secret structured value that must be set.</summary>
    /// <exception cref="RunException">It is not set, or not JSON of that shape.</exception>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        GetSecretObject<T>(key, options) ?? throw Missing(key, secret: true);

    /// <summary>A secret structured value that must be set.</summary>
    /// <exception cref="RunException">It is not set, or not JSON of that shape.</exception>
    public Output<T> RequireSecretObject<T>(string key) => RequireSecretObject<T>(key, null!);

    private string FullKey(string key) => $"{_name}:{key}";

    private string? Find(string key) => Deployment.Current.Config.Get(FullKey(key));

    private string? GetPlain(string key, string method)
    {
        var text = Find(key);
        if (text is not null && Deployment.Current.Config.IsSecret(FullKey(key)))
        {
            var secretMethod = method.Replace("Get", "GetSecret", StringComparison.Ordinal).Replace("Require", "RequireSecret", StringComparison.Ordinal);
            Log.Warn($"Configuration '{FullKey(key)}' value is a secret; use `{secretMethod}` instead of `{method}`");
        }

        return text;
    }

    private bool ParseBoolean(string key, string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw WrongType(key, text, "bool"),
    };

    private int ParseInt32(string key, string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : throw WrongType(key, text, "int");

    private double ParseDouble(string key, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw WrongType(key, text, "double");

    private T ParseObject<T>(string key, string text, JsonSerializerOptions? options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options)!;
        }
        catch (JsonException exception)
        {
            throw WrongType(key, text, typeof(T).FullName ?? typeof(T).Name, exception);
        }
    }

    private RunException Missing(string key, bool secret) => new(
        $"Missing required configuration variable '{FullKey(key)}'\n"
        + $"\tplease set a value using the command `pulumi config set {(secret ? "--secret " : "")}{FullKey(key)} <value>`");

    private RunException WrongType(string key, string text, string type, Exception? cause = null)
    {
        // A secret's text must not reach a message; nor must the parser's, which quotes parts of it.
        var isSecret = Deployment.Current.Config.IsSecret(FullKey(key));
        return new(
            $"Configuration '{FullKey(key)}' value {(isSecret ? "[secret]" : $"'{text}'")} is not a valid {type}"
            + (cause is null || isSecret ? "" : $": {cause.Message}"),
            isSecret ? null : cause);
    }
}
