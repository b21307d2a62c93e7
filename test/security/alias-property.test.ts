/** Every entity of the supergraph: a client that calls any field by the name of a key or of a required field gets what it gets without. */
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { entitiesOf, type Entity, type EntityField, type EntityWay } from "../support/entity-aliases.js";
import { startStack, type TestStack } from "../support/stack.js";
import { pathOf, rowsAt, within, type Row, type Way } from "../support/ways.js";

const ENTITIES = entitiesOf(
  readFileSync(projectPath("schema/supergraph.graphql"), "utf8"),
  buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8")),
);

const TYPENAME: EntityField = { name: "__typename", services: [], requires: [], text: "__typename" };

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** Data of an answer without errors; undefined where the document has more list items than are allowed. */
const dataOf = async (way: Way, query: string): Promise<unknown> => {
  const viewer = pathOf(way)[0] === "me" ? "citizen-1" : "supervisor-1";
  const { body } = await stack.ask(`{ ${query} }`, { viewer });
  if (body.errors?.[0]?.extensions["reason"] === "NODES") return undefined;
  expect([query, body.errors]).toEqual([query, undefined]);
  return body.data;
};

const inParts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const isThere = (row: Row): boolean => Object.keys(row).length > 0;
const hasValue = (rows: readonly Row[], name: string): boolean =>
  rows.some((row) => row[name] !== null && row[name] !== undefined);

/** The rows of a way with all fields under their own names; undefined where it leads to none. */
const unaliased = async ({ fields }: Entity, way: Way): Promise<readonly Row[] | undefined> => {
  let rows: Row[] | undefined;
  for (const part of inParts([TYPENAME, ...fields], 10)) {
    const data = await dataOf(way, within(way, part.map(({ text }) => text).join(" ")));
    const found = rowsAt(data, pathOf(way));
    if (!found.some(isThere)) return undefined;
    rows = found.map((row, index) => ({ ...rows?.[index], ...row }));
  }
  return rows;
};

/** What a way leads to, and the fields of other services that are asked beside each alias. */
interface Known {
  readonly entity: Entity;
  readonly from: EntityWay;
  readonly rows: readonly Row[];
  readonly hops: readonly EntityField[];
}

/** Ways from two services to the entity, if there are two: the shortest on which most of its keys and required fields have a value. */
const knownOf = async (entity: Entity): Promise<Known[]> => {
  const { inputs, ways } = entity;
  const best = new Map<string, { readonly known: Known; readonly values: number }>();
  for (const from of ways) {
    const most = best.get(from.service)?.values ?? 0;
    if (most === inputs.length) continue;
    const found = rowsAt(await dataOf(from.way, within(from.way, inputs.join(" "))), pathOf(from.way));
    const values = inputs.filter((name) => hasValue(found, name)).length;
    if (values <= most) continue;
    const rows = await unaliased(entity, from.way);
    if (rows) best.set(from.service, { values, known: { entity, from, rows, hops: hopsOf(entity, from, rows) } });
  }
  return [...best.values()]
    .sort((one, other) => other.values - one.values)
    .slice(0, 2)
    .map(({ known }) => known);
};

/** Services that give something of the entity which is no key. */
const givers = ({ fields, inputs }: Entity): string[] => [
  ...new Set(fields.filter(({ name }) => !inputs.includes(name)).flatMap(({ services }) => services)),
];

/** One field with a value of each other service, and all fields that require others. */
const hopsOf = (entity: Entity, from: EntityWay, rows: readonly Row[]): EntityField[] => {
  const own = entity.fields.filter(({ name }) => !entity.inputs.includes(name));
  const one = givers(entity).flatMap(
    (service) =>
      own.find((field) => service !== from.service && field.services.includes(service) && hasValue(rows, field.name)) ??
      [],
  );
  return [...new Set([...one, ...own.filter(({ requires }) => requires.length > 0)])];
};

/** The name of a key or required field, and the field that the client calls so. */
interface Question {
  readonly alias: string;
  readonly field: EntityField;
}

const questionsOf = ({ inputs, fields }: Entity): Question[] =>
  [...inputs, TYPENAME.name].flatMap((alias) =>
    [TYPENAME, ...fields].filter(({ name }) => name !== alias).map((field) => ({ alias, field })),
  );

