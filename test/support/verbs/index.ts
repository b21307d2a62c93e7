/** Who may do what, typed by hand: one entry a verb, one letter a viewer in the order of test/support/visibility.ts. */
import type { TestStack } from "../stack.js";
import { ALERT_VERBS } from "./alerts.js";
import { APP_VERBS } from "./apps.js";
import { CASE_VERBS } from "./cases.js";
import { CONSULTATION_VERBS } from "./consultations.js";
import { DISCLOSURE_VERBS } from "./disclosures.js";
import { INQUIRY_VERBS } from "./inquiries.js";
import { INTERMEDIARY_VERBS } from "./intermediary.js";
import { SANCTION_VERBS } from "./sanctions.js";
import { CREDIT_VERBS } from "./credit.js";
import { LIST_VERBS } from "./lists.js";
import { ENTRY_VERBS } from "./entries.js";
import { FUNDS_VERBS } from "./funds.js";
import { MATTER_VERBS } from "./matters.js";
import { NOTICE_VERBS } from "./notices.js";
import { OPENNESS_VERBS } from "./openness.js";
import { RATING_VERBS } from "./ratings.js";

/** A verb of the graph. */
export interface VerbEntry {
  /** Name of its input's type. */
  readonly input: string;
  /** What of its payload is asked for. */
  readonly selects: string;
  /** Makes a record on which somebody may do it, and gives the input. */
  readonly prepare: (stack: TestStack) => Promise<object>;
  /** D denied before planning · H as if there were no such record · R refused by a rule · Y done. */
  readonly letters: string;
}

/** Verbs by name. */
export type Verbs = Readonly<Record<string, VerbEntry>>;

/** Every verb. */
export const VERBS: Verbs = {
  ...CASE_VERBS,
  ...RATING_VERBS,
  ...ALERT_VERBS,
  ...MATTER_VERBS,
  ...CONSULTATION_VERBS,
  ...CREDIT_VERBS,
  ...LIST_VERBS,
  ...FUNDS_VERBS,
  ...INTERMEDIARY_VERBS,
  ...SANCTION_VERBS,
  ...ENTRY_VERBS,
  ...NOTICE_VERBS,
  ...APP_VERBS,
  ...OPENNESS_VERBS,
  ...DISCLOSURE_VERBS,
  ...INQUIRY_VERBS,
};
