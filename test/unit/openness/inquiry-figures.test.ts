/** The clock of inquiries on golden days, and their figures. */
import { replyDeadline } from "../../../subgraphs/openness/inquiry/inquiry-clock.js";
import { InquiryKind, InquirySatisfaction } from "../../../subgraphs/openness/inquiry/inquiry.enums.js";
import { InquiryState } from "../../../subgraphs/openness/inquiry/inquiry.machine.js";
import { figuresOf, type CountedInquiry } from "../../../subgraphs/openness/inquiry-statistics/inquiry-statistics.js";

const TODAY = "2026-09-28";
const { CONSULTATION, COMPLAINT } = InquiryKind;
const asked = (receivedOn: string, differs: Partial<CountedInquiry> = {}): CountedInquiry => ({
  ...{ kind: CONSULTATION, state: InquiryState.ASSIGNED, receivedOn },
  ...differs,
});

it.each([
  [asked("2026-09-28"), "2026-10-10", "RUNNING"],
  [asked("2026-09-28", { kind: COMPLAINT }), "2026-10-23", "RUNNING"],
  [asked("2026-05-06", { repliedOn: "2026-05-12" }), "2026-05-12", "MET"],
  // The limit is a local one that no document confirms: nobody is late by it.
  [asked("2026-05-06", { repliedOn: "2026-05-13" }), "2026-05-12", "PROVISIONAL"],
  [asked("2026-09-01"), "2026-09-08", "PROVISIONAL"],
])("%j is due on %s: %s", (inquiry, dueOn, state) => {
  expect(replyDeadline(inquiry, TODAY)).toMatchObject({
    ...{ dueOn, state, confirmed: false, basis: expect.stringContaining("演示用值") },
  });
});

it("what was merged has no limit of its own", () => {
  expect(replyDeadline(asked("2026-09-01", { state: InquiryState.MERGED }), TODAY)).toBeUndefined();
});

it("figures leave out what was merged, and rates what there is nothing to divide by", () => {
  expect(figuresOf([], TODAY)).toMatchObject({ received: 0, replied: 0 });
  expect(figuresOf([], TODAY)).not.toHaveProperty("replyRate");
  expect(figuresOf([asked("2026-09-28")], TODAY)).not.toHaveProperty("satisfiedRate");
  const { SATISFIED, BASICALLY_SATISFIED, DISSATISFIED } = InquirySatisfaction;
  const said = (satisfaction?: InquirySatisfaction): CountedInquiry =>
    asked("2026-05-06", { repliedOn: "2026-05-08", state: InquiryState.CLOSED, satisfaction });
  const figures = figuresOf(
    [
      ...[said(SATISFIED), said(BASICALLY_SATISFIED), said(DISSATISFIED), said()],
      ...[asked("2026-09-01"), asked("2026-09-28"), asked("2026-09-01", { state: InquiryState.MERGED })],
    ],
    TODAY,
  );
  expect(figures).toMatchObject({
    ...{ received: 6, merged: 1, replied: 4, repliedInTime: 4, late: 0, pastUnconfirmed: 1 },
    ...{ asked: 3, satisfied: 2, replyRate: 0.6667, satisfiedRate: 0.6667 },
  });
  expect(figures.kinds.find(({ kind }) => kind === CONSULTATION)).toEqual({
    ...{ kind: CONSULTATION, received: 6, replied: 4 },
  });
});
