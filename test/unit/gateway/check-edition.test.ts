/** Supergraph and policy table that are of two compositions are not taken into use, neither at the start nor at a reload. */
import { checkEdition } from "../../../gateway/generation/check-edition.js";
import { readSchemaEdition, readSchemaFile } from "../../../gateway/generation/schema-files.js";
import type { FieldRule } from "../../../platform/disclosure/table/index.js";
import { composeFixture } from "../../support/disclosure-fixture.js";

const { supergraph, policy } = composeFixture();
const withFields = (fields: readonly FieldRule[]): Parameters<typeof checkEdition>[0] => ({
  supergraph,
  policy: { ...policy, fields },
});
const remark = policy.fields.find(({ field }) => field === "remark")!;

describe("supergraph and table", () => {
  it("of one composition are taken: the fixture's, and those that ship", () => {
    checkEdition({ supergraph, policy });
    checkEdition(readSchemaEdition());
    expect(policy.fields.length).toBeGreaterThan(10);
  });

  it("are refused where the table does not know a closed field: it would be served in the clear", () => {
    const older = policy.fields.filter(({ subgraph }) => subgraph !== "partner");
    expect(() => checkEdition(withFields(older))).toThrow(
      /Dossier\.content.* closed in the supergraph and not in the table\. Deploy the two files/,
    );
    expect(() => checkEdition(withFields([]))).toThrow(/, .* and \d+ more closed in the supergraph/);
  });

  it("are refused where the table closes what the supergraph leaves open", () => {
    const open = supergraph.replace(
      / remark: String ?@join__field[^\n]*@closed[^\n]*|( remark: String[^\n]*) @closed\([^\n]*\)/,
      "$1",
    );
    expect(open).not.toBe(supergraph);
    expect(() => checkEdition({ supergraph: open, policy })).toThrow(
      "Record.remark in the table and not closed in the supergraph.",
    );
  });

  it.each([
    ["tier", { tier: ["OWNER", "AGENCY", "SUPERVISOR"] }],
    ["reason", { reason: "TRADE_SECRET" }],
    ["basis", { basis: "OGI-2019-16" }],
    ["until", { until: "2027-01-01" }],
    ["mask", { mask: "NAME" }],
  ] as const)("are refused where they differ in the %s of one field", (_what, change) => {
    const fields = policy.fields.map((rule) => (rule === remark ? ({ ...rule, ...change } as FieldRule) : rule));
    expect(() => checkEdition(withFields(fields))).toThrow("Record.remark closed otherwise in the table.");
  });

  it("that differ in the order of audiences alone are one", () => {
    checkEdition(withFields(policy.fields.map((rule) => ({ ...rule, tier: [...rule.tier].reverse() }))));
  });

  it("are compared when they are read, at the start and at each reload", () => {
    const older = (name: string): string =>
      readSchemaFile(name).replace(/ @closed\(tier: \[AGENCY, SUPERVISOR\][^\n]*?\)/, "");
    expect(() => readSchemaEdition(older)).toThrow(/of two compositions: .* in the table and not closed/);
  });
});
