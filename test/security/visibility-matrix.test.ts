/** Every cell of who may see what, through the gateway and directly at the service: full, masked, withheld, or not found. */
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VISIBLE_RECORDS } from "../support/visible-records.js";
import { VIEWERS } from "../support/viewers.js";
import {
  REFERENCES,
  VIEWER_ORDER,
  answeredBy,
  entitiesQuery,
  fieldOf,
  hiddenFrom,
  idOf,
  letterOf,
  lettersOf,
  objectIn,
  referenceTo,
  rootQuery,
  rulesIn,
  selectionOf,
  typeOf,
  unknownLike,
  unwritten,
  type ViewerName,
  type VisibleRecord,
} from "../support/visibility.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** What a viewer got of a record: undefined where it is not found. */
interface Shown {
  readonly seen: Readonly<Record<string, unknown>> | undefined;
  readonly answer: Answer;
}

const throughGateway = async (record: VisibleRecord, id: string, viewer: ViewerName): Promise<Shown> => {
  const answer = await stack.ask(rootQuery(record, id, selectionOf(record)), { viewer });
  return { seen: objectIn(record, answer.body.data?.record), answer };
};

const directly = async (record: VisibleRecord, id: string, viewer: ViewerName): Promise<Shown> => {
  if (record.key === undefined) {
    const query = rootQuery(record, id, selectionOf(record));
    const answer = await stack.askSubgraph(record.subgraph, query, { viewer: VIEWERS[viewer] });
    return { seen: objectIn(record, answer.body.data?.record), answer };
  }
  const answer = await askByKey(record.subgraph, record, id, viewer, selectionOf(record));
  return { seen: objectIn(record, answer.body.data?._entities?.[0]), answer };
};

const askByKey = (
  subgraph: string,
  record: VisibleRecord,
  id: string,
  viewer: ViewerName,
  selection: string,
): Promise<Answer> =>
  stack.askSubgraph(subgraph, `query ${REFERENCES} ${entitiesQuery(record, selection)}`, {
    viewer: VIEWERS[viewer],
    variables: { references: [referenceTo(record, id)] },
  });

describe.each(VISIBLE_RECORDS.map((record) => [record.name, record] as const))("%s", (_name, whole) => {
  it.each([
    ["through the gateway", throughGateway, whole],
    ["directly at its service", directly, answeredBy(whole)],
  ] as const)("shows each viewer what the matrix says, %s", async (_way, ask, record) => {
    const id = await idOf(stack, record);
    const shown: Record<string, string> = {};
    for (const selection of Object.keys(record.fields)) shown[selection] = "";
    for (const viewer of VIEWER_ORDER) {
      const { seen, answer } = await ask(record, id, viewer);
      expect(answer.body.errors ?? []).toEqual([]);
      const { extensions } = answer.body;
      if (seen === undefined)
        expect([...rulesIn(extensions, "withheld"), ...rulesIn(extensions, "masked")]).toEqual([]);
      for (const selection of Object.keys(record.fields))
        shown[selection] +=
          seen === undefined ? "H" : letterOf(record, fieldOf(selection), seen[fieldOf(selection)], extensions);
    }
    expect(shown).toEqual(
      Object.fromEntries(
        Object.entries(record.fields).map(([selection, line]) => [selection, lettersOf(line).join("")]),
      ),
    );
  });

  it("is to those who may not know of it exactly what an unknown one is", async () => {
    const id = await idOf(stack, whole);
    for (const viewer of hiddenFrom(whole)) {
      for (const [ask, record] of [
        [throughGateway, whole],
        [directly, answeredBy(whole)],
      ] as const) {
        const known = await ask(record, id, viewer);
        const unknown = await ask(record, unknownLike(id), viewer);
        expect(known.answer.body).toEqual(unknown.answer.body);
        expect(known.answer.status).toBe(unknown.answer.status);
      }
      for (const { subgraph, selection } of whole.elsewhere ?? []) {
        const known = await askByKey(subgraph, whole, id, viewer, selection);
        const unknown = await askByKey(subgraph, whole, unknownLike(id), viewer, selection);
        expect(known.body).toEqual(unknown.body);
      }
    }
  });
});

const WAYS = VISIBLE_RECORDS.flatMap((record) =>
  (record.ways ?? []).map((way) => [record.name, way.query, record, way] as const),
);

describe.each(WAYS)("%s, by the way of %s", (_name, _query, record, { query, seen }) => {
  it("is found by those who may know of it and by nobody else", async () => {
    const id = await idOf(stack, record);
    const text = new RegExp(`"${id}"`);
    const found: ViewerName[] = [];
    for (const viewer of VIEWER_ORDER) {
      const { body } = await stack.ask(query, { viewer });
      expect(body.errors ?? []).toEqual([]);
      if (text.test(JSON.stringify(body))) found.push(viewer);
    }
    const hidden = hiddenFrom(record);
    expect(found.filter((viewer) => hidden.includes(viewer))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining([...seen]));
  });
});

describe("the table", () => {
  // The gateway's own closed fields have no service to be asked directly: test/e2e/own-use.test.ts is their table.
  // Verbs have no record to look at: test/security/verbs.test.ts is their table.
  const fields = loadPolicy().fields.filter(({ subgraph, type }) => subgraph !== "gateway" && type !== "Mutation");
  it("has every closed field", () => {
    expect(unwritten(fields, VISIBLE_RECORDS)).toEqual([]);
  });

  it("has for every closed field a record in which somebody reads it and one in which somebody does not", () => {
    const letters = new Map<string, Set<string>>();
    for (const record of VISIBLE_RECORDS)
      for (const [selection, line] of Object.entries(record.fields)) {
        const field = `${typeOf(record)}.${fieldOf(selection)}`;
        const seen = letters.get(field) ?? new Set();
        for (const letter of lettersOf(line)) seen.add(letter);
        letters.set(field, seen);
      }
    const oneSided = fields
      .map(({ type, field }) => `${type}.${field}`)
      .filter((field) => !letters.get(field)?.has("F") || !/[NHM]/.test([...(letters.get(field) ?? [])].join("")));
    expect(oneSided).toEqual([]);
  });
});
