/** Every closed field × every viewer × every shape of asking, through the gateway and directly: always what the hand-typed matrix says. */
import { parse, validate } from "graphql";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import {
  FIELDS_AT_ONCE,
  KEY,
  SHAPES,
  entityQueries,
  rootQueries,
  wayQueries,
  type AskedShape,
  type Shape,
  type ShapedQuery,
} from "../support/disclosure-shapes.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VISIBLE_RECORDS } from "../support/visible-records.js";
import { VIEWERS } from "../support/viewers.js";
import {
  VIEWER_ORDER,
  answeredBy,
  fieldOf,
  hiddenFrom,
  idOf,
  letterOf,
  lettersOf,
  objectIn,
  rootQuery,
  schemaOf,
  selectionOf,
  unknownLike,
  unwritten,
  type Letter,
  type ViewerName,
  type VisibleRecord,
} from "../support/visibility.js";

type Row = Readonly<Record<string, unknown>>;

/** Where a document is asked. */
interface Place {
  readonly name: string;
  readonly shaped: readonly ShapedQuery[];
  readonly record: VisibleRecord;
  ask(query: ShapedQuery, viewer: ViewerName): Promise<Answer>;
}

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** Cells that were compared, by shape; a cell is one field, viewer, shape and place. */
const compared = new Map<Shape, number>();
/** Ways and shapes by which nobody was shown the record: a wrong path proves nothing. */
const unreached: string[] = [];

const placesOf = (record: VisibleRecord, id: string): Place[] => {
  const service = answeredBy(record);
  return [
    {
      name: "gateway",
      record,
      shaped: [...rootQueries(record, id), ...wayQueries(record)],
      ask: ({ query, variables }, viewer) => stack.ask(query, { viewer, variables }),
    },
    {
      name: record.subgraph,
      record: service,
      shaped: [
        ...rootQueries(service, id).filter(({ query }) => isAnsweredBy(record.subgraph, query)),
        ...entityQueries(service, id, unknownLike(id)),
        ...wayQueries(service).filter(({ query }) => isAnsweredBy(record.subgraph, query)),
      ],
      ask: ({ query, variables }, viewer) =>
        stack.askSubgraph(record.subgraph, query, { viewer: VIEWERS[viewer], variables }),
    },
  ];
};

/** True where the service alone answers the whole document. */
const isAnsweredBy = (subgraph: string, query: string): boolean =>
  validate(schemaOf(subgraph), parse(query)).length === 0;

/** Every object in the answer that is the record. */
const objectsOf = (id: string, value: unknown): Row[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => objectsOf(id, entry));
  if (value === null || typeof value !== "object") return [];
  const own = (value as Row)[KEY] === id ? [value as Row] : [];
  return [...own, ...Object.values(value).flatMap((entry) => objectsOf(id, entry))];
};

/** The record in what one root field gave. */
const found = (record: VisibleRecord, id: string, root: unknown): Row[] => {
  if (record.key !== undefined) return objectsOf(id, root);
  return root ? [root as Row] : [];
};

/** Fields whose values are of one person or body and of nothing else, so that they may be looked for in the whole answer. */
const DISTINCTIVE =
  /^(applicantName|contact|contactName|contactPhone|contactAddress|queryCode|officerName|holderName|personName|signerName|recipientName|recipientHash|payeeHash|payeeAccount|certNo)$/;

/** Values that only some may read and that nothing else in the record holds, by field. */
const secretsOf = async (record: VisibleRecord, id: string): Promise<ReadonlyMap<string, string>> => {
  const secrets = new Map<string, string>();
  for (const [selection, line] of Object.entries(record.fields)) {
    const letters = lettersOf(line);
    const reader = VIEWER_ORDER[letters.indexOf("F")];
    if (!DISTINCTIVE.test(selection) || reader === undefined || letters.every((letter) => letter === "F")) continue;
    const { body } = await stack.ask(rootQuery(record, id, selectionOf({ ...record, fields: { [selection]: line } })), {
      viewer: reader,
    });
    const value = objectIn(record, body.data?.record)?.[fieldOf(selection)];
    if (typeof value === "string" && value.length >= 4 && !id.includes(value)) secrets.set(selection, value);
  }
  return secrets;
};

/** The record in parts of as many fields as one document asks for. */
const partsOf = (record: VisibleRecord): VisibleRecord[] => {
  const fields = Object.entries(record.fields);
  return Array.from({ length: Math.ceil(fields.length / FIELDS_AT_ONCE) }, (_, part) => ({
    ...record,
    fields: Object.fromEntries(fields.slice(part * FIELDS_AT_ONCE, (part + 1) * FIELDS_AT_ONCE)),
  }));
};

