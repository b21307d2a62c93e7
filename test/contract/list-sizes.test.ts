/** Lists that say how long they may be say it to clients and to the count of list items alike. */
import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, Kind, parse, type FieldDefinitionNode, type TypeNode } from "graphql";
import { measureCost } from "../../gateway/document/cost.js";
import { readCostDirectives } from "../../gateway/document/cost-directives.js";
import { PLAIN_LIST } from "../../gateway/document/list-size.js";
import { projectPath } from "../../platform/config/index.js";

const FOLDER = projectPath("schema/subgraphs");
const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
const saidIn = (description = ""): number => {
  const [, said] = /at most (\d+|a hundred)\b/.exec(description) ?? [];
  return said === "a hundred" ? 100 : Number(said ?? 0);
};
const declaredOf = ({ directives = [] }: FieldDefinitionNode): number | undefined => {
  const value = directives.find(({ name }) => name.value === "listSize")?.arguments?.[0]?.value;
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
};

const LISTS = readdirSync(FOLDER).flatMap((file) =>
  parse(readFileSync(`${FOLDER}/${file}`, "utf8")).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (definition.fields ?? [])
          .filter(
            ({ type, arguments: given = [] }) => isList(type) && !given.some(({ name }) => name.value === "first"),
          )
          .map((field) => [`${definition.name.value}.${field.name.value}`, field] as const)
      : [],
  ),
);

it("a list that is said to have more than ten items is declared to, and no other", () => {
  const said = LISTS.map(([name, field]) => [name, saidIn(field.description?.value)] as const);
  const most = said.filter(([, number]) => number > PLAIN_LIST);
  expect(most.length).toBeGreaterThan(0);
  expect(
    LISTS.flatMap(([name, field]) => (declaredOf(field) === undefined ? [] : [[name, declaredOf(field)]])),
  ).toEqual(most);
});

it("and it is counted so", () => {
  const model = {
    schema: buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8")),
    directives: readCostDirectives(readFileSync(projectPath("schema/supergraph.graphql"), "utf8")),
  };
  const document = parse("{ organizations(first: 20) { nodes { predecessors { predecessors { id } } } } }");
  expect(measureCost(document, {}, model).nodes).toBe(20 + 20 * 100 + 20 * 100 * 100);
});
