/** States and clocks of intermediary procurements and sanctions; days counted by hand on the calendar of 2026. */
import "reflect-metadata";
import { useLimits } from "../../../platform/domain/index.js";
import { ANONYMOUS } from "../../../platform/auth/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import {
  publicNoticeTooShort,
  publicNoticeDeadline,
  contractDeadline,
  evaluationDeadline,
  isOpened,
} from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.status.js";
import { entryStateOf } from "../../../subgraphs/intermediary/intermediary-profile/intermediary-profile.status.js";
import { WHOSE_SANCTION } from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.policy.js";
import {
  expiresOn,
  stateOn,
  type SanctionFacts,
} from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.status.js";
import {
  SanctionLevel,
  sanctionMonths,
} from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.machine.js";
import { confirmLimits } from "../../support/confirmed-limits.js";

describe("sealing", () => {
  it.each([
    [undefined, "2026-09-28", false],
    ["2026-09-29", "2026-09-28", false],
    ["2026-09-28", "2026-09-28", true],
    ["2026-09-01", "2026-09-28", true],
  ])("bids opened on %s are open on %s: %s", (openedAt, today, open) =>
    expect(isOpened({ openedAt }, today)).toBe(open),
  );
});

describe("clocks", () => {
  beforeEach(() => confirmLimits("M-PUBLIC-NOTICE", "M-CONTRACT", "M-EVALUATION"));
  afterEach(() => useLimits());

  it("accuse nobody by values for demonstration, which is what ships", () => {
    const announced = { publicNoticeAt: "2026-09-28", closesAt: "2026-10-07", suspensions: [] };
    const signed = { selectedAt: "2026-05-28", signedAt: "2026-06-12", suspensions: [] };
    expect([publicNoticeTooShort(announced), contractDeadline(signed, "2026-09-28")]).toMatchObject([
      ...[true, { state: "LATE", confirmed: true }],
    ]);
    useLimits();
    expect([publicNoticeTooShort(announced), contractDeadline(signed, "2026-09-28")]).toMatchObject([
      ...[undefined, { dueOn: "2026-06-11", state: "PROVISIONAL", confirmed: false, light: undefined }],
    ]);
    // In time, and so by the value; open and past it: no light, no days too late.
    expect(contractDeadline({ ...signed, signedAt: "2026-06-11" }, "2026-09-28")).toMatchObject({ state: "MET" });
    expect(contractDeadline({ ...signed, signedAt: undefined }, "2026-09-28")).toMatchObject({
      ...{ state: "PROVISIONAL", light: "PROVISIONAL", remaining: undefined },
    });
  });

  // 25-27 September 2026 is Mid-Autumn, 1-7 October National Day; Sunday 20 September and Saturday 10 October are worked.
  it("counts three working days of public notice over a holiday", () => {
    const facts = { publicNoticeAt: "2026-09-28", closesAt: "2026-10-14", suspensions: [] };
    expect(publicNoticeDeadline(facts, "2026-09-28")).toMatchObject({
      dueOn: "2026-10-08",
      state: "RUNNING",
      remaining: 3,
    });
    expect(publicNoticeDeadline(facts, "2026-10-08")).toMatchObject({ dueOn: "2026-10-08", state: "MET" });
    expect(publicNoticeDeadline(facts, "2026-11-30")).toMatchObject({ state: "MET", light: undefined });
  });

  it.each([
    ["2026-10-07", true],
    ["2026-10-08", false],
    ["2026-10-10", false],
  ])("a public notice of 28 September that closes on %s is too short: %s", (closesAt, expected) =>
    expect(publicNoticeTooShort({ publicNoticeAt: "2026-09-28", closesAt, suspensions: [] })).toBe(expected),
  );

  it("does not count suspended days", () => {
    const suspensions = [{ from: "2026-09-29", to: "2026-09-30" }];
    const facts = { publicNoticeAt: "2026-09-28", closesAt: "2026-10-09", suspensions };
    expect(publicNoticeDeadline(facts, "2026-09-28")).toMatchObject({ dueOn: "2026-10-10", suspendedDays: 2 });
    expect(publicNoticeTooShort(facts)).toBe(true);
  });

  it.each([
    ["2026-06-11", undefined, "MET"],
    ["2026-06-12", undefined, "LATE"],
    [undefined, "2026-06-01", "SUSPENDED"],
  ])("a contract selected on 28 May, signed %s, disputed %s, is %s", (signedAt, disputedAt, state) =>
    expect(
      contractDeadline({ selectedAt: "2026-05-28", signedAt, disputedAt, suspensions: [] }, "2026-09-28"),
    ).toMatchObject({
      state,
      dueOn: state === "SUSPENDED" ? undefined : "2026-06-11",
    }),
  );

  it("says provisional where the calendar of the year is not published", () =>
    expect(evaluationDeadline({ acceptedAt: "2026-12-28", suspensions: [] }, "2026-12-29")).toMatchObject({
      state: "PROVISIONAL",
      dueOn: undefined,
    }));

  it("has no clock before its trigger", () => {
    expect(publicNoticeDeadline({ suspensions: [] }, "2026-09-28")).toBeUndefined();
    expect(contractDeadline({ suspensions: [] }, "2026-09-28")).toBeUndefined();
    expect(evaluationDeadline({ suspensions: [] }, "2026-09-28")).toBeUndefined();
  });
});

