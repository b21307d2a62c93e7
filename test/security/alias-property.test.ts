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

/** What a way leads to. */
interface Known {
  readonly entity: Entity;
  readonly from: EntityWay;
  readonly rows: readonly Row[];
  /** Fields that are asked beside an alias, by the service that gives them; of each service one at a time, in turns. */
  readonly hops: ReadonlyMap<string, readonly EntityField[]>;
}

/** Ways from two services to the entity, if there are two: the shortest on which most of its keys and required fields have a value. */
const knownOf = async (entity: Entity): Promise<Known[]> => {
  const { inputs, fields, ways } = entity;
  const asked = inputs.map((input) => fields.find(({ name }) => name === input)?.text ?? input).join(" ");
  const best = new Map<string, { readonly known: Known; readonly values: number }>();
  for (const from of ways) {
    const most = best.get(from.service)?.values ?? 0;
    if (most === inputs.length) continue;
    const found = rowsAt(await dataOf(from.way, within(from.way, asked)), pathOf(from.way));
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

/** Of each service its fields that require others, else one with a value that is not the service's from which the way comes. */
const hopsOf = ({ fields, inputs }: Entity, from: EntityWay, rows: readonly Row[]): Known["hops"] => {
  const own = fields.filter(({ name }) => !inputs.includes(name) && hasValue(rows, name));
  const hops = new Map<string, readonly EntityField[]>();
  for (const service of new Set(own.flatMap(({ services }) => services))) {
    const given = own.filter(({ services }) => services.includes(service));
    const requiring = given.filter(({ requires }) => requires.length > 0);
    if (requiring.length > 0) hops.set(service, requiring);
    else if (service !== from.service) hops.set(service, given.slice(0, 1));
  }
  return hops;
};

/** A field that the client calls by the name of a key or of a required field, and what it asks beside. */
interface Question {
  readonly alias: string;
  readonly field: EntityField;
  readonly beside: readonly EntityField[];
}

const questionsOf = ({ entity: { inputs, fields }, hops }: Known): Question[] =>
  [...inputs, TYPENAME.name]
    .flatMap((alias) => [TYPENAME, ...fields].filter(({ name }) => name !== alias).map((field) => ({ alias, field })))
    .map((question, index) => ({
      ...question,
      beside: [...hops.values()].map((given) => given[index % given.length]!),
    }));

/** Asks questions about the same objects in one document, each below an alias of the last step of the way. */
const answersTo = async (questions: readonly Question[], way: Way): Promise<(readonly Row[])[]> => {
  const last = way.findLastIndex((step) => !step.startsWith("..."));
  const asked = questions.map(({ alias, field, beside }, index) =>
    within(
      [`q${index}: ${way[last]!}`, ...way.slice(last + 1)],
      [`${alias}: ${field.text}`, ...beside.map(({ text }) => text)].join(" "),
    ),
  );
  const data = await dataOf(way, within(way.slice(0, last), asked.join(" ")));
  if (data !== undefined)
    return questions.map((_question, index) => rowsAt(data, [...pathOf(way).slice(0, -1), `q${index}`]));
  const half = Math.ceil(questions.length / 2);
  if (half === questions.length) throw new Error(`One question alone has too many list items: ${asked.join(" ")}`);
  return [...(await answersTo(questions.slice(0, half), way)), ...(await answersTo(questions.slice(half), way))];
};

const expectedOf = ({ alias, field, beside }: Question, rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    isThere(row)
      ? Object.fromEntries([[alias, row[field.name]], ...beside.map(({ name }) => [name, row[name]] as const)])
      : {},
  );

describe("the entities of the supergraph", () => {
  const known: Known[] = [];
  beforeAll(async () => {
    for (const entity of ENTITIES) known.push(...(await knownOf(entity)));
  });

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
        .filter((service) => service !== from.service && !hops.has(service))
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
    const counts = { questions: 0, withValue: 0, valuesBeside: 0 };
    for (const each of known) {
      const { way } = each.from;
      for (const questions of inParts(questionsOf(each), pathOf(way).length === 1 ? 5 : 7)) {
        const answers = await answersTo(questions, way);
        for (const [index, question] of questions.entries()) {
          const { alias, field, beside } = question;
          const told = `${each.entity.name} by ${way.join(" ")}, ${alias}: ${field.name}`;
          expect([told, answers[index]]).toEqual([told, expectedOf(question, each.rows)]);
          counts.questions += 1;
          counts.withValue += hasValue(each.rows, field.name) ? 1 : 0;
          counts.valuesBeside += beside.length;
        }
      }
    }
    // Every name on every other field and on the name of the type, on every way.
    const pairs = known.map(({ entity: { inputs, fields } }) => (inputs.length + 1) * fields.length);
    expect(counts.questions).toBe(pairs.reduce((sum, each) => sum + each, 0));
    expect(counts.questions).toBeGreaterThan(1_900);
    expect(counts.withValue).toBeGreaterThan(1_600);
    expect(counts.valuesBeside).toBeGreaterThan(4_000);
  });
});
