/** A subgraph keeps its own closed fields, whatever a gateway has pruned: decided before the resolver runs, and reported. */
import { buildSchema, graphql, type GraphQLObjectType } from "graphql";
import { createAgreementBook } from "../../../platform/disclosure/decision/index.js";
import {
  createDisclosureLog,
  type DisclosureLog,
  enforceDisclosure,
} from "../../../platform/disclosure/enforcement/index.js";
import type { FieldRule, PolicyTable } from "../../../platform/disclosure/table/index.js";
import { VIEWERS } from "../../support/viewers.js";

const ruleOf = (field: string, more: Partial<FieldRule> = {}): FieldRule => ({
  subgraph: "s",
  type: "Thing",
  field,
  tier: ["OWNER"],
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
  ...more,
});

const TABLE = {
  fields: [
    ruleOf("note"),
    ruleOf("name", { tier: ["MASKED", "OWNER"], mask: "NAME" }),
    ruleOf("level", { tier: ["SHARED"] }),
    ruleOf("open", { subgraph: "other" }),
  ],
  records: { s: { Thing: { subject: "hash" } } },
} as unknown as PolicyTable;

const AGREEMENTS = createAgreementBook([
  {
    id: "demo-agreement",
    client: "app-partner",
    agency: "Agency",
    fields: ["Thing.level"],
    types: [],
    purposes: ["test"],
    validFrom: "2026-09-28",
    validTo: "2026-09-28",
  },
]);

/** Rows: citizen-1's, and one of which nothing is masked because there is nothing. */
const ROWS = [
  { hash: "demo-subject-1", open: "OPEN", note: "NOTE", name: "张小明", level: "A" },
  { hash: "demo-subject-2", open: "OPEN", note: "NOTE", name: null, level: "B" },
];

const ask = async (
  viewer: keyof typeof VIEWERS,
  otherPolicy = false,
): Promise<{ things: unknown; log: DisclosureLog; resolved: string[] }> => {
  const schema = buildSchema(
    `type Query { things: [Thing] } type Thing { open: String note: String name: String level: String }`,
  );
  const resolved: string[] = [];
  for (const field of Object.values((schema.getType("Thing") as GraphQLObjectType).getFields()))
    field.resolve = (source: Record<string, unknown>) => {
      resolved.push(field.name);
      return source[field.name];
    };
  enforceDisclosure(schema, { table: TABLE, subgraph: "s", agreements: AGREEMENTS });
  const log = createDisclosureLog({ otherPolicy });
  const { data, errors } = await graphql({
    schema,
    source: `{ things { open note name x: level } }`,
    rootValue: { things: ROWS },
    contextValue: { viewer: VIEWERS[viewer], asOf: new Date("2026-09-28T04:00:00Z"), disclosure: log, otherPolicy },
  });
  expect(errors).toBeUndefined();
  return { things: JSON.parse(JSON.stringify(data!["things"])), log, resolved };
};

const withheld = (field: string, key: string, count: number): object => ({
  path: ["things", "@", key],
  count,
  rule: `Thing.${field}`,
});

describe("a subgraph", () => {
  it("shows an owner the owner's own row, and masks or withholds the rest", async () => {
    const { things, log, resolved } = await ask("citizen-1");
    expect(things).toEqual([
      { open: "OPEN", note: "NOTE", name: "张小明", x: null },
      { open: "OPEN", note: null, name: null, x: null },
    ]);
    expect(log.report()).toEqual({ withheld: [withheld("level", "x", 2), withheld("note", "note", 1)], masked: [] });
    expect(resolved.filter((field) => field === "note")).toHaveLength(1);
  });

  it("masks for the public, and does not resolve what it withholds", async () => {
    const { things, log, resolved } = await ask("anonymous");
    expect(things).toEqual([
      { open: "OPEN", note: null, name: "张**", x: null },
      { open: "OPEN", note: null, name: null, x: null },
    ]);
    expect(log.report()?.masked).toEqual([{ ...withheld("name", "name", 1), mask: "NAME" }]);
    expect(new Set(resolved)).toEqual(new Set(["open", "name"]));
  });

  it("goes by the agreements that it knows itself", async () => {
    const level = async (viewer: keyof typeof VIEWERS): Promise<unknown[]> =>
      ((await ask(viewer)).things as { x: unknown }[]).map(({ x }) => x);
    expect([await level("app-partner"), await level("app-open")]).toEqual([
      ["A", "B"],
      [null, null],
    ]);
  });

  it("withholds every closed field, owners' own included, where the gateway has other rules, and says so", async () => {
    const { things, log, resolved } = await ask("citizen-1", true);
    expect(things).toEqual(ROWS.map(() => ({ open: "OPEN", note: null, name: null, x: null })));
    expect(new Set(resolved)).toEqual(new Set(["open"]));
    expect(log.report()).toMatchObject({ otherPolicy: true, masked: [] });
    expect(log.report()?.withheld).toHaveLength(3);
  });
});
