/** Mutants of ids and of the feed of changes: what a stranger could tell from them about records that are no longer public. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const ATTACK = { file: "test/security/feed-attack.test.ts" };
const FEED = { file: "test/e2e/changes-epochs.test.ts" };
const IDS = { file: "test/subgraph/credit-record-ids.test.ts" };

export const FEED_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/import/record-keys.ts", IDS, [
    [
      "ids are the same for everybody",
      '`${prefix}-${randomUUID().replaceAll("-", "")}`',
      '`${prefix}-${"0".repeat(32)}`',
    ],
    ["another secret under a key's id is taken for it", '`${id}.${sign("name", id).slice(0, 8)}`', "`${id}.00000000`"],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/record-keys.repository.ts", IDS, [
    ["an import without the key makes new ids", "if (missing.length > 0)", "if (missing.length > 9)"],
  ]),
  ...mutantsOf("platform/database/changes.ts", ATTACK, [
    [
      "a new reader is told what ended before it began",
      "xid >= ?::xid8 and (first_epoch",
      "?::xid8 is not null and (first_epoch",
    ],
  ]),
  ...mutantsOf("platform/database/changes.ts", FEED, [
    [
      "who never had a record is told of its end",
      " and (first_epoch, first_xid) <= (?::integer, greatest(?::xid8, ?::xid8))",
      " and (?::integer, ?::xid8, ?::xid8) is not null",
    ],
    [
      "a pause has no end",
      'state.now - completeAt > (copied === "COPYING" ? COPY_DAYS : PAUSE_DAYS) * 86_400',
      "false",
    ],
    ["a cursor of another epoch goes on", "epoch !== state.epoch ||", ""],
    ["a restored row is taken for its own", " and mod(stamp::text::numeric, 4294967296) = xmin::text::numeric", ""],
    [
      "reading does not move the feed",
      "if (state.atHome && !state.stale) return state;",
      "if (state.atHome) return state;",
    ],
    ["a place in the future is believed", "BigInt(after.at[1]) >= BigInt(state.next)", "false"],
  ]),
  // What migrations set up is tried where migrations run.
  ...mutantsOf("platform/database/change-tracking.ts", { file: "test/subgraph/older-databases.test.ts" }, [
    ["a record that changes its key leaves the old one behind", "if tg_op = 'UPDATE' then", "if tg_op = 'NONE' then"],
  ]),
];
