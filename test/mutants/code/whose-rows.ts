/** Mutants of whose a row is, part by part, which the truth tables of every declaration notice without a database. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const TABLES = { file: "test/unit/disclosure/whose-rows.test.ts" };
const whose = (folder: string, changes: Parameters<typeof mutantsOf>[2]): CodeMutant[] =>
  mutantsOf(`subgraphs/${folder}/${folder.split("/").at(-1)}.policy.ts`, TABLES, changes);

const OF_CREDIT: readonly CodeMutant[] = [
  ...whose("credit/counterparty", [
    ["a record is not the person's", 'ofPerson("counterparty_hash"), ', ""],
    ["a record is not the enterprise's", ', ofBody("counterparty_uscc"));', ");"],
    ["a record is not its supervisors'", ', division: "division_code" }', " }"],
    ["a record is its auditors'", 'division: "division_code" }', 'division: "division_code", audited: true }'],
    ["a record is not its parties'", "anyOf(OF_COUNTERPARTY, entitled", "anyOf(entitled"],
  ]),
  ...whose("credit/licence", [
    ["a sealed licence is its parties'", "  UNSEALED,\n", ""],
    ["a licence is not its parties'", ", OF_PARTIES),\n", "),\n"],
    ["a licence is everybody's before its publication", 'since("published_on"), ', ""],
    ["a withdrawn licence is everybody's", 'before("withdrawn_on"), ', ""],
  ]),
  ...whose("credit/penalty", [
    ["a sealed penalty is told to its parties", "  UNSEALED,\n", ""],
    ["a penalty of a minor is everybody's", '      unless("counterparty_minor"),\n', ""],
    ["what its rule seals is everybody's", '      unless("rule_seals"),\n', ""],
    ["a penalty is everybody's before its publication", '      since("published_on"),\n', ""],
    ["a withdrawn penalty is everybody's", '      before("withdrawn_on"),\n', ""],
    ["publicity goes on after a repair", '      anyOf(before("repaired_on"), since("republished_on")),\n', ""],
    ["a false repair ends publicity", ', since("republished_on")', ""],
    ["a shielded penalty is everybody's", '      anyOf(before("shielded_from"), after("shielded_to")),\n', ""],
    ["a shield never ends", ', after("shielded_to")', ""],
    ["publicity never ends", '      until("publicity_ends_on"),\n', ""],
    ["publicity ends on its last day", 'until("publicity_ends_on")', 'before("publicity_ends_on")'],
    ["a penalty is not its parties'", "    OF_PARTIES,\n", ""],
  ]),
  ...whose("credit/repair-case", [
    ["a sealed record's repair is its parties'", "allOf(UNSEALED, OF_PARTIES)", "OF_PARTIES"],
  ]),
  ...whose("credit/objection", [
    ["a sealed record's objection is its parties'", "allOf(UNSEALED, OF_PARTIES)", "OF_PARTIES"],
  ]),
  ...whose("credit/commitment", [
    ["a commitment of repair is not its parties'", ", OF_PARTIES)", ")"],
    ["a commitment for the repair of a sealed record is its parties'", "allOf(UNSEALED, ", "allOf("],
  ]),
  ...whose("credit/list-entry", [
    ["an entry is everybody's before its listing", 'since("listed_on"),', ""],
    ["an entry never expires", 'until("expires_on"),', ""],
    ["an entry whose decision was revoked is everybody's", 'before("revoked_on"),', ""],
    ["an entry that stands again is its parties' alone", ', since("relisted_on")', ""],
    ["an entry is not its body's", 'body: "counterparty_uscc", ', ""],
    ["an entry is not its authority's", 'agency: "authority_uscc", ', ""],
    ["an entry is not its supervisors'", ', division: "division_code" }', " }"],
  ]),
  ...whose("credit/listing-case", [
    ["a notice is not its body's", 'body: "counterparty_uscc",', ""],
    ["a notice is not its authority's", 'agency: "authority_uscc",', ""],
  ]),
];

const OF_FUNDS: readonly CodeMutant[] = [
  ...mutantsOf("subgraphs/funds/access/entitled.policy.ts", TABLES, [
    ["money is not its subject's", 'subject: "subject", ', ""],
    ["money is not its agency's", 'agency: "agency", ', ""],
    ["money is not its division's", 'division: "division", audited: true });\n', "audited: true });\n"],
    ["four persons are everybody's", 'atLeast("persons", MIN_GROUP)', 'atLeast("persons", MIN_GROUP - 1)'],
    ["a small group is nobody's", "MIN_GROUP), OF_MONEY)", "MIN_GROUP))"],
  ]),
  ...whose("funds/budget-disclosure", [
    ["a budget is not its unit's", 'agency: "unit_uscc", ', ""],
    ["a budget is not its division's", 'division: "division_code", ', ""],
    ["a budget is not its auditors'", ", audited: true", ""],
  ]),
  ...whose("funds/budget-allotment", [
    ["a draft is not its agency's", 'agency: "agency_uscc", ', ""],
    ["a draft is not its division's", 'division: "agency_division", ', ""],
  ]),
  ...whose("funds/fund-project", [
    ["an approval is not its applicant's", 'subject: "subject", ', ""],
    ["an approval is not its agency's", 'agency: "agency_uscc", ', ""],
    ["an approval is not its division's", ', division: "division_code" }', " }"],
  ]),
  ...whose("funds/payment", [
    ["a payment is not its payee's", '  subject: "payee_subject",\n', ""],
    ["a payment is not its agency's", '  agency: "agency_uscc",\n', ""],
    ["a payment is not its division's", '  division: "division_code",\n', ""],
    ["a payment is not its auditors'", "  audited: true,\n", ""],
    ["a payment to a body is closed", '  oneOf("payee_kind", [PayeeKind.ORGANIZATION]),\n', ""],
    ["a payment to a person is everybody's", 'allOf(oneOf("payee_kind", [PayeeKind.BATCH]), ', "allOf("],
    ["a payment to few is not its parties'", "  OF_PARTIES,\n);", ");"],
    ["a return is not its parties'", ", OF_PARTIES);", ");"],
  ]),
  ...whose("funds/subsidy", [
    ["a line is not its recipient's", "  OF_RECIPIENT,\n", ""],
    ["a line is not its division's", 'division: "division_code", ', ""],
    ["a line is not its auditors'", ", audited: true", ""],
  ]),
];

const OF_MARKET: readonly CodeMutant[] = [
  ...whose("intermediary/intermediary-sanction", [
    ["a sanction is everybody's before its decision", 'since("decided_on"), ', ""],
    ["a sanction is not its agency's", 'body: "firm_uscc", ', ""],
    ["a sanction is not its authority's", 'agency: "authority_uscc", ', ""],
    ["a sanction is not its supervisors'", ', division: "division_code" }', " }"],
  ]),
  ...whose("intermediary/finding", [
    ["a public ground is closed", '  oneOf("ground", [Ground.PUBLIC]),\n', ""],
    ["a listing is no ground of the parties", "[Ground.LISTED, Ground.DECLARED]", "[Ground.DECLARED]"],
    ["a relation is no ground of the parties", "[Ground.LISTED, Ground.DECLARED]", "[Ground.LISTED]"],
    ["a ground is not the bidder's", 'ofBody("bidder_uscc"), ', ""],
    ["a ground is not the owner's", 'ofBody("owner_uscc"), ', ""],
    ["a ground is not the department's", 'ofAgency("department_uscc"), ', ""],
    ["a ground is not its supervisors'", ', inDivision("division_code")', ""],
  ]),
  ...whose("intermediary/intermediary-procurement", [
    ["a draft is not its owner's", 'body: "owner_uscc", ', ""],
    ["a draft is not its supervisors'", ', division: "division_code" }', " }"],
    ["a draft is nobody's", "  OF_PARTIES,\n", ""],
    ["a cancelled draft is everybody's", ', given("public_notice_on")', ""],
  ]),
];

const OF_MATTERS: readonly CodeMutant[] = [
  ...whose("matters/electronic-licence", [
    ["a licence is not its supervisors'", ', division: "division_code" }', " }"],
  ]),
  ...whose("matters/matter", [
    [
      "an unpublished matter is everybody's",
      "[EditorialStatus.PUBLISHED]",
      "[EditorialStatus.PUBLISHED, EditorialStatus.IN_REVIEW]",
    ],
    ["an unpublished matter is not its agency's", 'agency: "dept_uscc", ', ""],
    ["an unpublished matter is not its supervisors'", ', division: "division_code" }', " }"],
  ]),
  ...whose("matters/matter-draft", [
    ["a draft of a matter is not its agency's", 'agency: "dept_uscc", ', ""],
    ["a draft of a matter is not its supervisors'", ', division: "division_code" }', " }"],
  ]),
  ...whose("matters/service-case", [
    ["a case is not its agency's", 'agency: "dept_uscc", ', ""],
    ["a case is not its supervisors'", ', division: "division_code" }', " }"],
  ]),
  ...whose("matters/service-rating", [
    ["a comment is not its writer's", 'anyOf(ofSubject("subject"), inDivision', "anyOf(inDivision"],
    ["a comment is not its supervisors'", ', inDivision("division_code")', ""],
    ["a comment is not shown to its agency", 'ofAgency("dept_uscc"), ', ""],
  ]),
];

export const WHOSE_ROW_MUTANTS: readonly CodeMutant[] = [...OF_CREDIT, ...OF_FUNDS, ...OF_MARKET, ...OF_MATTERS];
