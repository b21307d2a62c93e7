/** Lists of powers, pure: differences of versions beside sets, findings by kind, and ids of matters that have no national code. */
import "reflect-metadata";
import fc from "fast-check";
import { AdjustmentStage, PowerKind } from "../../../subgraphs/openness/agency-list/agency-list.enums.js";
import { differenceOf, isIn, stageOn, type Wording } from "../../../subgraphs/openness/agency-list/agency-list.js";
import { findingsOf, powerKeyOf, powerKindOf } from "../../../subgraphs/openness/agency-list/power-list-findings.js";

const BUREAU = "11990101MB9000015E";
const matter = (catalogCode: string, item = ""): string => `CN-TASK-${BUREAU}4${catalogCode}${item}`;
const power = (catalogCode: string | undefined, listed = true, powerKind = PowerKind.LICENSING) => ({
  catalogCode,
  listed,
  powerKind,
});

/** Wordings of few items over few versions, of each item one after another. */
const WORDINGS = fc
  .array(
    fc.record({
      code: fc.constantFrom("a", "b", "c"),
      lengths: fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 3 }),
      open: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((items): Wording[] => {
    const once = new Map(items.map((item) => [item.code, item]));
    return [...once.values()].flatMap(({ code, lengths, open }) => {
      let since = 1;
      const ended = lengths.map((length) => ({ code, since, until: (since += length) }));
      return open ? [...ended, { code, since }] : ended;
    });
  });

it("the difference holds what is in one version alone, and a change where both have the code", () => {
  fc.assert(
    fc.property(WORDINGS, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (wordings, from, to) => {
      const inVersion = (version: number) =>
        new Map(wordings.filter((one) => isIn(one, version)).map((one) => [one.code, one]));
      const [before, after] = [inVersion(from), inVersion(to)];
      const { added, removed, changed } = differenceOf(wordings, { from, to });
      expect(new Set(added)).toEqual(new Set([...after.values()].filter(({ code }) => !before.has(code))));
      expect(new Set(removed)).toEqual(new Set([...before.values()].filter(({ code }) => !after.has(code))));
      expect(changed).toHaveLength(
        [...before.values()].filter((one) => after.has(one.code) && after.get(one.code) !== one).length,
      );
      for (const one of changed)
        expect([before.get(one.before.code), after.get(one.after.code)]).toEqual([one.before, one.after]);
    }),
  );
});

it.each([
  [{}, AdjustmentStage.CAUSED],
  [{ appliedOn: "2026-09-28" }, AdjustmentStage.APPLIED],
  [{ appliedOn: "2026-09-29" }, AdjustmentStage.CAUSED],
  [{ appliedOn: "2026-09-01", reviewedOn: "2026-09-10" }, AdjustmentStage.REVIEWED],
  [{ appliedOn: "2026-09-01", reviewedOn: "2026-09-10", approvedOn: "2026-09-20" }, AdjustmentStage.APPROVED],
  [
    { appliedOn: "2026-09-01", reviewedOn: "2026-09-10", approvedOn: "2026-09-20", publishedOn: "2026-09-29" },
    AdjustmentStage.APPROVED,
  ],
  [
    { appliedOn: "2026-09-01", reviewedOn: "2026-09-10", approvedOn: "2026-09-20", publishedOn: "2026-09-28" },
    AdjustmentStage.PUBLISHED,
  ],
])("of %j the stage on 28 September 2026 is %s", (days, stage) => expect(stageOn(days, "2026-09-28")).toBe(stage));

it.each([
  ["220131001000", PowerKind.LICENSING],
  ["221004001000", PowerKind.OTHER],
  ["222014001000", undefined],
  ["229914001000", undefined],
  ["220014001000", undefined],
  ["22XX14001000", undefined],
])("the code %s names the kind %s", (code, kind) => expect(powerKindOf(code)).toBe(kind));

it.each([
  [matter("220131001000"), { uscc: BUREAU, catalogCode: "220131001000" }],
  [matter("220131001000", "05"), { uscc: BUREAU, catalogCode: "220131001000" }],
  [matter("220131001000", "5"), undefined],
  ["CN-LOCAL-2224-0001", undefined],
  ["CN-TASK-", undefined],
  ["", undefined],
  [`CN-TASK-${"9".repeat(31)}`, undefined],
  [`CN-TASK-${"9".repeat(400)}`, undefined],
])("the id %j stands for %j", (id, key) => expect(powerKeyOf(id)).toEqual(key));

describe("findings", () => {
  const kinds = (...asked: Parameters<typeof findingsOf>) =>
    findingsOf(...asked).map(({ kind, catalogCode }) => `${kind} ${catalogCode}`);

  it("are none where each matter that needs a power has one", () => {
    expect(
      kinds(
        [matter("220131001000"), matter("220131001000", "01"), matter("222014001000"), "CN-LOCAL-1"],
        [power("220131001000")],
      ),
    ).toEqual([]);
  });
  it("say once that a list is missing, and nothing where no matter needs one", () => {
    expect(findingsOf([matter("220131001000"), matter("220131002000")], undefined)).toEqual([
      { kind: "LIST_MISSING", matterIds: [matter("220131001000"), matter("220131002000")] },
    ]);
    expect(findingsOf([matter("222014001000")], undefined)).toEqual([]);
  });
  it("tell a power that was taken off from one that never was, whatever the order of wordings", () => {
    const ids = [matter("220131001000"), matter("220131002000")];
    const off = power("220131001000", false);
    expect(kinds(ids, [off])).toEqual(["POWER_WITHDRAWN 220131001000", "MATTER_NOT_LISTED 220131002000"]);
    for (const powers of [
      [off, power("220131001000")],
      [power("220131001000"), off],
    ])
      expect(kinds(ids.slice(0, 1), powers)).toEqual([]);
  });
  it("ask for a matter of powers on application alone, and never of one without catalogue code", () => {
    const powers = [
      power("220231001000", true, PowerKind.PENALTY),
      power("220731001000", true, PowerKind.CONFIRMATION),
      power(undefined),
    ];
    expect(kinds([], powers)).toEqual(["POWER_WITHOUT_MATTER 220731001000"]);
    expect(kinds([], [])).toEqual([]);
    // More matters may be there than are told.
    expect(
      kinds(
        Array.from({ length: 1_000 }, (_, no) => `CN-LOCAL-${no}`),
        powers,
      ),
    ).toEqual([]);
  });
});
