/** Pruning and shaping together give what a schema gives in which every denied field is null: for all documents. */
import fc from "fast-check";
import {
  buildSchema,
  defaultFieldResolver,
  executeSync,
  isAbstractType,
  isCompositeType,
  getNamedType,
  isObjectType,
  parse,
  print,
  validate,
  type DocumentNode,
  type GraphQLCompositeType,
} from "graphql";
import { compileDocument, engineVariables, type CompiledDocument } from "../../../gateway/document/compile.js";
import { createRuleIndex } from "../../../gateway/disclosure/rule-index.js";
import { shapeAnswer } from "../../../gateway/answer/shape.js";
import type { FieldRule, PolicyTable } from "../../../platform/disclosure/table/index.js";

const SCHEMA = buildSchema(`
  type Query { root: Root! maybe: A node: Node }
  type Mutation { touch: A }
  type Root { a: A! list: [A!]! sparse: [A] node: Node nodes: [Node!] either: [Either] open: String closed: String hard: String! }
  interface Node { id: ID! open: String closed: String peer: Node }
  type A implements Node { id: ID! open: String closed: String peer: Node hard: String! b: B bs: [B!]! }
  type B implements Node { id: ID! open: String closed: String peer: Node a: A! secret: Int }
  union Either = A | B
`);

/** What closed fields give in the execution under way. */
let closedFields: { readonly names: readonly string[]; readonly value: () => unknown } = {
  names: [],
  value: () => null,
};
for (const type of Object.values(SCHEMA.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith("__")) continue;
  for (const field of Object.values(type.getFields()))
    field.resolve = (source, args, context, info) =>
      closedFields.names.includes(`${type.name}.${field.name}`)
        ? closedFields.value()
        : defaultFieldResolver(source, args, context, info);
}

const execute = (
  document: DocumentNode,
  names: readonly string[],
  value: () => unknown,
  variableValues: Record<string, unknown>,
): Record<string, unknown> | null => {
  closedFields = { names, value };
  return executeSync({ schema: SCHEMA, document, rootValue: VALUES, variableValues }).data as Record<
    string,
    unknown
  > | null;
};

const A = {
  __typename: "A",
  id: "a",
  open: "open",
  closed: "closed",
  hard: "hard",
  peer: () => B,
  b: () => B,
  bs: () => [B, B],
};
const B: object = { __typename: "B", id: "b", open: "open", closed: "closed", peer: () => A, a: () => A, secret: 7 };
const VALUES = {
  root: {
    a: A,
    list: [A, A],
    sparse: [A, null, A],
    node: B,
    nodes: [A, B],
    either: [B, A, null],
    open: "open",
    closed: "closed",
    hard: "hard",
  },
  maybe: A,
  node: A,
  touch: A,
};

const CLOSABLE = [
  "Root.closed",
  "Root.hard",
  "Root.node",
  "A.closed",
  "A.hard",
  "A.b",
  "A.peer",
  "B.closed",
  "B.secret",
  "B.a",
];

const rule = (name: string): FieldRule => {
  const [type = "", field = ""] = name.split(".");
  return { subgraph: "s", type, field, tier: ["NEVER"], reason: "INTERNAL_AFFAIRS", basis: "x" };
};

const tableOf = (names: readonly string[]): PolicyTable =>
  ({ fields: names.map(rule), records: {}, subgraphs: {}, bases: {} }) as unknown as PolicyTable;

const compile = (query: string, closed: readonly string[], variables: Record<string, unknown>): CompiledDocument =>
  compileDocument(parse(query), {
    schema: SCHEMA,
    rules: createRuleIndex(tableOf(closed), SCHEMA),
    isDenied: () => true,
    variables: { given: true, ...variables },
  });

