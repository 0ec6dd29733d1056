using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>The arguments of <c>vllm serve</c>, as its parser understands them.</summary>
internal sealed class VllmArguments
{
    private readonly List<VllmArgument> _all = [];
    private readonly List<CommandToken> _positional = [];
    private UnknownValueException? _gap;

    private VllmArguments()
    {
    }

    /// <summary>The flags in their order; of a flag that stands twice the last one counts.</summary>
    public IReadOnlyList<VllmArgument> All => _all;

    /// <summary>Arguments that are no flags; the first is the model.</summary>
    public IReadOnlyList<CommandToken> Positional => _positional;

    /// <summary>Why there may be flags that are not known here; null when all are.</summary>
    public UnknownValueException? Gap => _gap;

    /// <summary>Reads the words behind <c>vllm serve</c>.</summary>
    public static VllmArguments Read(IReadOnlyList<CommandToken> tokens)
    {
        var arguments = new VllmArguments();
        for (var at = 0; at < tokens.Count;)
        {
            at = arguments.Read(tokens, at);
        }

        if (arguments._all.Find(a => a.Name == "--config") is { } config)
        {
            arguments._gap ??= config.Unknown("names a file with further flags");
        }

        return arguments;
    }

    /// <summary>The flag called <paramref name="name"/>; null when it is not there.</summary>
    /// <exception cref="UnknownValueException">It is not there, but may be in what is not known.</exception>
    public VllmArgument? Find(string name) => FindGiven(name) ?? (_gap is { } gap ? throw gap : null);

    /// <summary>The flag called <paramref name="name"/>; null when it is not there, or stands in what is not known.</summary>
    public VllmArgument? FindGiven(string name) => _all.FindLast(a => a.Name == name && a.Key.Length == 0);

    private int Read(IReadOnlyList<CommandToken> tokens, int at)
    {
        var token = tokens[at++];
        var text = token.Text;
        if (text.Length > 0 && text[0] == CommandToken.Hole)
        {
            _gap ??= new UnknownValueException(token.Place, token.Place.IsUnreadable ? "is known only after the deployment" : "holds arguments that are not known here");
            return at;
        }

        if (text.Length < 2 || text[0] != '-' || char.IsAsciiDigit(text[1]))
        {
            _positional.Add(token);
            return at;
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var written = equals < 0 ? text : text[..equals];
        var values = new List<string>();
        if (equals >= 0)
        {
            values.Add(text[(equals + 1)..]);
        }

        if (written.Contains(CommandToken.Hole, StringComparison.Ordinal))
        {
            _gap ??= new UnknownValueException(token.Place, "holds arguments that are not known here");
            return at;
        }

        var (name, key, isOff, attached) = Understood(written);
        if (attached is not null)
        {
            values.Add(attached);
        }

        var kind = VllmFlags.KindOf(name) ?? (isOff ? VllmFlagKind.Switch : VllmFlagKind.Value);
        if (key.Length > 0 && kind == VllmFlagKind.Switch)
        {
            kind = VllmFlagKind.Value;
        }

        var isSecret = token.Place.IsSecret;
        while (kind != VllmFlagKind.Switch && at < tokens.Count && (values.Count == 0 || (kind == VllmFlagKind.Values && equals < 0)) && IsValue(tokens[at].Text))
        {
            isSecret |= tokens[at].Place.IsSecret;
            values.Add(tokens[at++].Text);
        }

        _all.Add(new VllmArgument(name, written, values, isOff, key, token.Place) { IsSecret = isSecret });
        return at;
    }

    // A negative number is a value, another word with a hyphen is the next flag.
    private static bool IsValue(string text) => text.Length < 2 || text[0] != '-' || char.IsAsciiDigit(text[1]) || text[1] == '.';

    private static (string Name, string Key, bool IsOff, string? Attached) Understood(string written)
    {
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        var (flag, key) = dot < 0 ? (written, "") : (written[..dot], written[(dot + 1)..]);
        if (!flag.StartsWith("--", StringComparison.Ordinal))
        {
            // -O2 and -O 2 are the level; -O.key was the compilation before 0.12.
            return flag.StartsWith("-O", StringComparison.Ordinal)
                ? ("--optimization-level", key, false, flag.Length > 2 ? flag[2..] : null)
                : (VllmFlags.LongForm(flag) ?? flag, key, false, null);
        }

        var name = flag.Replace('_', '-');
        const string Off = "--no-";
        if (name.StartsWith(Off, StringComparison.Ordinal) && !VllmFlags.IsKnown(name))
        {
            return ($"--{name[Off.Length..]}", key, true, null);
        }

        // The argument parser takes the beginning of a flag for the flag.
        return (VllmFlags.IsKnown(name) || VllmFlags.FindRemoved(name) is not null || VllmFlags.NeverExisted.ContainsKey(name) ? name : VllmFlags.Abbreviated(name) ?? name, key, false, null);
    }
}
