/** Who sees what of a closed field: for one row, and before any row is known. */
import fc from "fast-check";
import {
  type Agreement,
  createAgreementBook,
  createDecider,
  mayRead,
  recordFacts,
} from "../../../platform/disclosure/decision/index.js";
import type { FieldRule, PolicyTable, RecordPaths } from "../../../platform/disclosure/table/index.js";
import type { Tier } from "../../../platform/disclosure/vocabulary/index.js";
import { VIEWERS } from "../../support/viewers.js";

const TODAY = "2026-09-28";
const PATHS: RecordPaths = { subject: "subject", agency: "agency", division: "division" };

const agreement = (changes: Partial<Agreement> = {}): Agreement => ({
  id: "demo-agreement",
  client: "app-partner",
  agency: "Agency",
  fields: ["Thing.value"],
  types: [],
  purposes: ["test"],
  validFrom: "2026-01-01",
  validTo: "2026-12-31",
  ...changes,
});

const ruleOf = (tier: readonly Tier[], more: Partial<FieldRule> = {}): FieldRule => ({
  subgraph: "s",
  type: "Thing",
  field: "value",
  tier,
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
  ...(tier.includes("MASKED") ? { mask: "NAME" as const } : {}),
  ...more,
});

const tableOf = (rule: FieldRule, paths: RecordPaths | undefined): PolicyTable =>
  ({ fields: [rule], records: paths ? { s: { Thing: paths } } : {} }) as unknown as PolicyTable;

const deciderOf = (rule: FieldRule, paths: RecordPaths | undefined = PATHS, agreements: Agreement[] = [agreement()]) =>
  createDecider(tableOf(rule, paths), createAgreementBook(agreements));

/** Rows: whose they are, kept by whom, where. */
const ROWS = {
  "citizen-1's": { subject: "demo-subject-1", agency: "11990101MB9000015E", division: "222401" },
  "agent-1's": { subject: "91990101MA9000011P", agency: "12990101MB90000236", division: "222404" },
  "nobody's": { subject: null, agency: undefined, division: "330100" },
};

type Cell = "F" | "M" | "-";
const LETTER = { FULL: "F", MASKED: "M", WITHHELD: "-" } as const;

