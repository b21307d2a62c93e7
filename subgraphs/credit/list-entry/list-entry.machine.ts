/** The machine of an entry of a credit list: it stands, is repaired, ends by time, is removed where its decision is revoked; on which state a day falls is computed in list-entry.status.ts. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  isStated,
  REASONS_TOLD,
  type Transition,
} from "../../../platform/machine/index.js";
import { LEAST_PUBLICITY, type LeastPublicityFacts } from "../repair-rules/least-publicity.js";

/** Where an entry stands. */
export enum ListEntryState {
  LISTED = "LISTED",
  REMOVED = "REMOVED",
  EXPIRED = "EXPIRED",
  REVOKED = "REVOKED",
}

/** What happens to an entry. */
export type ListEntryEvent = "APPLY_FOR_REPAIR" | "REPAIR" | "RELIST" | "REVOKE" | "EXPIRE";

/** What its guards look at. */
export interface ListEntryGuardFacts extends LeastPublicityFacts {
  /** True where the list is of the dishonest: who is praised has nothing to repair. */
  readonly dishonest: boolean;
  /** True while an application to repair it is open. */
  readonly repairRuns: boolean;
  /** True where a case of repair about it ended with DONE. */
  readonly repairDecided: boolean;
  /** True where that repair was found false. */
  readonly repairFoundFalse: boolean;
  /** Last day; absent where it stands until its reason is gone. */
  readonly expiresOn?: string;
  readonly reasons?: string;
  /** Number of the document by which the decision to list was revoked. */
  readonly revocationNo?: string;
}

const REPAIR_RULES = basisOfProcedure("CREDIT-REPAIR");
const LISTING_RULES = basisOfProcedure("CREDIT-LISTING");
const { LISTED, REMOVED, EXPIRED, REVOKED } = ListEntryState;
type Step = Transition<ListEntryState, ListEntryEvent, ListEntryGuardFacts>;

const repairing: readonly Step[] = [
  {
    event: "APPLY_FOR_REPAIR",
    from: [LISTED],
    to: LISTED,
    actors: ["SUBJECT"],
    guards: [
      { reason: "NOTHING_TO_REPAIR", en: "a list of the dishonest", holds: ({ dishonest }) => dishonest },
      LEAST_PUBLICITY,
      { reason: "REPAIR_RUNS", en: "no other application is open", holds: ({ repairRuns }) => !repairRuns },
    ],
    basis: REPAIR_RULES,
  },
  {
    event: "REPAIR",
    from: [LISTED],
    to: REMOVED,
    actors: ["OFFICER"],
    guards: [
      LEAST_PUBLICITY,
      {
        reason: "REPAIR_DECISION_NEEDED",
        en: "a decision of the authority to repair",
        holds: ({ repairDecided }) => repairDecided,
      },
    ],
    basis: REPAIR_RULES,
    sets: ["removedOn"],
  },
  {
    event: "RELIST",
    from: [REMOVED],
    to: LISTED,
    actors: ["OFFICER"],
    guards: [
      {
        reason: "REPAIR_NOT_FALSE",
        en: "the repair is found false",
        holds: ({ repairFoundFalse }) => repairFoundFalse,
      },
    ],
    basis: REPAIR_RULES,
    sets: ["relistedOn"],
  },
];

/** Life of an entry. */
export const LIST_ENTRY = defineMachine<ListEntryState, ListEntryEvent, ListEntryGuardFacts>({
  name: "ListEntryState",
  title: "Entry of a credit list 名单记录",
  states: {
    LISTED: { zh: "在列", en: "On the list" },
    REMOVED: { zh: "已移出", en: "Removed before its last day, as by repair" },
    EXPIRED: { zh: "期满移出", en: "Removed by time" },
    REVOKED: { zh: "列入决定已撤销", en: "Removed because the decision was revoked", terminal: true },
  },
  initial: LISTED,
  transitions: [
    ...repairing,
    {
      event: "EXPIRE",
      from: [LISTED],
      to: EXPIRED,
      actors: ["TIME"],
      guards: [
        {
          reason: "PUBLICITY_RUNS",
          en: "the last day is past",
          holds: ({ today, expiresOn }) => expiresOn !== undefined && today > expiresOn,
        },
      ],
      basis: LISTING_RULES,
    },
    {
      event: "REVOKE",
      from: [LISTED, REMOVED, EXPIRED],
      to: REVOKED,
      actors: ["OFFICER"],
      guards: [
        REASONS_TOLD,
        {
          reason: "DOCUMENT_NEEDED",
          en: "number of the revocation",
          holds: ({ revocationNo }) => isStated(revocationNo),
        },
      ],
      basis: LISTING_RULES,
      sets: ["revokedOn", "revocationNo"],
    },
  ],
  computed: "Computed for a day from what happened; time alone ends an entry that has a last day.",
});

describeEnum(
  ListEntryState,
  LIST_ENTRY.name,
  "Where an entry stands on the day of the request (名单记录状态).",
  describedStates(LIST_ENTRY),
);
