using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Tests.TypeScript;

public sealed class DeclarationParserTests
{
    [Fact]
    public void Reads_interfaces_with_the_namespaces_around_them()
    {
        var file = DeclarationParser.Parse("a.d.ts", """
            import * as inputs from "../types/input";
            export interface Root { "a-b": string; }
            export declare namespace core {
                namespace v1 {
                    interface Pod { name?: pulumi.Input<string | undefined>; }
                    function podProvideDefaults(val: Pod): Pod;
                }
            }
            """);
        Assert.Equal(["Root", "core.v1.Pod"], file.Interfaces.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("a-b", false), (file.Interfaces["Root"].Members[0].Name, file.Interfaces["Root"].Members[0].Optional));
        Assert.Equal(("name", true), (file.Interfaces["core.v1.Pod"].Members[0].Name, file.Interfaces["core.v1.Pod"].Members[0].Optional));
    }

    [Fact]
    public void Reads_the_outputs_of_a_class_and_skips_its_functions()
    {
        var file = DeclarationParser.Parse("a.d.ts", """
            export declare class Pod extends pulumi.CustomResource {
                static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Pod;
                static isInstance(obj: any): obj is Pod;
                /** @deprecated use kind */
                readonly apiVersion: pulumi.Output<"v1">;
                readonly kind: pulumi.Output<"Pod">;
                constructor(name: string, args?: PodArgs, opts?: pulumi.CustomResourceOptions);
            }
            """);
        Assert.Equal("pulumi.CustomResource", file.Classes["Pod"].Base);
        Assert.Equal([("apiVersion", true), ("kind", false)], file.Classes["Pod"].Members.Select(member => (member.Name, member.Deprecated)));
    }

    [Fact]
    public void Reads_enumerations_and_named_imports()
    {
        var file = DeclarationParser.Parse("a.d.ts", """
            import { Role, User } from "./index";
            export declare const Kind: { readonly A: "a"; readonly B_1: "b.1"; };
            export type Kind = (typeof Kind)[keyof typeof Kind];
            """);
        Assert.Equal([("A", "a"), ("B_1", "b.1")], file.Enums["Kind"].Members.AsEnumerable());
        Assert.Equal(["Role", "User"], file.ImportedResources.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("export enum A { }", "a.d.ts:1: expected a declaration after 'enum', found 'A'; the generator knows only the shapes that pulumi-language-nodejs writes.")]
    [InlineData("export interface A extends B { }", "a.d.ts:1: expected '{', found 'extends'; the generator knows only the shapes that pulumi-language-nodejs writes.")]
    [InlineData("export interface A {\n  name(): string;\n}", "a.d.ts:2: expected ':', found '('; the generator knows only the shapes that pulumi-language-nodejs writes.")]
    [InlineData("export interface A { }\nexport interface A { }", "a.d.ts: the interface 'A' is declared twice.")]
    [InlineData("const a = 1;", "a.d.ts:1: expected 'export', found 'const'; the generator knows only the shapes that pulumi-language-nodejs writes.")]
    public void Rejects_what_it_does_not_know(string text, string message)
    {
        var error = Assert.Throws<GeneratorException>(() => DeclarationParser.Parse("a.d.ts", text));
        Assert.Equal(message, error.Message);
    }
}
