using System.Collections.Immutable;

namespace Pulumi.Generator.TypeScript;

/// <summary>Reads a declaration file (<c>.d.ts</c>) of a published provider package, and refuses everything it does not know.</summary>
public sealed class DeclarationParser
{
    private readonly string _file;
    private readonly TokenReader _reader;
    private readonly ImmutableDictionary<string, ClassDeclaration>.Builder _classes = ImmutableDictionary.CreateBuilder<string, ClassDeclaration>();
    private readonly ImmutableDictionary<string, InterfaceDeclaration>.Builder _interfaces = ImmutableDictionary.CreateBuilder<string, InterfaceDeclaration>();
    private readonly ImmutableDictionary<string, EnumDeclaration>.Builder _enums = ImmutableDictionary.CreateBuilder<string, EnumDeclaration>();
    private readonly ImmutableHashSet<string>.Builder _imported = ImmutableHashSet.CreateBuilder<string>();

    private DeclarationParser(string file, string text)
    {
        _file = file;
        _reader = new TokenReader(file, text);
    }

    /// <summary>Reads one file.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>What it declares.</returns>
    /// <exception cref="GeneratorException">A shape that the generator does not know; names file, line and text.</exception>
    public static DeclarationFile Parse(string file, string text)
    {
        var parser = new DeclarationParser(file, text);
        while (parser._reader.Next.Kind != TokenKind.End)
        {
            parser.ReadStatement();
        }

        return new DeclarationFile(
            file, parser._classes.ToImmutable(), parser._interfaces.ToImmutable(), parser._enums.ToImmutable(), parser._imported.ToImmutable());
    }

    private void ReadStatement()
    {
        if (_reader.TakeIf("import"))
        {
            ReadImport();
            return;
        }

        var deprecated = _reader.Next.Deprecated;
        _reader.Expect("export");
        var declared = _reader.TakeIf("declare");
        var keyword = _reader.Take().Text;
        switch (keyword)
        {
            case "interface":
                ReadInterface("");
                break;
            case "class" when declared:
                ReadClass(deprecated);
                break;
            case "namespace" when declared:
                ReadNamespace("");
                break;
            case "const" when declared:
                ReadEnum();
                break;
            case "function" when declared:
            case "type" when !declared:
                _reader.SkipStatement();
                break;
            default:
                throw _reader.Unexpected($"a declaration after '{keyword}'");
        }
    }

    private void ReadImport()
    {
        if (_reader.TakeIf("*"))
        {
            _reader.Expect("as");
            _reader.Expect(TokenKind.Name);
        }
        else
        {
            _reader.Expect("{");
            do
            {
                _imported.Add(_reader.Expect(TokenKind.Name).Text);
            }
            while (_reader.TakeIf(","));
            _reader.Expect("}");
        }

        _reader.Expect("from");
        _reader.Expect(TokenKind.Text);
        _reader.Expect(";");
    }

    private void ReadNamespace(string outer)
    {
        var name = outer + _reader.Expect(TokenKind.Name).Text + ".";
        _reader.Expect("{");
        while (!_reader.TakeIf("}"))
        {
            if (_reader.TakeIf("namespace"))
            {
                ReadNamespace(name);
            }
            else if (_reader.TakeIf("interface"))
            {
                ReadInterface(name);
            }
            else
            {
                // Only the functions that fill defaults stand among the interfaces; the scripts hold what they do.
                _reader.Expect("function");
                _reader.SkipStatement();
            }
        }
    }

    private void ReadInterface(string outer)
    {
        var name = outer + _reader.Expect(TokenKind.Name).Text;
        var members = ImmutableArray.CreateBuilder<MemberDeclaration>();
        _reader.Expect("{");
        while (!_reader.TakeIf("}"))
        {
            members.Add(ReadMember());
        }

        if (!_interfaces.TryAdd(name, new InterfaceDeclaration(name, members.ToImmutable())))
        {
            throw new GeneratorException($"{_file}: the interface '{name}' is declared twice.");
        }
    }

    private MemberDeclaration ReadMember()
    {
        var deprecated = _reader.Next.Deprecated;
        _reader.TakeIf("readonly");
        var name = _reader.Next.Kind == TokenKind.Text ? _reader.Take().Text : _reader.Expect(TokenKind.Name).Text;
        var optional = _reader.TakeIf("?");
        _reader.Expect(":");
        var type = TypeParser.Read(_reader);
        _reader.Expect(";");
        return new MemberDeclaration(name, optional, type, deprecated);
    }

    private void ReadClass(bool deprecated)
    {
        var name = _reader.Expect(TokenKind.Name).Text;
        _reader.Expect("extends");
        if (TypeParser.Read(_reader) is not TypeNode.Named { Arguments.IsEmpty: true } baseType)
        {
            throw _reader.Unexpected("a base class");
        }

        var members = ImmutableArray.CreateBuilder<MemberDeclaration>();
        _reader.Expect("{");
        while (!_reader.TakeIf("}"))
        {
            // Properties are all readonly; the rest (get, isInstance, constructor, methods) the scripts describe better.
            if (_reader.Is("readonly"))
            {
                members.Add(ReadMember());
            }
            else
            {
                _reader.SkipStatement();
            }
        }

        _classes.Add(name, new ClassDeclaration(name, baseType.Name, members.ToImmutable(), deprecated));
    }

    private void ReadEnum()
    {
        var name = _reader.Expect(TokenKind.Name).Text;
        var members = ImmutableArray.CreateBuilder<(string, string)>();
        _reader.Expect(":", "{");
        while (!_reader.TakeIf("}"))
        {
            _reader.Expect("readonly");
            var member = _reader.Expect(TokenKind.Name).Text;
            _reader.Expect(":");
            members.Add((member, _reader.Expect(TokenKind.Text).Text));
            _reader.Expect(";");
        }

        _reader.Expect(";");
        _enums.Add(name, new EnumDeclaration(name, members.ToImmutable()));
    }
}
