using System.Text;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>
/// Splits what follows <c>sh -c</c> into simple commands, as far as command lines of servers need it: quotes, escapes, line continuations, comments, separators,
/// redirections, variables. What a shell would have to run is a hole.
/// </summary>
internal sealed class ShellScript
{
    /// <summary>Longest word that is built, in characters: variables that hold each other would grow without end.</summary>
    private const int LongestWord = 1 << 16;

    private readonly string _text;
    private readonly Property _place;
    private readonly Func<string, string?> _variable;
    private readonly Dictionary<string, string> _assigned = new(StringComparer.Ordinal);
    private readonly List<List<CommandToken>> _commands = [[]];
    private readonly StringBuilder _word = new();
    private bool _inWord;
    private int _at;

    private ShellScript(string text, Property place, Func<string, string?> variable)
    {
        _text = text;
        _place = place;
        _variable = variable;
    }

    /// <summary>Variables that the script sets, with the values that they have in the end.</summary>
    public IReadOnlyDictionary<string, string> Assigned => _assigned;

    /// <summary>The commands, each as its words.</summary>
    public IReadOnlyList<IReadOnlyList<CommandToken>> Commands => _commands;

    /// <summary>Reads a script.</summary>
    /// <param name="text">The script; it may have holes.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="variable">Value of an environment variable; null when it is not known.</param>
    public static ShellScript Read(string text, Property place, Func<string, string?> variable)
    {
        var script = new ShellScript(text, place, variable);
        script.Read();
        return script;
    }

    private void Read()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            switch (c)
            {
                case ' ' or '\t' or '\r':
                    EndWord();
                    break;
                case '\n' or ';' or '|' or '&' or '(' or ')':
                    EndCommand();
                    break;
                case '#' when !_inWord:
                    SkipTo('\n');
                    break;
                case '>' or '<':
                    Redirection();
                    break;
                case '\\' when _at < _text.Length:
                    Escape();
                    break;
                case '\'':
                    SingleQuoted();
                    break;
                case '"':
                    DoubleQuoted();
                    break;
                case '$':
                    Variable(quoted: false);
                    break;
                case '`':
                    SkipTo('`');
                    Add(CommandToken.Hole);
                    break;
                default:
                    Add(c);
                    break;
            }
        }

        EndCommand();
    }

    private void Add(char c)
    {
        _inWord = true;
        _word.Append(c);
    }

    private void Add(string text)
    {
        _inWord = true;
        _word.Append(text);
    }

    // A line that ends in a backslash goes on in the next one.
    private void Escape()
    {
        var c = _text[_at++];
        if (c == '\r' && _at < _text.Length && _text[_at] == '\n')
        {
            c = _text[_at++];
        }

        if (c != '\n')
        {
            Add(c);
        }
    }

    private void SingleQuoted()
    {
        var end = _text.IndexOf('\'', _at);
        end = end < 0 ? _text.Length : end;
        Add(_text[_at..end]);
        _at = Math.Min(_text.Length, end + 1);
    }

    private void DoubleQuoted()
    {
        _inWord = true;
        while (_at < _text.Length && _text[_at] != '"')
        {
            var c = _text[_at++];
            if (c == '\\' && _at < _text.Length && _text[_at] is '"' or '\\' or '$' or '`' or '\n')
            {
                Escape();
            }
            else if (c == '$')
            {
                Variable(quoted: true);
            }
            else if (c == '`')
            {
                SkipTo('`');
                Add(CommandToken.Hole);
            }
            else
            {
                Add(c);
            }
        }

        _at++;
    }

    // $NAME, ${NAME}, ${NAME:-otherwise}, $(command).
    private void Variable(bool quoted)
    {
        if (_at >= _text.Length)
        {
            Add('$');
            return;
        }

        string name;
        if (_text[_at] == '{')
        {
            var end = _text.IndexOf('}', _at);
            end = end < 0 ? _text.Length - 1 : end;
            name = _text[(_at + 1)..end];
            _at = end + 1;
        }
        else if (_text[_at] == '(')
        {
            SkipParentheses();
            name = "";
        }
        else
        {
            var start = _at;
            while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            {
                _at++;
            }

            name = _text[start.._at];
            if (name.Length == 0 && _text[_at] is '@' or '*' or '#' or '?' or '$' or '!')
            {
                _at++;
            }
        }

        if (Value(name) is not { } value || _word.Length + value.Length > LongestWord)
        {
            Add(CommandToken.Hole);
        }
        else if (quoted)
        {
            Add(value);
        }
        else
        {
            Split(value);
        }
    }

    // A variable without quotes becomes as many words as it has.
    private void Split(string value)
    {
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c))
            {
                EndWord();
            }
            else
            {
                Add(c);
            }
        }
    }

    private string? Value(string name)
    {
        var otherwise = name.IndexOf(":-", StringComparison.Ordinal);
        var plain = otherwise < 0 ? name : name[..otherwise];
        return _assigned.TryGetValue(plain, out var value) ? value : _variable(plain);
    }

    private void SkipParentheses()
    {
        var depth = 0;
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
            {
                return;
            }
        }
    }

    private void SkipTo(char c)
    {
        var end = _text.IndexOf(c, _at);
        _at = end < 0 ? _text.Length : c == '\n' ? end : end + 1;
    }

    // The number before and the file behind are no words of the command.
    private void Redirection()
    {
        if (_inWord && _word.Length == 1 && char.IsAsciiDigit(_word[0]))
        {
            _word.Clear();
            _inWord = false;
        }

        EndWord();
        while (_at < _text.Length && _text[_at] is '>' or '<' or '&' or ' ')
        {
            _at++;
        }

        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not (';' or '&' or '|'))
        {
            _at++;
        }
    }

    private void EndWord()
    {
        if (!_inWord)
        {
            return;
        }

        var word = _word.ToString();
        _word.Clear();
        _inWord = false;
        var command = _commands[^1];
        if (word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && IsName(word[..equals]) && command.TrueForAll(t => t.Text is "export" or "env"))
        {
            _assigned[word[..equals]] = word[(equals + 1)..];
            return;
        }

        command.Add(new CommandToken(word, _place));
    }

    private void EndCommand()
    {
        EndWord();
        if (_commands[^1].Count > 0)
        {
            _commands.Add([]);
        }
    }

    private static bool IsName(string text) => !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
