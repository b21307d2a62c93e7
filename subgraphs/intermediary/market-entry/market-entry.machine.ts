/** The machine of an application to enter the market, or to provide more in it. Pure. */
import { basisOfProcedure, type LocalDate } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";

/** State of an application. */
export enum EntryApplicationState {
  SUBMITTED = "SUBMITTED",
  ADMITTED = "ADMITTED",
  REFUSED = "REFUSED",
  WITHDRAWN = "WITHDRAWN",
}

/** What happens to an application. */
export type EntryEvent = "ADMIT" | "REFUSE" | "WITHDRAW";

/** What its guards look at. */
export interface EntryGuardFacts {
  /** Last days of the qualifications that it names; absent for one without an end. */
  readonly validTo: readonly (LocalDate | undefined)[];
  readonly today: LocalDate;
  /** True where the department owns the firm, or the firm declared a relation to it. */
  readonly related: boolean;
  /** True while a removal of the firm is in force. */
  readonly removed: boolean;
  readonly reasons?: string;
}

const { SUBMITTED, ADMITTED, REFUSED, WITHDRAWN } = EntryApplicationState;
const BASIS = basisOfProcedure("MARKET");

/** Life of an application. */
export const ENTRY = defineMachine<EntryApplicationState, EntryEvent, EntryGuardFacts>({
  name: "EntryApplicationState",
  title: "Application to enter the market 入驻申请",
  states: {
    SUBMITTED: { zh: "待核查", en: "Handed in; the department checks it" },
    ADMITTED: { zh: "准予入驻", en: "Admitted: the firm provides the services", terminal: true },
    REFUSED: { zh: "不予入驻", en: "Refused, with reasons", terminal: true },
    WITHDRAWN: { zh: "已撤回", en: "Withdrawn by the firm", terminal: true },
  },
  initial: SUBMITTED,
  transitions: [
    {
      event: "ADMIT",
      from: [SUBMITTED],
      to: ADMITTED,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "QUALIFICATION_NEEDED",
          en: "a qualification, and none that is over",
          holds: ({ validTo, today }) =>
            validTo.length > 0 && validTo.every((last) => last === undefined || today <= last),
        },
        {
          reason: "RELATED_TO_DEPARTMENT",
          en: "a firm that is not related to the department that approves with its results (N2)",
          holds: ({ related }) => !related,
        },
        { reason: "ENTRY_BARRED", en: "no removal in force", holds: ({ removed }) => !removed },
      ],
      limit: "M-ENTRY",
      basis: BASIS,
      sets: ["decidedOn"],
    },
    {
      event: "REFUSE",
      from: [SUBMITTED],
      to: REFUSED,
      actors: ["OFFICER"],
      guards: [REASONS_TOLD],
      limit: "M-ENTRY",
      basis: BASIS,
      sets: ["decidedOn", "reasons"],
    },
    { event: "WITHDRAW", from: [SUBMITTED], to: WITHDRAWN, actors: ["FIRM"], basis: BASIS },
  ],
});

describeEnum(
  EntryApplicationState,
  ENTRY.name,
  "State of an application to enter the market (入驻申请状态).",
  describedStates(ENTRY),
);