describe("a sanction", () => {
  it.each([
    [{}, "2026-09-28", "PRIOR_NOTICE_GIVEN", undefined],
    [{ decidedOn: "2026-03-31", months: 6 }, "2026-03-30", "PRIOR_NOTICE_GIVEN", "2026-09-30"],
    [{ decidedOn: "2026-03-31", months: 6 }, "2026-09-30", "IN_FORCE", "2026-09-30"],
    [{ decidedOn: "2026-03-31", months: 6 }, "2026-10-01", "EXPIRED", "2026-09-30"],
    [{ decidedOn: "2025-11-30", months: 3 }, "2026-02-28", "IN_FORCE", "2026-02-28"],
    [{ decidedOn: "2026-03-31", months: 6, revokedOn: "2026-05-01" }, "2026-04-30", "IN_FORCE", "2026-09-30"],
    [{ decidedOn: "2026-03-31", months: 6, revokedOn: "2026-05-01" }, "2026-05-01", "REVOKED", "2026-09-30"],
    // A reminder lasts no time.
    [{ decidedOn: "2026-03-31" }, "2026-03-31", "IN_FORCE", undefined],
    [{ decidedOn: "2026-03-31" }, "2026-04-01", "EXPIRED", undefined],
  ])(
    "%j is on %s %s, until %s; everybody may know of it while it is in force or expired",
    (facts, today, state, until) => {
      expect([stateOn(facts, today), expiresOn(facts)]).toEqual([state, until]);
      const { decidedOn, revokedOn } = facts as SanctionFacts;
      const owned = { firm_uscc: null, authority_uscc: null, division_code: null };
      const row = { ...owned, decided_on: decidedOn, revoked_on: revokedOn };
      expect(canRead(WHOSE_SANCTION, { viewer: ANONYMOUS, today }, row)).toBe(["IN_FORCE", "EXPIRED"].includes(state));
    },
  );

  it("lasts as long as its level allows", () =>
    expect(Object.values(SanctionLevel).map(sanctionMonths)).toEqual([[], [], [3, 6, 12], [12, 24, 36]]));

  it.each([
    [[], "ADMITTED"],
    [[SanctionLevel.SUSPENSION], "SUSPENDED"],
    [[SanctionLevel.SUSPENSION, SanctionLevel.REMOVAL], "REMOVED"],
  ])("of the levels %j leaves the intermediary %s", (levels, state) => expect(entryStateOf(levels)).toBe(state));
});
