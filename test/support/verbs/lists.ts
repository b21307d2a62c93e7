/** Verbs of credit lists: on entries and cases about the enterprise of agent-1 that officer-1's agency made. */
import type { Knex } from "knex";
import type { TestStack } from "../stack.js";
import { copyOf, OFFICER, REVOCATION, type RepairAt } from "./credit.js";
import type { Verbs } from "./index.js";

/** A body on the abnormal list of officer-1's agency: the enterprise of agent-1. */
export const LISTED = {
  ...{ kind: "ABNORMAL", list: "经营异常名录", version: 1 },
  ...{ counterparty_id: "CN-USCC-91990101MA9000011P", counterparty_uscc: "91990101MA9000011P" },
  ...{
    authority_id: "CN-USCC-11990101MB9000015E",
    authority_uscc: "11990101MB9000015E",
    division_code: "222401",
  },
  ...{ prior_notice_on: "2026-06-01", listed_on: "2026-06-15", expires_on: null, removed_on: null },
};

/** An entry of a list of its own; answers with its id. */
export const entryOf = (stack: TestStack, set: object = {}): Promise<string> =>
  copyOf(stack, "list_entries", "MD-GOLDEN-1", { ...LISTED, ...set });

/** Asks for the verb of list entries as a viewer. */
export const askEntry = (stack: TestStack, viewer: string, input: object) =>
  stack.ask(
    `mutation ($input: RevokeListingInput!) { done: revokeListing(input: $input) { entry { id version state removedOn allowedActions measures { code } history { event from to part } } } }`,
    { viewer, variables: { input } },
  );

/** What a notice of listing says; a list that bars from nothing, for the body goes on to bid. */
export const NOTICE = {
  ...{ uscc: "91990101MA9000011P", list: "经营异常名录", kind: "ABNORMAL", reason: "未按期公示年度报告" },
  ...{ basisLaw: "《企业信息公示暂行条例》", measureCodes: ["GL-01"] },
};

/** A decision to list. */
export const LISTING = {
  ...{ outcome: "LISTED", reasons: "陈述申辩不成立", remedy: "可申请行政复议" },
  ...{ decisionDocNo: "演列〔2026〕1号", expiresOn: "2029-09-28" },
};

const CASE =
  "listingCase { no version state priorNoticeOn defenceDeadline { dueOn } statedOn decidedOn decision remedy decisionDocNo allowedActions measures { code } entry { id state listedOn expiresOn priorNoticeOn decisionDocNo } history { event from to part } }";

/** Asks for a verb of listing as a viewer. */
export const askListing = (stack: TestStack, viewer: string, verb: string, type: string, input: object) =>
  stack.ask(`mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${CASE} } }`, {
    ...{ viewer, variables: { input } },
  });

let lists = 0;

/** A list that nobody stands on. */
const aList = (): string => {
  lists += 1;
  return `${NOTICE.list}${lists}`;
};

/** A case of listing of its own, of which notice was given on the day. */
export const noticed = async (stack: TestStack, on = "2026-09-01"): Promise<RepairAt> => {
  const { body } = await askListing(stack, "officer-1", "giveListingNotice", "GiveListingNoticeInput", {
    ...{ ...NOTICE, list: aList() },
  });
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  const { no } = body.data.done.listingCase as RepairAt;
  const [row] = (await (stack.databases["credit"] as Knex)("listing_cases")
    .where({ no })
    .update({ prior_notice_on: on })
    .returning("version")) as { version: number }[];
  return { no, version: row!.version };
};

/** Verbs of credit lists. */
export const LIST_VERBS: Verbs = {
  // The officers of any agency give notice in its name.
  giveListingNotice: {
    input: "GiveListingNoticeInput",
    selects: "listingCase { no }",
    prepare: () => Promise.resolve({ ...NOTICE, list: aList() }),
    letters: "DDDD YYDDR DD",
  },
  defendListing: {
    input: "DefendListingInput",
    selects: "listingCase { no }",
    prepare: async (stack) => {
      const { no, version } = await noticed(stack);
      return { no, expectedVersion: version, statement: "已按期改正" };
    },
    letters: "DHHY DDDDD DD",
  },
  decideListing: {
    input: "DecideListingInput",
    selects: "listingCase { no }",
    prepare: async (stack) => {
      const { no, version } = await noticed(stack);
      return { no, expectedVersion: version, ...LISTING, expiresOn: "2026-09-29" };
    },
    letters: OFFICER,
  },
  revokeListing: {
    input: "RevokeListingInput",
    selects: "entry { id }",
    prepare: async (stack) => ({ id: await entryOf(stack), expectedVersion: 1, ...REVOCATION }),
    letters: "DDDD YRDDR DD",
  },
};