/** What a gateway answers: an engine that merges nothing wrong, and the shaping pass. */
const answer = (query: string, closed: readonly string[], variables: Record<string, unknown> = {}) => {
  const compiled = compile(query, closed, variables);
  const asked: string[] = [];
  const undecided: string[] = [];
  const leak = (): string => `LEAK ${asked.push("a closed field")}`;
  const renamed = engineVariables(compiled, variables);
  const note = (path: readonly (string | number)[]): void => void undecided.push(path.join("."));
  const shaped = shapeAnswer({
    shape: compiled.shape,
    rootType: compiled.operation.operation === "query" ? "Query" : "Mutation",
    data: (compiled.document && execute(compiled.document, closed, leak, renamed)) ?? {},
    introspection: {},
    undecided: { missing: note, invalid: note },
  });
  return {
    data: JSON.stringify(shaped.data),
    counts: [...shaped.counts].map(
      ([
        {
          path,
          rule: { type, field },
        },
        count,
      ]) => `${path.join(".")} ${type}.${field} ${count}`,
    ),
    asked,
    undecided,
    document: compiled.document && print(compiled.document),
  };
};

/** Second implementation: the whole document on a schema in which denied fields are null. */
const oracle = (query: string, closed: readonly string[], variables: Record<string, unknown> = {}): string =>
  JSON.stringify(execute(parse(query), closed, () => null, variables));

/** Writes a document from a tape of numbers; what is not valid is left out by the caller. */
const write = (tape: readonly number[]): string => {
  let position = 0;
  const next = (below: number): number => (tape[position++ % tape.length] ?? 0) % below;
  const fragments: string[] = [];
  const condition = (): string =>
    [
      "",
      "",
      "",
      "",
      "@include(if: $yes)",
      "@skip(if: $no)",
      "@include(if: $no)",
      "@skip(if: true)",
      "@include(if: $given)",
    ][next(9)]!;
  const named = (type: GraphQLCompositeType): GraphQLCompositeType => {
    const types = isAbstractType(type)
      ? [type, ...SCHEMA.getPossibleTypes(type)]
      : [type, ...(type.getInterfaces() as unknown as GraphQLCompositeType[])];
    return types[next(types.length)]!;
  };
  const selectionSet = (type: GraphQLCompositeType, depth: number): string => {
    const selections = Array.from({ length: 1 + next(4) }, (): string => {
      const kind = next(8);
      if (kind === 0) return `__typename ${condition()}`;
      if (kind === 1 && depth < 5) {
        const on = named(type);
        return `... on ${on.name} ${condition()} ${selectionSet(on, depth + 1)}`;
      }
      if (kind === 2 && depth < 4) {
        const on = named(type);
        const name = `f${fragments.length}`;
        fragments.push("");
        fragments[Number(name.slice(1))] = `fragment ${name} on ${on.name} ${selectionSet(on, depth + 1)}`;
        return `...${name} ${condition()}`;
      }
      const fields = "getFields" in type ? Object.values(type.getFields()) : [];
      const field = fields[next(Math.max(1, fields.length))];
      if (!field) return "__typename";
      const result = getNamedType(field.type);
      const alias = next(4) === 0 ? `${field.name}_${next(2)}: ` : "";
      if (!isCompositeType(result)) return `${alias}${field.name} ${condition()}`;
      return depth < 5 ? `${alias}${field.name} ${condition()} ${selectionSet(result, depth + 1)}` : "__typename";
    });
    return `{ ${selections.join(" ")} }`;
  };
  const root = selectionSet(SCHEMA.getType("Root") as GraphQLCompositeType, 1);
  return `query($yes: Boolean!, $no: Boolean!, $given: Boolean = true) { root ${root} } ${fragments.join(" ")}`;
};

