/** Mutants of whose a row is, noun by noun: a part of each declaration that no test would miss is not enforced. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const test = (name: string): { readonly file: string } => ({ file: `test/subgraph/${name}.test.ts` });

export const WHOSE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("subgraphs/matters/service-case/service-case.policy.ts", test("matters-rules"), [
    ["a draft is its agency's", '    noneOf("state", [CaseState.DRAFT]),\n', ""],
    ["a discarded draft is its agency's", '    anyOf(noneOf("state", [CaseState.VOID]), given("applied_on")),\n', ""],
    ["a case is not its applicant's", "  OF_APPLICANT,\n  allOf(", "  allOf("],
  ]),
  ...mutantsOf("subgraphs/matters/electronic-licence/electronic-licence.policy.ts", test("matters-rules"), [
    ["a licence is not its agency's", 'agency: "dept_uscc", ', ""],
    ["a licence is not its holder's", "anyOf(OF_HOLDER, ", "anyOf("],
  ]),
  ...mutantsOf("subgraphs/matters/service-rating/service-rating.policy.ts", test("matters-ratings"), [
    ["a comment is shown before it passed", "[Moderation.PASSED]", "Object.values(Moderation)"],
    [
      "a comment is its agency's as it was written",
      'anyOf(ofSubject("subject"),',
      'anyOf(ofAgency("dept_uscc"), ofSubject("subject"),',
    ],
  ]),
  ...mutantsOf(
    "subgraphs/credit/licence/licence.policy.ts",
    { ...test("credit-records"), name: "whose age nobody knows" },
    [["licences of minors are published", ', unless("counterparty_minor")', ""]],
  ),
  ...mutantsOf("subgraphs/credit/list-entry/list-entry.policy.ts", test("credit-records"), [
    ["an entry that was removed stands", '    anyOf(before("removed_on"), since("relisted_on")),\n', ""],
  ]),
  ...mutantsOf("subgraphs/credit/commitment/commitment.policy.ts", test("credit-records"), [
    [
      "commitments of repair are everybody's",
      'noneOf("type", [CommitmentType.CREDIT_REPAIR])',
      'noneOf("type", ["ANOTHER"])',
    ],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/counterparty.policy.ts", test("credit-repair"), [
    ["a repair case is not its authority's", 'agency: "authority_uscc", ', ""],
  ]),
  ...mutantsOf(
    "subgraphs/intermediary/intermediary-sanction/intermediary-sanction.policy.ts",
    test("intermediary-sanctions"),
    [["a revoked sanction stands", 'allOf(since("decided_on"), before("revoked_on"))', 'since("decided_on")']],
  ),
  ...mutantsOf("subgraphs/intermediary/bid/bid.policy.ts", test("intermediary-market"), [
    ["a bid is everybody's once it came in", 'since("opened_on")', 'since("submitted_on")'],
    ["a sealed bid is not its bidder's", ', ofBody("firm_uscc"));', ");"],
  ]),
  ...mutantsOf(
    "subgraphs/intermediary/intermediary-procurement/intermediary-procurement.policy.ts",
    test("intermediary-market"),
    [
      ["a draft is everybody's", "[MarketState.DRAFT, ", "["],
      ["a draft is not its department's", 'agency: "department_uscc", ', ""],
    ],
  ),
  ...mutantsOf("subgraphs/funds/budget-allotment/budget-allotment.policy.ts", test("funds-flows"), [
    ["a draft is everybody's", "[AllotmentState.DRAFT]", '["ANOTHER"]'],
    ["a draft is not its auditors'", ", audited: true", ""],
  ]),
  ...mutantsOf("subgraphs/funds/budget-disclosure/budget-disclosure.policy.ts", test("funds-projects"), [
    ["a budget is everybody's before it is published", 'since("published_on")', 'since("replied_on")'],
  ]),
  ...mutantsOf("subgraphs/funds/payment/payment.policy.ts", test("funds-payments"), [
    ["payments to four households are everybody's", 'atLeast("payee_count", MIN_GROUP)', 'atLeast("payee_count", 1)'],
    [
      "one household's return is everybody's",
      'noneOf("payee_kind", [PayeeKind.BATCH])',
      'noneOf("payee_kind", ["ANOTHER"])',
    ],
  ]),
  ...mutantsOf("subgraphs/funds/subsidy/subsidy.policy.ts", test("funds-payments"), [
    ["a person's line is not its agency's", 'agency: "agency_uscc", ', ""],
  ]),
  ...mutantsOf("subgraphs/funds/fund-project/fund-project.policy.ts", test("funds-projects"), [
    ["cases are public money", 'division: "division_code" });', 'division: "division_code", audited: true });'],
  ]),
  ...mutantsOf("subgraphs/funds/access/entitled.policy.ts", test("funds-spending"), [
    [
      "auditors read no payments of their division",
      'inDivision("division", { audited: true })',
      'inDivision("division")',
    ],
  ]),
  ...mutantsOf("subgraphs/openness/enforcement-record/enforcement-record.policy.ts", test("openness-enforcement"), [
    [
      "an inspection stays public for ever",
      'until("public_until")',
      'anyOf(until("public_until"), since("published_on"))',
    ],
  ]),
  ...mutantsOf("subgraphs/openness/random-inspection/random-inspection.policy.ts", test("openness-regulation"), [
    ["who was drawn is told before the inspection", 'since("results_on")', 'since("published_on")'],
  ]),
];
