/** What can be subscribed to: which query gives an event's payload, and which steps of which service's journal cause one. */

/** A field of Subscription. Its arguments are those of the query, by the same names. */
export interface LiveField {
  /** Root field of Query that gives the payload, as the viewer may read it then. */
  readonly query: string;
  /** Service whose journal is followed. */
  readonly service: string;
  /** Kinds of record whose steps cause an event, by their types in the graph. */
  readonly kinds: readonly string[];
  /** Argument that is the record's key. @default a step of any record of the kinds has the payload looked at, and another one is told */
  readonly key?: string;
  /** Least time between two events, in milliseconds. */
  readonly everyMs: number;
  /** Time after which the payload is looked at though no step was taken, in milliseconds: what time alone changes. @default never */
  readonly againMs?: number;
}

/** Fields by their names. */
export const LIVE_FIELDS: Readonly<Record<string, LiveField>> = {
  caseChanged: { query: "serviceCase", service: "matters", kinds: ["ServiceCase"], key: "caseNo", everyMs: 1_000 },
  lights: {
    query: "division",
    service: "matters",
    kinds: ["ServiceCase", "MonitorAlert"],
    everyMs: 5_000,
    againMs: 60_000,
  },
  projectOpened: {
    query: "intermediaryProcurement",
    service: "intermediary",
    kinds: ["IntermediaryProcurement"],
    key: "projectNo",
    everyMs: 1_000,
  },
};
