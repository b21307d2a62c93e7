/** Every cell of who may see what, through the gateway and directly at the service: full, masked, withheld, or not found. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VISIBLE_RECORDS } from "../support/visible-records.js";
import { VIEWERS } from "../support/viewers.js";
import {
  VIEWER_ORDER,
  fieldOf,
  idOf,
  lettersOf,
  type Letter,
  type ViewerName,
  type VisibleRecord,
} from "../support/visibility.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** What a viewer got of a record: undefined where it is not found. */
type Seen = Readonly<Record<string, unknown>> | undefined;

const selectionOf = (record: VisibleRecord): string => Object.keys(record.fields).join(" ");

const throughGateway = async (
  record: VisibleRecord,
  id: string,
  viewer: ViewerName,
): Promise<{ seen: Seen; answer: Answer }> => {
  const answer = await stack.ask(
    `{ record: ${record.root.replace("$id", JSON.stringify(id))} { ${selectionOf(record)} } }`,
    { viewer },
  );
  return { seen: (answer.body.data?.record as Seen | null) ?? undefined, answer };
};

const directly = async (
  record: VisibleRecord,
  id: string,
  viewer: ViewerName,
): Promise<{ seen: Seen; answer: Answer }> => {
  const answer = await stack.askSubgraph(
    record.subgraph,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${record.type} { ${selectionOf(record)} } } }`,
    { viewer: VIEWERS[viewer], variables: { r: [{ __typename: record.type, [record.key]: id }] } },
  );
  return { seen: (answer.body.data?._entities?.[0] as Seen | null) ?? undefined, answer };
};

/** The letter that an answer shows for a field. */
const letterOf = (
  record: VisibleRecord,
  field: string,
  seen: Seen,
  withheld: ReadonlySet<string>,
  masked: ReadonlySet<string>,
): Letter => {
  if (seen === undefined) return "H";
  const rule = `${record.type}.${field}`;
  if (seen[field] === null) return withheld.has(rule) ? "N" : "0";
  return masked.has(rule) ? "M" : "F";
};

const rulesIn = (entries: unknown): ReadonlySet<string> =>
  new Set(((entries ?? []) as { rule: string }[]).map(({ rule }) => rule));

describe.each(VISIBLE_RECORDS.map((record) => [record.name, record] as const))("%s", (_name, record) => {
  it.each([
    ["through the gateway", throughGateway],
    ["directly at its service", directly],
  ] as const)("shows each viewer what the matrix says, %s", async (way, ask) => {
    const id = await idOf(stack, record);
    const shown: Record<string, string> = {};
    for (const selection of Object.keys(record.fields)) shown[selection] = "";
    for (const viewer of VIEWER_ORDER) {
      const { seen, answer } = await ask(record, id, viewer);
      expect(answer.body.errors ?? []).toEqual([]);
      const extensions = (
        way === "through the gateway" ? answer.body.extensions : answer.body.extensions?.["disclosure"]
      ) as Record<string, unknown> | undefined;
      const withheld = rulesIn(extensions?.["withheld"]);
      const masked = rulesIn(extensions?.["masked"]);
      if (seen === undefined) expect([...withheld, ...masked]).toEqual([]);
      for (const selection of Object.keys(record.fields)) {
        const field = fieldOf(selection);
        shown[selection] += letterOf(record, field, seen, withheld, masked);
        if (masked.has(`${record.type}.${field}`)) expect(seen?.[field]).toMatch(record.masked![field]!);
      }
    }
    expect(shown).toEqual(
      Object.fromEntries(
        Object.entries(record.fields).map(([selection, line]) => [selection, lettersOf(line).join("")]),
      ),
    );
  });

  it("is to those who may not know of it exactly what an unknown one is", async () => {
    const id = await idOf(stack, record);
    const [first] = Object.values(record.fields);
    const hidden = VIEWER_ORDER.filter((_viewer, index) => lettersOf(first!)[index] === "H");
    for (const viewer of hidden) {
      for (const ask of [throughGateway, directly]) {
        const known = await ask(record, id, viewer);
        const unknown = await ask(record, unknownLike(id), viewer);
        expect(known.answer.body).toEqual(unknown.answer.body);
        expect(known.answer.status).toBe(unknown.answer.status);
      }
    }
  });
});

/** A key of the same form that no record has. */
const unknownLike = (id: string): string => id.replace(/\d(?=\D*$)/, "") + "0000009";
