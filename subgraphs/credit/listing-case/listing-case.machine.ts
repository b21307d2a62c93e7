/** The machine of a case of listing: prior notice, statement and defence, decision (国办发〔2020〕49号). Pure. */
import { addDays, basisOfProcedure, type LocalDate } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  isStated,
  REASONS_TOLD,
  REMEDY_TOLD,
  type Guard,
  type Transition,
} from "../../../platform/machine/index.js";

/** Where a case of listing stands. */
export enum ListingState {
  NOTICE_GIVEN = "NOTICE_GIVEN",
  DEFENDED = "DEFENDED",
  LISTED = "LISTED",
  NOT_LISTED = "NOT_LISTED",
}

/** What happens to a case of listing. */
export type ListingEvent = "DEFEND" | "LIST" | "DROP";

/** What its guards look at. */
export interface ListingGuardFacts {
  readonly today: LocalDate;
  /** Last day on which the body is waited for: of its time for a defence, or that of the notice where the defence is in. */
  readonly heardUntil: LocalDate;
  /** True where the body stands on the list already. */
  readonly onList: boolean;
  readonly reasons?: string;
  readonly remedy?: string;
  /** Number of the decision to list. */
  readonly decisionDocNo?: string;
}

const BASIS = basisOfProcedure("CREDIT-LISTING");
const { NOTICE_GIVEN, DEFENDED, LISTED, NOT_LISTED } = ListingState;
type Step = Transition<ListingState, ListingEvent, ListingGuardFacts>;

/** Nobody is listed unheard; the decision is later than the notice. */
const HEARD: Guard<ListingGuardFacts> = {
  reason: "DEFENCE_NEEDED",
  en: "the body was heard, or let the time pass",
  holds: ({ today, heardUntil }) => today > heardUntil,
  earliest: ({ heardUntil }) => addDays(heardUntil, 1),
};

const decideFrom = (state: ListingState): readonly Step[] => [
  {
    event: "LIST",
    from: [state],
    to: LISTED,
    actors: ["OFFICER"],
    guards: [
      HEARD,
      REASONS_TOLD,
      REMEDY_TOLD,
      {
        reason: "DOCUMENT_NEEDED",
        en: "number of the decision",
        holds: ({ decisionDocNo }) => isStated(decisionDocNo),
      },
      { reason: "LISTED_BEFORE", en: "the body does not stand on the list yet", holds: ({ onList }) => !onList },
    ],
    basis: BASIS,
    sets: ["decidedOn", "decision", "remedy", "decisionDocNo", "entryId"],
  },
  {
    event: "DROP",
    from: [state],
    to: NOT_LISTED,
    actors: ["OFFICER"],
    guards: [REASONS_TOLD],
    basis: BASIS,
    sets: ["decidedOn", "decision"],
  },
];

/** Life of a case of listing. */
export const LISTING = defineMachine<ListingState, ListingEvent, ListingGuardFacts>({
  name: "ListingState",
  title: "Case of listing 列入名单办理",
  states: {
    NOTICE_GIVEN: { zh: "已事先告知", en: "Prior notice given; not public" },
    DEFENDED: { zh: "已陈述申辩", en: "Stated and defended; not decided" },
    LISTED: { zh: "决定列入", en: "Decided: the body stands on the list", terminal: true },
    NOT_LISTED: { zh: "决定不予列入", en: "Decided: the body is not listed", terminal: true },
  },
  initial: NOTICE_GIVEN,
  transitions: [
    {
      event: "DEFEND",
      from: [NOTICE_GIVEN],
      to: DEFENDED,
      actors: ["SUBJECT"],
      basis: BASIS,
      limit: "N-DEFENCE",
      sets: ["statement", "statedOn"],
    },
    ...[NOTICE_GIVEN, DEFENDED].flatMap(decideFrom),
  ],
});

describeEnum(
  ListingState,
  LISTING.name,
  "Where a case of listing stands (列入名单办理状态).",
  describedStates(LISTING),
);