// Typed by hand from docs/reference/visibility.md#audiences: a row of the table for each viewer, a column for each audience and row above.
const COLUMNS = ["OWNER", "AGENCY", "SUPERVISOR", "SHARED", "NEVER", "MASKED"] as const;
const MATRIX: Record<keyof typeof VIEWERS, Record<(typeof COLUMNS)[number], string>> = {
  anonymous: { OWNER: "---", AGENCY: "---", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "citizen-1": { OWNER: "F--", AGENCY: "---", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "citizen-2": { OWNER: "---", AGENCY: "---", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "agent-1": { OWNER: "-F-", AGENCY: "---", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "officer-1": { OWNER: "---", AGENCY: "F--", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "officer-2": { OWNER: "---", AGENCY: "-F-", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "supervisor-1": { OWNER: "---", AGENCY: "---", SUPERVISOR: "FF-", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "auditor-1": { OWNER: "---", AGENCY: "---", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "publisher-1": { OWNER: "---", AGENCY: "F--", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "app-open": { OWNER: "---", AGENCY: "---", SUPERVISOR: "---", SHARED: "---", NEVER: "---", MASKED: "MMM" },
  "app-partner": { OWNER: "---", AGENCY: "---", SUPERVISOR: "---", SHARED: "FFF", NEVER: "---", MASKED: "MMM" },
};

describe("a closed field", () => {
  it.each(COLUMNS.flatMap((tier) => Object.keys(MATRIX).map((viewer) => ({ tier, viewer }))))(
    "of $tier shows $viewer what the table by hand says",
    ({ tier, viewer: name }) => {
      const viewer = VIEWERS[name as keyof typeof VIEWERS];
      const rule = ruleOf([tier]);
      const seen = Object.values(ROWS).map((row): Cell => LETTER[deciderOf(rule).ofRow(rule, viewer, row, TODAY)]);
      expect(seen.join("")).toBe(MATRIX[name as keyof typeof MATRIX][tier]);
    },
  );

  it("of public money is supervised by auditors too", () => {
    const rule = ruleOf(["SUPERVISOR"]);
    const decide = deciderOf(rule, { ...PATHS, audited: true });
    expect(decide.ofRow(rule, VIEWERS["auditor-1"], ROWS["citizen-1's"], TODAY)).toBe("FULL");
    expect(decide.ofRow(rule, VIEWERS["auditor-1"], ROWS["nobody's"], TODAY)).toBe("WITHHELD");
  });

  it("is shown in full to a reader of any of its audiences, masked to all others", () => {
    const rule = ruleOf(["MASKED", "OWNER", "AGENCY"]);
    const seen = (viewer: keyof typeof VIEWERS): string =>
      Object.values(ROWS)
        .map((row) => LETTER[deciderOf(rule).ofRow(rule, VIEWERS[viewer], row, TODAY)])
        .join("");
    expect([seen("citizen-1"), seen("officer-2"), seen("anonymous"), seen("supervisor-1")]).toEqual([
      "FMM",
      "MFM",
      "MMM",
      "MMM",
    ]);
  });

  it("with a guard shows nothing, masked or not, to who does not pass it", () => {
    const rule = ruleOf(["MASKED", "OWNER"], { requires: { scopes: [["credit.read"]] } });
    const decide = deciderOf(rule);
    expect(decide.ofRow(rule, VIEWERS["citizen-1"], ROWS["citizen-1's"], TODAY)).toBe("WITHHELD");
    const scoped = { ...VIEWERS["citizen-1"], scopes: ["credit.read"] };
    expect(decide.ofRow(rule, scoped, ROWS["citizen-1's"], TODAY)).toBe("FULL");
    expect(decide.ofRow(rule, scoped, ROWS["agent-1's"], TODAY)).toBe("MASKED");
  });

  it("is not masked where a mask is not for the public", () => {
    const rule = ruleOf(["OWNER"], { mask: "NAME" });
    expect(deciderOf(rule).ofRow(rule, VIEWERS.anonymous, ROWS["citizen-1's"], TODAY)).toBe("WITHHELD");
  });

  it.each(["citizen-1", "agent-1", "officer-1", "publisher-1", "supervisor-1"] as const)(
    "is not shown to the claims of %s without the role that they go with",
    (name) => {
      const rule = ruleOf(["OWNER", "AGENCY", "SUPERVISOR"]);
      const [decide, viewer] = [deciderOf(rule), { ...VIEWERS[name], roles: ["platform_admin" as const] }];
      for (const row of Object.values(ROWS)) {
        expect(decide.ofRow(rule, viewer, row, TODAY)).toBe("WITHHELD");
        expect(mayRead(["SUPERVISOR"], viewer, recordFacts(row, { ...PATHS, audited: true }))).toBe(false);
      }
      expect(decide.ofAll(rule, viewer)).toBe("WITHHELD");
    },
  );

  it.each<[string, string, string[]]>([
    ["a county", "222401", ["222401"]],
    ["a prefecture", "222400", ["222401", "222404"]],
    ["a province", "220000", ["222401", "222404", "220104"]],
  ])("is supervised from %s in the divisions within it alone", (_level, divisionCode, seen) => {
    const rule = ruleOf(["SUPERVISOR"]);
    const viewer = { ...VIEWERS["supervisor-1"], divisionCode };
    const divisions = ["222401", "222404", "220104", "330100"].filter(
      (division) => deciderOf(rule).ofRow(rule, viewer, { division }, TODAY) === "FULL",
    );
    expect(divisions).toEqual(seen);
  });

  it("is a row's whose path leads through other objects", () => {
    const row = { keeper: { uscc: "11990101MB9000015E" }, uscc: "12990101MB90000236" };
    expect(recordFacts(row, { agency: "keeper.uscc", subject: "keeper", division: "keeper.none" })).toEqual({
      agency: "11990101MB9000015E",
    });
    expect(recordFacts({ keeper: null }, { agency: "keeper.uscc" }).agency).toBeUndefined();
  });

  it("of a policy that nobody decides is read by no one", () => {
    const rule = ruleOf([], { requires: { policies: [["office-hours"]] } });
    for (const viewer of Object.values(VIEWERS))
      expect(deciderOf(rule).ofAll(rule, { ...viewer, acr: "office-hours" })).toBe("WITHHELD");
  });
});

describe("an agreement", () => {
  const rule = ruleOf(["SHARED"]);
  const reads = (viewer = VIEWERS["app-partner"] as (typeof VIEWERS)[keyof typeof VIEWERS], changes = {}, on = TODAY) =>
    deciderOf(rule, PATHS, [agreement(changes)]).ofRow(rule, viewer, {}, on);

  it.each([
    ["names the field", {}, "FULL"],
    ["names the type", { fields: [], types: ["Thing"] }, "FULL"],
    ["names another field", { fields: ["Thing.other"] }, "WITHHELD"],
    ["is another client's", { client: "app-open" }, "WITHHELD"],
    ["has another id than the viewer holds", { id: "other" }, "WITHHELD"],
    ["ended yesterday", { validTo: "2026-09-27" }, "WITHHELD"],
    ["ends today", { validTo: TODAY }, "FULL"],
    ["begins tomorrow", { validFrom: "2026-09-29" }, "WITHHELD"],
  ])("that %s: %j → %s", (_case, changes, verdict) => expect(reads(undefined, changes)).toBe(verdict));

  it("is held by the client itself, not by a person who uses the client", () => {
    const person = { ...VIEWERS["citizen-1"], clientId: "app-partner", agreements: ["demo-agreement"] };
    expect(reads(person as never)).toBe("WITHHELD");
    expect(createAgreementBook([agreement()]).held(person, TODAY)).toEqual([]);
    expect(createAgreementBook([agreement()]).held(VIEWERS["app-partner"], TODAY)).toEqual(["demo-agreement"]);
  });
});

describe("what is certain before a row is known", () => {
  const tiers = fc.subarray(["MASKED", "OWNER", "AGENCY", "SHARED", "SUPERVISOR"] as const, { minLength: 1 });
  const paths = fc.record(
    { subject: fc.constant("subject"), agency: fc.constant("agency"), division: fc.constant("division") },
    { requiredKeys: [] },
  );
  const rows = fc.record({
    subject: fc.constantFrom("demo-subject-1", "demo-subject-2", "91990101MA9000011P", null),
    agency: fc.constantFrom("11990101MB9000015E", "12990101MB90000236", undefined),
    division: fc.constantFrom("222401", "222404", "330100"),
  });
  const viewers = fc.constantFrom(...Object.values(VIEWERS));

  it("never contradicts the row", () => {
    let certain = 0;
    fc.assert(
      fc.property(tiers, paths, rows, viewers, fc.boolean(), (tier, record, row, viewer, guarded) => {
        const rule = ruleOf(tier, guarded ? { requires: { authenticated: true } } : {});
        const decide = deciderOf(rule, record as RecordPaths);
        const all = decide.ofAll(rule, viewer);
        if (all === "PER_RECORD") return;
        certain += 1;
        expect(decide.ofRow(rule, viewer, row, TODAY)).toBe(all);
      }),
      { numRuns: 3_000, seed: 1 },
    );
    expect(certain).toBeGreaterThan(1_000);
  });

  it("is the same for viewers of one class", () => {
    fc.assert(
      fc.property(tiers, paths, viewers, viewers, (tier, record, one, other) => {
        const rule = ruleOf(tier);
        const decide = deciderOf(rule, record as RecordPaths);
        if (decide.classOf(one) === decide.classOf(other))
          expect(decide.ofAll(rule, one)).toBe(decide.ofAll(rule, other));
      }),
      { numRuns: 3_000, seed: 2 },
    );
  });

  it("puts viewers into one class where only who they are differs, and not where a scope that counts does", () => {
    const rule = ruleOf([], { requires: { scopes: [["credit.read"]] } });
    const { classOf } = deciderOf(rule);
    expect(classOf(VIEWERS["citizen-1"])).toBe(classOf(VIEWERS["citizen-2"]));
    expect(classOf({ ...VIEWERS["citizen-1"], scopes: ["profile"] })).toBe(classOf(VIEWERS["citizen-1"]));
    expect(classOf({ ...VIEWERS["citizen-1"], scopes: ["credit.read"] })).not.toBe(classOf(VIEWERS["citizen-1"]));
    expect(classOf(VIEWERS["app-open"])).not.toBe(classOf(VIEWERS["app-partner"]));
  });

  it.each(["OWNER", "AGENCY", "SUPERVISOR"] as const)(
    "holds for %s too: where no row says whose it is, nobody is asked",
    (tier) => {
      const rule = ruleOf([tier]);
      for (const viewer of Object.values(VIEWERS))
        expect(createDecider(tableOf(rule, undefined)).ofAll(rule, viewer)).toBe("WITHHELD");
    },
  );

  it("tells viewers apart by a level that is asked for, and by whether they have the claims of their role", () => {
    const rule = ruleOf([], { requires: { policies: [["acr.strong"]] } });
    const { classOf } = deciderOf(rule);
    const citizen = VIEWERS["citizen-1"];
    expect(classOf({ ...citizen, acr: "strong" })).not.toBe(classOf({ ...citizen, acr: "basic" }));
    expect(classOf({ ...citizen, acr: "basic" })).toBe(classOf({ ...citizen, acr: "other" }));
    const nobody = { ...citizen, subjectHash: undefined };
    expect(classOf(nobody)).not.toBe(classOf(citizen));
  });

  it("needs no row for a root field: belonging to the audience is enough", () => {
    const rule = { ...ruleOf(["AGENCY"]), type: "Mutation", root: true as const };
    const decide = createDecider(tableOf(rule, undefined));
    expect([decide.ofAll(rule, VIEWERS["officer-1"]), decide.ofAll(rule, VIEWERS["citizen-1"])]).toEqual([
      "FULL",
      "WITHHELD",
    ]);
    expect(decide.ofRow(rule, VIEWERS["officer-1"], undefined, TODAY)).toBe("FULL");
  });
});