const check = async (record: VisibleRecord, id: string): Promise<void> => {
  const secrets = await secretsOf(record, id);
  const hidden = new Set<ViewerName>(hiddenFrom(record));
  for (const place of placesOf(record, id)) {
    for (const shaped of place.shaped) {
      const reached = new Set<AskedShape>();
      for (const [index, viewer] of VIEWER_ORDER.entries()) {
        const answer = await place.ask(shaped, viewer);
        const where = `${place.name} as ${viewer}: ${shaped.query}`;
        expect([where, answer.status, answer.body.errors]).toEqual([where, 200, undefined]);
        const text = JSON.stringify(answer.body);
        for (const [selection, secret] of secrets)
          if (!"F".includes(lettersOf(record.fields[selection]!)[index]!))
            expect([where, selection, text.includes(secret)]).toEqual([where, selection, false]);
        for (const asked of shaped.asked) {
          const root = asked.at === undefined ? answer.body.data : (answer.body.data as Row)[asked.at];
          const objects = found(place.record, id, root);
          if (hidden.has(viewer) && record.key !== undefined)
            expect([where, asked.shapes, objects]).toEqual([where, asked.shapes, []]);
          for (const object of objects)
            if (
              compare(place, asked, object, {
                ...{ index, answer, isAmongOthers: shaped.seen !== undefined },
                where: `${asked.shapes.join()} ${where}`,
              })
            )
              reached.add(asked);
          for (const shape of asked.shapes) count(shape, Object.keys(place.record.fields).length);
          if (asked.shapes.includes("AGGREGATE")) expectCountOfRows(root, where);
        }
      }
      // The matrix itself says of some records, and of some ways, that they lead nobody there.
      const leads = shaped.seen === undefined ? hidden.size < VIEWER_ORDER.length : shaped.seen.length > 0;
      for (const asked of shaped.asked)
        if (leads && !reached.has(asked))
          unreached.push(`${record.name}: ${place.name} ${asked.shapes.join()} ${shaped.query}`);
    }
  }
};

/** Compares one shown object with the letters; false where the record is not in it. */
const compare = (
  { record }: Place,
  asked: AskedShape,
  object: Row,
  { index, answer, where, isAmongOthers }: { index: number; answer: Answer; where: string; isAmongOthers: boolean },
): boolean => {
  const letters = (selection: string): Letter => lettersOf(record.fields[selection]!)[index]!;
  const inner = objectIn(record, object);
  if (inner === undefined) {
    // A part of the record that this viewer is shown nothing of.
    for (const selection of Object.keys(record.fields))
      expect([where, selection, letters(selection)]).toEqual([where, selection, "H"]);
    return false;
  }
  expect(Object.keys(inner).filter((key) => key === "skipped")).toEqual([]);
  const shown: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const selection of Object.keys(record.fields)) {
    const value = inner[asked.keyOf(selection)];
    shown[selection] = letterOf(record, fieldOf(selection), value, answer.body.extensions, asked.at);
    // In a list, null is null: that something is withheld is told of the place, of whichever record.
    const isNullAmongOthers = isAmongOthers && letters(selection) === "0" && shown[selection] === "N";
    expected[selection] = isNullAmongOthers ? "N" : letters(selection);
  }
  expect({ where, ...shown }).toEqual({ where, ...expected });
  return true;
};

const count = (shape: Shape, cells: number): void => {
  compared.set(shape, (compared.get(shape) ?? 0) + cells);
};

/** A counted list that is on one page counts what it shows, for the same viewer. */
const expectCountOfRows = (value: unknown, where: string): void => {
  if (Array.isArray(value)) return value.forEach((entry) => expectCountOfRows(entry, where));
  if (value === null || typeof value !== "object") return;
  const { totalCount, nodes, pageInfo } = value as { totalCount?: number | null; nodes?: unknown[]; pageInfo?: Row };
  if (nodes && totalCount != null && pageInfo?.["hasNextPage"] === false)
    expect([where, totalCount]).toEqual([where, nodes.length]);
  for (const entry of Object.values(value)) expectCountOfRows(entry, where);
};

describe.each(VISIBLE_RECORDS.map((record) => [record.name, record] as const))("%s", (_name, record) => {
  it("is shown alike in every shape, to every viewer, by gateway and service", async () => {
    const id = await idOf(stack, record);
    for (const part of partsOf(record)) await check(part, id);
  });
});

describe("the shapes", () => {
  it("were all tried, on ways that lead to the record for somebody", () => {
    expect([...compared.keys()].sort()).toEqual([...SHAPES].sort());
    expect(unreached).toEqual([]);
    // As many as when each shape was a document of its own.
    expect([...compared.values()].reduce((sum, cells) => sum + cells, 0)).toBeGreaterThanOrEqual(103_477);
  });

  it("cover every field that is closed", () => {
    // The gateway's own record is shown to its agency alone: test/e2e/own-use.test.ts is its table.
    // Verbs have no record to look at: test/security/verbs.test.ts is their table.
    const fields = loadPolicy().fields.filter(({ subgraph, type }) => subgraph !== "gateway" && type !== "Mutation");
    expect(unwritten(fields, VISIBLE_RECORDS)).toEqual([]);
    expect(SUBGRAPHS.length).toBeGreaterThanOrEqual(5);
  });
});
