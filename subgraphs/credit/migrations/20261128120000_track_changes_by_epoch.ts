/** The feed of changes of this service, in epochs: a restored database begins another. */
import { createChangeTracking, type TrackedTable } from "../../../platform/database/index.js";

const NEVER_REPAIRED_OR_AGAIN =
  "(coalesce(repaired_on > feed_day, true) or coalesce(republished_on <= feed_day, false))";
const NOT_SHIELDED = "(coalesce(shielded_from > feed_day, true) or coalesce(shielded_to < feed_day, false))";
const LAST_DAY = `coalesce(publicity_until, (decision_date
  + (select max_months from severity_rules where severity_rules.id = severity_rule_id) * interval '1 month')::date)`;

/** What is told of, and when it is public: what its declaration (`*.policy.ts`) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  {
    kind: "LICENCE",
    table: "licences",
    key: "id",
    isPublic: "published_on <= feed_day and not counterparty_minor",
    version: "version",
  },
  {
    kind: "PENALTY",
    table: "penalties",
    key: "id",
    isPublic: `published_on <= feed_day and not counterparty_minor and coalesce(withdrawn_on > feed_day, true)
      and ${NEVER_REPAIRED_OR_AGAIN} and ${NOT_SHIELDED} and ${LAST_DAY} >= feed_day`,
    version: "version",
  },
  {
    kind: "LIST_ENTRY",
    table: "list_entries",
    key: "id",
    isPublic:
      "listed_on <= feed_day and coalesce(expires_on >= feed_day, true) and coalesce(removed_on > feed_day, true)",
  },
];

/** Tables and triggers. */
export const trackChangesByEpoch = createChangeTracking("20261128120000_track_changes_by_epoch", TRACKED);
