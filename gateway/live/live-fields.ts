/** What can be subscribed to: which query gives an event's payload, and which steps of which service's journal cause one. */

/** A field of Subscription. Its arguments are those of the query, by the same names. */
export interface LiveField {
  /** Root field of Query that gives the payload, as the viewer may read it then. */
  readonly query: string;
  /** Services whose journals are followed. */
  readonly services: readonly string[];
  /** Kinds of record whose steps cause an event, by their types in the graph. */
  readonly kinds: readonly string[];
  /** Argument that is the record's key. @default a step of any record of the kinds has the payload looked at */
  readonly key?: string;
  /** Least time between two events, in milliseconds. */
  readonly everyMs: number;
  /** Time after which the payload is looked at though no step was taken, in milliseconds: what time alone changes. @default never */
  readonly againMs?: number;
}

/** Kinds of record of which notices tell, as nouns declare them; a test holds it against them. */
export const NOTICE_KINDS: readonly string[] = [
  "ServiceCase",
  "ServiceRating",
  "MonitorAlert",
  "Consultation",
  "MatterDraft",
  "IntermediaryProcurement",
  "EntryApplication",
  "IntermediarySanction",
  "AdministrativePenalty",
  "RepairCase",
  "Objection",
  "SubsidyBatch",
  "RosterObjection",
  "PaymentOrder",
  "AdministrativeLicence",
  "ListEntry",
  "CreditCommitment",
  "BudgetAllotment",
  "FundProject",
  "SubsidyReturn",
  "DisclosureRequest",
];

/** Fields by their names. */
export const LIVE_FIELDS: Readonly<Record<string, LiveField>> = {
  caseChanged: { query: "serviceCase", services: ["matters"], kinds: ["ServiceCase"], key: "caseNo", everyMs: 1_000 },
  lights: {
    query: "division",
    services: ["matters"],
    kinds: ["ServiceCase", "MonitorAlert"],
    everyMs: 5_000,
    againMs: 60_000,
  },
  projectOpened: {
    query: "intermediaryProcurement",
    services: ["intermediary"],
    kinds: ["IntermediaryProcurement"],
    key: "projectNo",
    everyMs: 1_000,
  },
  noticed: {
    query: "notices",
    services: ["matters", "intermediary", "credit", "funds", "openness"],
    kinds: NOTICE_KINDS,
    everyMs: 5_000,
  },
};