/** Asks questions about the same objects in one document, each below an alias of the last step of the way. */
const answersTo = async (
  questions: readonly Question[],
  { from: { way }, hops }: Known,
): Promise<(readonly Row[])[]> => {
  const last = way.findLastIndex((step) => !step.startsWith("..."));
  const asked = questions.map(({ alias, field }, index) => {
    const beside = hops.filter(({ name }) => name !== alias).map(({ text }) => text);
    return within(
      [`q${index}: ${way[last]!}`, ...way.slice(last + 1)],
      [`${alias}: ${field.text}`, ...beside].join(" "),
    );
  });
  const data = await dataOf(way, within(way.slice(0, last), asked.join(" ")));
  if (data !== undefined)
    return questions.map((_question, index) => rowsAt(data, [...pathOf(way).slice(0, -1), `q${index}`]));
  const half = Math.ceil(questions.length / 2);
  if (half === questions.length) throw new Error(`One question alone has too many list items: ${asked.join(" ")}`);
  const known = { from: { way }, hops } as Known;
  return [...(await answersTo(questions.slice(0, half), known)), ...(await answersTo(questions.slice(half), known))];
};

const expectedOf = ({ alias, field }: Question, { rows, hops }: Known): Row[] =>
  rows.map((row) =>
    isThere(row)
      ? Object.fromEntries([
          [alias, row[field.name]],
          ...hops.filter(({ name }) => name !== alias).map(({ name }) => [name, row[name]]),
        ])
      : {},
  );

describe("the entities of the supergraph", () => {
  const known: Known[] = [];
  beforeAll(async () => {
    for (const entity of ENTITIES) known.push(...(await knownOf(entity)));
  }, 300_000);

  it("are all reached, from two services where two lead to them", () => {
    const found = ENTITIES.map(({ name, ways }) => {
      const leading = new Set(ways.map(({ service }) => service)).size;
      const reached = new Set(known.filter(({ entity }) => entity.name === name).map(({ from }) => from.service)).size;
      return { name, leading: Math.min(2, leading), reached };
    });
    expect(found.filter(({ leading, reached }) => reached < leading)).toEqual([]);
    expect(found.length).toBeGreaterThan(25);
    expect(found.filter(({ reached }) => reached === 2).length).toBeGreaterThan(5);
  });

  it("have a value of every other service beside the alias, and of every field that requires others", () => {
    const without = known.flatMap(({ entity, from, hops }) =>
      givers(entity)
        .filter((service) => service !== from.service && !hops.some(({ services }) => services.includes(service)))
        .map((service) => `${service} of ${entity.name} from ${from.service}`),
    );
    expect(without).toEqual([]);
    const requiring = ENTITIES.flatMap(({ name, fields }) =>
      fields.filter(({ requires }) => requires.length > 0).map((field) => [name, field.name] as const),
    );
    const never = requiring.filter(
      ([type, field]) => !known.some(({ entity, rows }) => entity.name === type && hasValue(rows, field)),
    );
    expect(requiring.length).toBeGreaterThan(5);
    expect(never).toEqual([]);
  });

  it("answer the same whatever field has the name of a key or of a required one", async () => {
    const counts = { questions: 0, withValue: 0, hops: 0 };
    for (const each of known) {
      const size = pathOf(each.from.way).length === 1 ? 5 : 7;
      for (const questions of inParts(questionsOf(each.entity), size)) {
        const answers = await answersTo(questions, each);
        for (const [index, question] of questions.entries()) {
          const { alias, field } = question;
          const told = `${each.entity.name} by ${each.from.way.join(" ")}, ${alias}: ${field.name}`;
          expect([told, answers[index]]).toEqual([told, expectedOf(question, each)]);
          counts.questions += 1;
          counts.withValue += hasValue(each.rows, field.name) ? 1 : 0;
          counts.hops += each.hops.filter(({ name }) => hasValue(each.rows, name)).length;
        }
      }
    }
    expect(counts).toEqual({ questions: 0, withValue: 0, hops: 0 });
  }, 600_000);
});
