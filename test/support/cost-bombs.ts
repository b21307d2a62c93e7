/** Generates small documents that ask for very much, from a schema: pages within pages, aliases, fragments, types of unions. */
import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** A document, and the reason for which it is refused. */
export interface CostBomb {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly reason: "NODES" | "ABSTRACT_FIELDS" | "DOCUMENT" | "SELECTIONS";
}

/** A page of a type that an object has. */
interface Step {
  readonly field: string;
  readonly node: GraphQLObjectType;
  /** `nodes`, or `edges` with the node below. */
  readonly wrap: (inner: string) => string;
}

const isFree = (field: GraphQLField<unknown, unknown>): boolean =>
  field.args.every((argument) => !isRequiredArgument(argument) || argument.name === "first");

/** Pages that need no argument but `first`. */
const pagesOf = (type: GraphQLObjectType): Step[] =>
  Object.values(type.getFields()).flatMap((field) => {
    const connection = getNamedType(field.type);
    if (!isFree(field) || !field.args.some(({ name }) => name === "first") || !isObjectType(connection)) return [];
    const node = getNamedType(connection.getFields()["nodes"]?.type ?? field.type);
    return isObjectType(node) && node !== connection
      ? [{ field: field.name, node, wrap: (inner: string) => `nodes { ${inner} }` }]
      : [];
  });

/** Single objects of an object, which lead on. */
const linksOf = (type: GraphQLObjectType): Step[] =>
  Object.values(type.getFields()).flatMap((field) => {
    const node = getNamedType(field.type);
    return isObjectType(node) && isFree(field) && pagesOf(node).length > 0
      ? [{ field: field.name, node, wrap: (inner: string) => inner }]
      : [];
  });

const page = ({ field, wrap }: Step, inner: string, first = "100"): string =>
  `${field}(first: ${first}) { ${wrap(inner)} }`;

/** Ways down from a root: three pages within each other, with a link between them where a type has no page itself. */
const waysDown = (type: GraphQLObjectType, pages: number, most: number): Step[][] => {
  if (pages === 0) return [[]];
  const direct = pagesOf(type).map((step) => [step]);
  const ways =
    direct.length > 0 ? direct : linksOf(type).flatMap((link) => pagesOf(link.node).map((step) => [link, step]));
  const found: Step[][] = [];
  for (const way of ways)
    for (const below of waysDown(way.at(-1)!.node, pages - 1, 3)) {
      found.push([...way, ...below]);
      if (found.length >= most) return found;
    }
  return found;
};

const written = (way: readonly Step[], write = page, leaf = "__typename"): string =>
  way.reduceRight((inner, step) => (step.wrap("") === "" ? `${step.field} { ${inner} }` : write(step, inner)), leaf);

/** Levels of a document that has no fragments. */
const depthOf = (text: string): number => {
  let [depth, deepest] = [0, 0];
  for (const character of text) {
    if (character === "{") deepest = Math.max(deepest, ++depth);
    if (character === "}") depth -= 1;
  }
  return deepest;
};

/** Bombs by kind; those that are refused for their depth alone are left out. */
export const costBombs = (schema: GraphQLSchema): Record<string, readonly CostBomb[]> => {
  const query = schema.getQueryType()!;
  const roots = pagesOf(query);
  const perRoot = roots.flatMap((root) => waysDown(root.node, 2, 4).map((below) => [root, ...below]));
  const bombs = (texts: readonly string[], reason: CostBomb["reason"] = "NODES"): CostBomb[] =>
    texts.filter((text) => depthOf(text) <= 10).map((text) => ({ query: text, reason }));
  return {
    "pages within pages": bombs(perRoot.map((way) => `{ ${written(way)} }`)),
    "pages within pages by edges": bombs(
      perRoot.map(
        (way) => `{ ${written(way, (step, inner) => `${step.field}(first: 100) { edges { node { ${inner} } } }`)} }`,
      ),
    ),
    "pages whose length is a variable": bombs(
      perRoot.map((way) => `query ($n: Int!) { ${written(way, (step, inner) => page(step, inner, "$n"))} }`),
    ).map((bomb) => ({ ...bomb, variables: { n: 100 } })),
    "pages whose length is a variable's default": bombs(
      perRoot.map((way) => `query ($n: Int! = 100) { ${written(way, (step, inner) => page(step, inner, "$n"))} }`),
    ),
    "pages in fragments": bombs(
      perRoot.map((way) => {
        const [first, ...rest] = way;
        return `{ ${page(first!, "...f")} } fragment f on ${first!.node.name} { ${written(rest)} }`;
      }),
    ),
    "two pages within each other, under aliases": bombs(
      roots.flatMap((root) =>
        waysDown(root.node, 1, 1).map(
          (below) =>
            `{ a: ${page(root, written(below))} b: ${page(root, written(below))} c: ${page(root, written(below))} }`,
        ),
      ),
    ),
    "the nodes of a page under aliases": bombs(
      roots.flatMap((root) =>
        waysDown(root.node, 1, 1).map(
          (below) =>
            `{ ${root.field}(first: 100) { a: nodes { ${written(below)} } b: nodes { ${written(below)} } c: nodes { ${written(below)} } } }`,
        ),
      ),
    ),
    "one huge page": bombs(roots.map((root) => `{ ${page(root, "__typename", "2147483647")} }`)),
    "pages in the types of a union": bombs(unionBombs(schema, query)),
    "a text beyond the limit": bombs([`{ me { kind } } #${"x".repeat(17_000)}`], "DOCUMENT"),
  };
};

/** Below two pages stands a union, each of whose members asks for a page. */
const unionBombs = (schema: GraphQLSchema, query: GraphQLObjectType): string[] =>
  pagesOf(query).flatMap((root) =>
    waysDown(root.node, 1, 50).flatMap((below) =>
      Object.values(below.at(-1)!.node.getFields()).flatMap((field) => {
        const union = getNamedType(field.type);
        if (!isUnionType(union) || !isFree(field)) return [];
        const members = schema
          .getPossibleTypes(union)
          .flatMap((member, index) =>
            waysDown(member, 1, 1).map((way) => `... on ${member.name} { a${index}: ${written(way)} }`),
          );
        return [`{ ${page(root, written(below, page, `${field.name} { ${members.join(" ")} }`))} }`];
      }),
    ),
  );
