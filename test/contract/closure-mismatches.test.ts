/** A supergraph beside a table of another composition is told, whichever of the two closes less. */
import "reflect-metadata";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
import { closureMismatches } from "../../platform/disclosure/table/index.js";
import { policyMutants } from "../mutants/policy-mutants.js";
import { composeFixture } from "../support/disclosure-fixture.js";

const COMMITTED = readSchemaEdition();
const FIXTURE = composeFixture();

describe("what was composed together", () => {
  it.each([
    ["the committed files", COMMITTED],
    ["guards, purposes, interfaces and a partner", FIXTURE],
  ])("agrees: %s", (_name, { supergraph, policy }) => expect(closureMismatches(supergraph, policy)).toEqual([]));
});

describe("a table of another composition", () => {
  it("is told for every line that is weaker or stronger", () => {
    // Two hundred of them are parsed beside the supergraph each: every seventh stands for the others.
    const mutants = policyMutants(COMMITTED.policy).filter((_mutant, index) => index % 7 === 0);
    expect(mutants.length).toBeGreaterThan(30);
    expect(
      mutants
        .filter(({ table }) => closureMismatches(COMMITTED.supergraph, table).length === 0)
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it.each([
    [
      "a guard is gone",
      (text: string) => text.replace(/(scoped: .*?) @requiresScopes\(scopes: [^)]*\)/, "$1"),
      /Record.scoped/,
    ],
    ["another scope is enough", (text: string) => text.replace('["credit.read"]', '["funds.read"]'), /Record.scoped/],
    ["sign-in is not asked for", (text: string) => text.replace(/(known: .*?) @authenticated/, "$1"), /Record.known/],
    [
      "a record is another's",
      (text: string) => text.replace('@record(subject: "subject"', '@record(subject: "other"'),
      /Whose a/,
    ],
    ["a field is open", (text: string) => text.replace(/(remark: String.*?) @closed\([^)]*\)/, "$1"), /Record.remark/],
  ])("is told where %s", (_name, change, told) => {
    const changed = change(FIXTURE.supergraph);
    expect(changed).not.toBe(FIXTURE.supergraph);
    expect(closureMismatches(changed, FIXTURE.policy).join(" ")).toMatch(told);
  });

  it.each([
    [
      "a mark of a type is gone",
      "Division.name",
      (text: string) =>
        text.replace(/(type Division\b[^{]*?) @sameForAll|(type Division\b[^{]*?)\n\s*@sameForAll/, "$1$2"),
    ],
    [
      "a mark of a root is gone",
      "Query.division",
      (text: string) => text.replace(/(\n {2}division\([\s\S]*?\): Division[^\n]*?) @sameForAll/, "$1"),
    ],
    [
      "a field is not there",
      "Division.name",
      (text: string) => text.replace(/(type Division\b[\s\S]*?\n {2})name: String/, "$1title: String"),
    ],
  ])("is told where it takes for the same for all what is so no more: %s", (_name, place, change) => {
    const changed = change(COMMITTED.supergraph);
    expect(changed).not.toBe(COMMITTED.supergraph);
    expect(closureMismatches(changed, COMMITTED.policy)).toContainEqual(
      `${place} is the same for all in the policy table, and not in the supergraph.`,
    );
  });

  it("is told where it closes and takes for the same for all one field", () => {
    const { sameForAll } = COMMITTED.policy;
    const both = { ...COMMITTED.policy, sameForAll: { ...sameForAll, credit: { Payment: { bank: null } } } };
    expect(closureMismatches(COMMITTED.supergraph, both)).toEqual([
      "Payment.bank is the same for all in the policy table, and not in the supergraph.",
    ]);
  });

  it("is told nothing of a table of a release that took nothing for the same", () => {
    const { fields, records } = COMMITTED.policy;
    expect(closureMismatches(COMMITTED.supergraph, { fields, records })).toEqual([]);
  });

  it("tells nothing of the order of audiences and scopes", () => {
    const { fields } = FIXTURE.policy;
    const turned = fields.map((rule) => ({
      ...rule,
      tier: [...rule.tier].reverse(),
      ...(rule.requires?.scopes
        ? {
            requires: { ...rule.requires, scopes: rule.requires.scopes.map((names) => [...names].reverse()).reverse() },
          }
        : {}),
    }));
    expect(closureMismatches(FIXTURE.supergraph, { ...FIXTURE.policy, fields: turned })).toEqual([]);
  });
});
