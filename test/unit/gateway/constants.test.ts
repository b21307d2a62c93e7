/** Values that a document writes out become variables: documents that differ by them alone are planned once, and services read the same. */
import {
  buildSchema,
  parse,
  print,
  valueFromAST,
  type GraphQLSchema,
  type ValueNode,
  parseValue,
  coerceInputValue,
} from "graphql";
import { AS_WRITTEN, constantOf } from "../../../gateway/document/constants.js";
import { compileDocument, engineVariables } from "../../../gateway/document/compile.js";
import { createRuleIndex } from "../../../gateway/disclosure/rule-index.js";
import { NOTHING_CLOSED } from "../../support/fixture-gateway.js";

const SCHEMA: GraphQLSchema = buildSchema(`
  scalar Decimal
  enum Kind { GOOD BAD }
  input Where { id: ID kind: Kind! tags: [String!] least: Float inner: Where money: Decimal }
  type Query { node(id: ID, first: Int, kinds: [Kind!], where: Where, least: Float, is: Boolean, money: Decimal, text: String): Node }
  type Node { id: ID! next(first: Int): Node }
`);

const FIELD = SCHEMA.getQueryType()!.getFields()["node"]!;

const typeOf = (argument: string) => FIELD.args.find(({ name }) => name === argument)!.type;

describe("a value that is written out", () => {
  it.each([
    ["text", `"a \\u00e9 \\" b"`],
    ["text", `"""block\n  text"""`],
    ["id", `"7"`],
    ["id", `12345678901234567890`],
    ["first", `-2147483648`],
    ["least", `3`],
    ["least", `1.5e3`],
    ["is", `true`],
    ["kinds", `[GOOD, BAD]`],
    ["kinds", `GOOD`],
    ["kinds", `[]`],
    ["where", `{ kind: GOOD, tags: "one", inner: { kind: BAD, least: 2, id: 5 } }`],
    ["where", `{ kind: GOOD, tags: ["a", "b"], money: "0.10" }`],
    ["money", `"0.10"`],
    ["money", `null`],
  ])("for %s, %s, is read from a variable as from the document", (argument, text) => {
    const type = typeOf(argument);
    const node = parseValue(text);
    const sent = JSON.parse(JSON.stringify(constantOf(node, type))) as unknown;
    expect(coerceInputValue(sent, type)).toEqual(valueFromAST(node, type));
  });

  it.each([
    ["first", `$n`],
    ["where", `{ kind: $kind }`],
    ["kinds", `[GOOD, $kind]`],
    // A scalar of our own may go by the digits, of which a number of JSON has not all.
    ["money", `0.10`],
    ["money", `12345678901234567890`],
    ["where", `{ kind: GOOD, money: 0.10 }`],
  ])("stays where it stands: for %s, %s", (argument, text) => {
    expect(constantOf(parseValue(text) as ValueNode, typeOf(argument))).toBe(AS_WRITTEN);
  });
});

describe("a document", () => {
  const compile = (query: string) =>
    compileDocument(parse(query), {
      schema: SCHEMA,
      rules: createRuleIndex(NOTHING_CLOSED, SCHEMA),
      isDenied: () => false,
      variables: {},
    });
  const planned = (query: string): string => print(compile(query).document!);

  it("is planned as another that differs by values and names alone", () => {
    const one = `query A { node(id: "1", first: 2) { next(first: 5) { id } } }`;
    const other = `query B { node(id: "2", first: 9) { next(first: 7) { id } } }`;
    expect(planned(other)).toBe(planned(one));
    expect(planned(one)).not.toContain('"1"');
    expect(engineVariables(compile(other), {})).toEqual({ c0: "2", c1: 9, c2: 7 });
  });

  it("merges parts of one name with equal values, and keeps what client's variables are called apart", () => {
    const query = `query ($c0: Int) { node(id: "1") { id } node(id: "1") { next(first: $c0) { id } } other: node(first: $c0) { id } }`;
    const compiled = compile(query);
    expect(engineVariables(compiled, { c0: 3 })).toEqual({ c0: "1", v0: 3 });
    expect(engineVariables(compiled, {})).toEqual({ c0: "1" });
    expect(print(compiled.document!).match(/gg_0: node\(id: \$c0\)/g)).toHaveLength(2);
  });

  it("takes equal values of two types for two", () => {
    expect(engineVariables(compile(`{ node(id: "1", text: "1") { id } }`), {})).toEqual({ c0: "1", c1: "1" });
  });
});