describe("pruning and shaping", () => {
  it("answer as if denied fields were null, and ask for none of them", () => {
    let [compared, pruned] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000), { minLength: 60, maxLength: 200 }),
        fc.subarray(CLOSABLE),
        fc.boolean(),
        (tape, closed, given) => {
          const query = write(tape);
          fc.pre(validate(SCHEMA, parse(query)).length === 0);
          const variables = { yes: true, no: false, ...(given ? {} : { given: false }) };
          const { data, asked, document } = answer(query, closed, variables);
          compared += 1;
          if (document !== print(parse(query))) pruned += 1;
          expect(asked).toEqual([]);
          expect(data).toBe(oracle(query, closed, variables));
        },
      ),
      { numRuns: 600, seed: 20_261_125 },
    );
    // The property is not about nothing.
    expect(compared).toBeGreaterThan(400);
    expect(pruned).toBeGreaterThan(200);
  });

  it.each([
    "{ root { sparse { hard } sparse { id } } }",
    "{ root { ... on Root { sparse { hard } } ... on Root { sparse { id } } } }",
    "{ root { sparse { hard @include(if: true) } ... F } } fragment F on Root { sparse { id } }",
  ])("leave a place null that another part of the same key has made null: %s", (query) => {
    expect(answer(query, ["A.hard"]).data).toBe('{"root":{"sparse":[null,null,null]}}');
  });

  it("let a null that may not be bubble to the next place where it may", () => {
    expect(answer(`{ root { open list { open hard } } }`, ["A.hard"]).data).toBe("null");
    expect(answer(`{ root { open sparse { open hard } } }`, ["A.hard"]).data).toBe(
      `{"root":{"open":"open","sparse":[null,null,null]}}`,
    );
    expect(answer(`{ maybe { open b { a { hard } } } }`, ["A.hard"]).data).toBe(`{"maybe":{"open":"open","b":null}}`);
  });

  it("count a withheld field once for each null that stands for it", () => {
    expect(
      answer(`{ root { list { closed bs { closed } } sparse { x: closed } } }`, ["A.closed", "B.closed"]).counts,
    ).toEqual(["root.list.@.closed A.closed 2", "root.list.@.bs.@.closed B.closed 4", "root.sparse.@.x A.closed 2"]);
    expect(answer(`{ root { list { closed id closed } } }`, ["A.closed"]).counts).toEqual([
      "root.list.@.closed A.closed 2",
    ]);
  });

  it("name the rule of the type that is there, where types differ", () => {
    const both = answer(`{ root { nodes { id closed } either { ... on Node { closed } } } }`, ["A.closed", "B.closed"]);
    expect(both.data).toBe(
      `{"root":{"nodes":[{"id":"a","closed":null},{"id":"b","closed":null}],"either":[{"closed":null},{"closed":null},null]}}`,
    );
    expect(both.counts).toEqual([
      "root.nodes.@.closed A.closed 1",
      "root.nodes.@.closed B.closed 1",
      "root.either.@.closed B.closed 1",
      "root.either.@.closed A.closed 1",
    ]);
    const one = answer(`{ root { nodes { closed } } }`, ["A.closed"]);
    expect(one.data).toBe(`{"root":{"nodes":[{"closed":null},{"closed":"closed"}]}}`);
    expect(one.document).toContain("... on B");
    expect(one.document).not.toMatch(/\.\.\. on A/);
  });

  it("do not ask a root of which all is withheld, and count it once", () => {
    const { data, document, counts } = answer(`{ maybe { closed x: b { id } } }`, ["A.closed", "A.b"]);
    expect([data, document]).toEqual([`{"maybe":null}`, undefined]);
    expect(counts).toEqual(["maybe.closed A.closed 1", "maybe.x A.b 1"]);
  });

  it("ask a root that is not null, or that has more than what is withheld", () => {
    expect(answer(`{ root { closed } }`, ["Root.closed"]).document).toMatch(/root \{\s+__typename/);
    expect(answer(`{ maybe { closed __typename } }`, ["A.closed"]).data).toBe(
      `{"maybe":{"closed":null,"__typename":"A"}}`,
    );
    expect(answer(`query($v: Boolean!) { maybe { closed @include(if: $v) } }`, ["A.closed"], { v: false }).data).toBe(
      `{"maybe":{}}`,
    );
  });

  it("run a mutation whose whole payload is withheld", () => {
    const { data, document } = answer(`mutation { touch { closed } }`, ["A.closed"]);
    expect(document).toMatch(/touch \{\s+__typename/);
    expect(data).toBe(`{"touch":{"closed":null}}`);
  });

  it("merge two selections of one key, of which one is withheld in part", () => {
    expect(answer(`{ root { a { closed } a { open } list { open } list { closed } } }`, ["A.closed"]).data).toBe(
      `{"root":{"a":{"closed":null,"open":"open"},"list":[{"open":"open","closed":null},{"open":"open","closed":null}]}}`,
    );
  });

  it("use no response key of the client's for their own", () => {
    const query = `{ root { disclosure__type: open nodes { disclosure__type_: id ... on A { closed } } } }`;
    expect(answer(query, ["A.closed"]).data).toBe(oracle(query, ["A.closed"]));
    expect(answer(query, ["A.closed"]).document).not.toContain("disclosure__");
  });
});
