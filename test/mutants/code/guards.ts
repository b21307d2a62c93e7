/** Mutants of the guards of state machines: each removed, moved by a day or a number, or passing where a fact is missing. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const table = (name: string): { readonly file: string } => ({ file: `test/unit/machine/${name}.test.ts` });

const OF_MATTERS: readonly CodeMutant[] = [
  ...mutantsOf("subgraphs/matters/service-case/service-case.guards.ts", table("case-guards"), [
    ["a case is accepted without a number", "isStated(acceptanceNo)", "true"],
    ["a case is resumed and decided in a procedure", "!openSuspension", "true"],
    ["a refusal tells no reasons", "!refuses(facts) || isStated(facts.reasons)", "true"],
    ["a refusal tells no remedy", "!refuses(facts) || isStated(facts.remedy)", "true"],
    ["not to accept is no refusal", "toldWhere(() => true)", "toldWhere(() => false)"],
    ["a decision that nobody knows grants", "granted !== true", "granted === false"],
    ["what is required does not matter", "missingMaterials.length === 0", "true"],
    ["a promise need not be kept", "!granted || promisedMaterials.length === 0", "true"],
    ["a refusal waits for what was promised", "!granted || promised", "promised"],
    ["something comes later that nobody promised", "facts.promised === true", "true"],
    ["what is missing is told twice", "notices <= 1", "notices <= 2"],
    ["what is missing is never told", "notices <= 1", "notices < 1"],
    ["a case is suspended without a procedure", "({ openSuspension }) => openSuspension,", "() => true,"],
    ["nobody approved the extension", "facts.approvedByHead === true", "true"],
    ["the limit is extended twice", "extensions <= 1", "extensions <= 2"],
    ["the limit is never extended", "extensions <= 1", "extensions < 1"],
    ["a commitment is granted that nobody made", "committedMaterials.length > 0", "true"],
    ["who broke a commitment commits again", "brokeCommitment !== true", "true"],
    ["who broke a commitment hands in nothing", "committedMaterials.length === 0 || ", ""],
    ["a decision is annulled that rests on no commitment", "restsOnCommitment === true", "true"],
    ["a commitment is verified twice", "commitmentOpen === true", "true"],
    [
      "a case is granted on the spot although something was promised",
      "holds: ({ promisedMaterials = [] }) => promisedMaterials.length === 0",
      "holds: () => true",
    ],
  ]),
  ...mutantsOf("subgraphs/matters/service-case/service-case.machine.ts", table("case-guards"), [
    ["a decision is annulled without a word", "guards: [resting, REASONS_TOLD, REMEDY_TOLD]", "guards: [resting]"],
    [
      "a case is reviewed without a number",
      'guards: [numbered],\n    basis: basisOfProcedure("CASE-EXAMINATION")',
      'guards: [],\n    basis: basisOfProcedure("CASE-EXAMINATION")',
    ],
    ["a case is suspended without a number", "guards: [numbered, paused]", "guards: [paused]"],
    ["a case is resumed in a procedure", "    guards: [noPause],\n", ""],
    ["a case is decided in a procedure", "noPause, promiseKept", "promiseKept"],
    [
      "a case is completed in a procedure",
      'noPause],\n    basis: basisOfLimit("L05")',
      '],\n    basis: basisOfLimit("L05")',
    ],
    ["acceptance is refused without a word", "guards: told,", "guards: [],"],
    [
      "whoever applied withdraws what is decided",
      "REVIEW, SUSPENDED],\n    to: WITHDRAWN",
      "REVIEW, SUSPENDED, DECIDED],\n    to: WITHDRAWN",
    ],
    [
      "the agency withdraws a case",
      'to: WITHDRAWN,\n    actors: ["SUBJECT"]',
      'to: WITHDRAWN,\n    actors: ["SUBJECT", "OFFICER"]',
    ],
  ]),
  ...mutantsOf("subgraphs/matters/monitor-alert/monitor-alert.machine.ts", table("matters-guards"), [
    ["an alert is explained by silence", "isStated(explanation)", "true"],
    [
      "an agency closes its alert",
      'to: CLOSED, actors: ["SUPERVISOR"]',
      'to: CLOSED, actors: ["SUPERVISOR", "OFFICER"]',
    ],
  ]),
  ...mutantsOf("subgraphs/matters/service-rating/service-rating.machine.ts", table("matters-guards"), [
    ["a bad rating is rejected without reasons", "guards: [APPEALED, REASONS_TOLD],", "guards: [APPEALED],"],
    [
      "an agency moderates what is said of it",
      'to: Moderation.PASSED, actors: ["SUPERVISOR"]',
      'to: Moderation.PASSED, actors: ["SUPERVISOR", "OFFICER"]',
    ],
    ["a rating is rejected without an appeal", "appealed === true", "true"],
    ["an agency appeals twice", "appealed !== true", "true"],
    ["a rectification is closed without a call-back", "from: [CALLED_BACK]", "from: [RECTIFIED, CALLED_BACK]"],
  ]),
  ...mutantsOf("subgraphs/matters/matter/matter.machine.ts", table("matters-guards"), [
    ["a matter is published with errors", "errors.length === 0", "true"],
    ["a draft is rejected without reasons", "guards: [ANOTHER_PERSON, REASONS_TOLD],", "guards: [ANOTHER_PERSON],"],
    ["a draft is given up without reasons", "guards: [REASONS_TOLD],", ""],
    ["an author reviews their own draft", "!isAuthor", "true"],
    ["an author rejects their own draft", "guards: [ANOTHER_PERSON, REASONS_TOLD],", "guards: [REASONS_TOLD],"],
    ["a draft is published over what came meanwhile", "holds: ({ isCurrent }) => isCurrent", "holds: () => true"],
    ["a draft is finished with errors", "guards: [NO_ERRORS, LISTED]", "guards: [LISTED]"],
    ["a matter demands what nobody listed", "unlisted.length === 0", "true"],
    [
      "a draft is published without review",
      'event: "PUBLISH",\n      from: [APPROVED]',
      'event: "PUBLISH",\n      from: [IN_REVIEW, APPROVED]',
    ],
    [
      "an agency approves with errors",
      'to: APPROVED,\n      actors: ["OFFICER", "PUBLISHER"],\n      guards: [ANOTHER_PERSON, MATTER_UNCHANGED, NO_ERRORS, LISTED]',
      'to: APPROVED,\n      actors: ["OFFICER", "PUBLISHER"],\n      guards: [ANOTHER_PERSON, MATTER_UNCHANGED]',
    ],
    [
      "an agency publishes its matter",
      'to: PUBLISHED,\n      actors: ["PUBLISHER"]',
      'to: PUBLISHED,\n      actors: ["OFFICER"]',
    ],
  ]),
  ...mutantsOf("platform/machine/guards.ts", table("matters-guards"), [
    ["nobody tells reasons", "isStated(reasons)", "true"],
    ["blanks are reasons", ' && text.trim() !== ""', ""],
  ]),
];

const MARKET = "subgraphs/intermediary/intermediary-procurement/intermediary-procurement";
const OF_MARKET: readonly CodeMutant[] = [
  ...mutantsOf(`${MARKET}.guards.ts`, table("market-guards"), [
    ["bids close a day early", "today > closesAt", "today >= closesAt"],
    [
      "bids without a last day are closed",
      "closesAt !== undefined && today > closesAt",
      "(closesAt === undefined || today > closesAt)",
    ],
    ["two bids are enough", 'bids >= figureOf("MARKET", "LEAST_BIDS")', 'bids >= figureOf("MARKET", "LEAST_BIDS") - 1'],
    ["three bids are too few", 'bids >= figureOf("MARKET", "LEAST_BIDS")', 'bids > figureOf("MARKET", "LEAST_BIDS")'],
    ["who is selected directly needs three bids", "selection === Selection.DIRECT || ", ""],
    ["a service that is not listed is put under public notice", "({ listed }) => listed", "() => true"],
    ["who does not commission pays", "payerMismatch !== true", "true"],
    ["public money of any amount is spent", "aboveThreshold !== true", "true"],
    ["public notice ends at once", "noticeTooShort !== true", "true"],
    ["a lottery has no source", "selection !== Selection.LOTTERY || sourceNamed", "true"],
    ["whatever is selected needs a source", "selection !== Selection.LOTTERY || sourceNamed", "sourceNamed"],
    ["the value of a lottery is known to who bids", "sourceTooEarly !== true", "true"],
    ["a lottery is drawn before its value is known", "sourceToCome !== true", "true"],
    ["who bids read the other bids", "({ openedAt }) => openedAt === undefined", "() => true"],
    ["who is no intermediary bids", "stranger !== true", "true"],
    ["who must keep out bids", "avoided !== true", "true"],
    ["who is barred bids", "barred !== true", "true"],
    ["what is sealed is told a day too short", "today > revealsUntil", "today >= revealsUntil"],
    ["nobody is selected", "selectedId !== undefined", "true"],
    ["a draw has no proof", "selection !== Selection.LOTTERY || drawn", "true"],
    ["whatever is selected needs a draw", "selection !== Selection.LOTTERY || drawn", "drawn"],
    ["bids need no last day", "({ closesAt }) => closesAt !== undefined", "() => true"],
    ["bids come in after the last day", "(facts) => !isClosed(facts)", "() => true"],
    ["a project is resumed while its reason lasts", "({ suspended }) => !suspended", "() => true"],
    ["who bid sealed is selected", "({ openedAt }) => openedAt !== undefined", "() => true"],
    ["three bids fail", "(facts) => !isEnough(facts)", "() => true"],
    ["a contract has no number", "({ contractNo }) => isStated(contractNo) }", "() => true }"],
    ["a contract is above the ceiling", "contractFen <= ceilingFen", "true"],
    ["a contract at the ceiling is above it", "contractFen <= ceilingFen", "contractFen < ceilingFen"],
    ["a price that nobody said is below the ceiling", "contractFen !== undefined &&", "contractFen === undefined ||"],
    ["a price without a ceiling is above it", "ceilingFen === undefined || (", "ceilingFen !== undefined && ("],
    ["a contract is dearer than its bid", "contractFen === bidFen", "true"],
    ["a contract is signed late", "contractLate !== true", "true"],
    ["nothing is delivered", "isStated(deliverableHash)", "true"],
    ["four aspects are evaluated", "stars?.length === ASPECTS", "true"],
    ["an open objection is settled", "({ objectionOpen }) => !objectionOpen", "() => true"],
    ["who did not bid objects", "tookPart === true", "true"],
    ["a firm objects again and again", "objectedBefore !== true", "true"],
    ["a party decides its own cause", "isParty !== true", "true"],
    ["who signed is back before the contract", "!isStated(contractNo)", "true"],
    ["a dispute ends somewhere", "disputedFrom === state", "true"],
  ]),
  ...mutantsOf(`${MARKET}.machine.ts`, table("market-guards"), [
    [
      "a project is put under public notice without a last day for bids",
      "rightPayer, belowThreshold, closingDay,",
      "rightPayer, belowThreshold,",
    ],
    ["bids come in where no last day was named", "guards: [closingDay, running", "guards: [running"],
    ["opened bids are joined by others", "running, sealed, admitted", "running, admitted"],
    ["a project goes on with a shorter notice", "[suspensionOver, longEnough]", "[suspensionOver]"],
    [
      "sealed bids are opened before the last day is past",
      "guards: [sealed, closed, revealed, enough]",
      "guards: [sealed, revealed, enough]",
    ],
    [
      "bids are opened before all are told",
      "guards: [sealed, closed, revealed, enough]",
      "guards: [sealed, closed, enough]",
    ],
    ["two bids are opened", "guards: [sealed, closed, revealed, enough]", "guards: [sealed, closed, revealed]"],
    ["bids are opened twice", "guards: [sealed, closed, revealed, enough]", "guards: [closed, revealed, enough]"],
    ["two bids are selected from", "guards: [opened, enough,", "guards: [opened,"],
    [
      "a project fails before the last day is past",
      "guards: [sealed, closed, revealed, tooFew]",
      "guards: [sealed, revealed, tooFew]",
    ],
    [
      "a project fails with opened bids",
      "guards: [sealed, closed, revealed, tooFew]",
      "guards: [closed, revealed, tooFew]",
    ],
    ["a contract is signed with an open objection", "winnerStands, settled]", "winnerStands]"],
    ["a contract is signed with who is suspended", "inTime, winnerStands,", "inTime,"],
    ["a project is archived in a dispute", 'actors: ["OWNER"], guards: [settled] }', 'actors: ["OWNER"] }'],
    [
      "a dispute is settled without a contract",
      "guards: [contract, disputedIn(state), noParty,",
      "guards: [disputedIn(state), noParty,",
    ],
    [
      "a party settles its own dispute",
      "guards: [contract, disputedIn(state), noParty,",
      "guards: [contract, disputedIn(state),",
    ],
    [
      "a rejected objection leads around the proof",
      '    to: SELECTED,\n    actors: ["OFFICER", "SUPERVISOR"]',
      '    to: IN_PUBLICITY,\n    actors: ["OFFICER", "SUPERVISOR"]',
    ],
    [
      "a project is cancelled without reasons",
      'to: CANCELLED,\n    actors: ["OWNER"],\n    guards: [REASONS_TOLD]',
      'to: CANCELLED,\n    actors: ["OWNER"],\n    guards: []',
    ],
    [
      "a project is suspended without reasons",
      'actors: ["OWNER", "OFFICER"],\n    guards: [REASONS_TOLD]',
      'actors: ["OWNER", "OFFICER"],\n    guards: []',
    ],
    ["the owner delivers", 'to: DELIVERED,\n    actors: ["FIRM"]', 'to: DELIVERED,\n    actors: ["OWNER"]'],
  ]),
  ...mutantsOf(
    "subgraphs/intermediary/intermediary-sanction/intermediary-sanction.machine.ts",
    table("sanction-guards"),
    [
      ["a breach that ended is aggravated", "({ breachGoesOn }) => breachGoesOn", "() => true"],
      ["a sanction jumps a level", "({ decided }) => decided", "() => true"],
    ],
  ),
  ...mutantsOf(
    "subgraphs/intermediary/intermediary-sanction/intermediary-sanction.guards.ts",
    table("sanction-guards"),
    [
      ["nobody is heard", "({ heard }) => heard", "() => true"],
      [
        "months are not asked for",
        "months === undefined ? sanctionMonths(level).length === 0",
        "months === undefined ? true",
      ],
      ["any number of months", "sanctionMonths(level).includes(months)", "true"],
      ["a sanction ends a day early", "today > lastDay", "today >= lastDay"],
      [
        "a sanction without an end is over",
        "lastDay !== undefined && today > lastDay",
        "(lastDay === undefined || today > lastDay)",
      ],
      ["a sanction is revoked without an appeal", "({ appealOpen }) => appealOpen", "() => true"],
      ["a department decides its own cause", "({ isParty }) => isParty !== true", "() => true"],
      ["a sanction lasts longer than was told", "months <= monthsTold", "true"],
      ["a defence comes a second time", "({ defendedBefore }) => defendedBefore !== true", "() => true"],
      ["an appeal comes a second time", "({ appealedBefore }) => appealedBefore !== true", "() => true"],
      [
        "what has its last day today is late",
        "last === undefined || today <= last",
        "last === undefined || today < last",
      ],
    ],
  ),
  ...mutantsOf(
    "subgraphs/intermediary/intermediary-profile/intermediary-profile.machine.ts",
    table("sanction-guards"),
    [
      ["a standing changes without a sanction", "({ barring }) => barring.includes(level)", "() => true"],
      ["a standing is lifted under a sanction", "({ barring }) => !barring.includes(level)", "() => true"],
      [
        "a removed agency is suspended",
        "to: SUSPENDED, guards: [suspended, notRemoved], ...begins",
        "to: SUSPENDED, guards: [suspended], ...begins",
      ],
      ["an agency is removed without a removal", "guards: [removed]", "guards: []"],
      [
        "a removed agency is lifted",
        'event: "LIFT", from: [SUSPENDED], to: ADMITTED, guards: [notSuspended, notRemoved]',
        'event: "LIFT", from: [SUSPENDED], to: ADMITTED, guards: [notSuspended]',
      ],
      [
        "a suspended agency is lifted",
        'event: "LIFT", from: [SUSPENDED], to: ADMITTED, guards: [notSuspended, notRemoved]',
        'event: "LIFT", from: [SUSPENDED], to: ADMITTED, guards: [notRemoved]',
      ],
      [
        "a removed agency is readmitted",
        'to: ADMITTED, guards: [notSuspended, notRemoved], ...ends },\n    { event: "FALL_BACK"',
        'to: ADMITTED, guards: [notSuspended], ...ends },\n    { event: "FALL_BACK"',
      ],
      [
        "a suspended agency is readmitted",
        'to: ADMITTED, guards: [notSuspended, notRemoved], ...ends },\n    { event: "FALL_BACK"',
        'to: ADMITTED, guards: [notRemoved], ...ends },\n    { event: "FALL_BACK"',
      ],
      ["a removed agency falls back", "guards: [suspended, notRemoved], ...ends", "guards: [suspended], ...ends"],
      [
        "an agency falls back to no sanction",
        "guards: [suspended, notRemoved], ...ends",
        "guards: [notRemoved], ...ends",
      ],
    ],
  ),
];

const OF_CREDIT: readonly CodeMutant[] = [
  ...mutantsOf("subgraphs/credit/penalty/publicity-steps.ts", table("credit-guards"), [
    ["a sealed record is published", "({ sealed }) => !sealed", "() => true"],
    ["what no rule publishes is published", "({ rulePublishes }) => rulePublishes", "() => true"],
    ["a revoked penalty is published", "({ decisionRevoked }) => !decisionRevoked", "() => true"],
    ["publicity ends a day early", "today > publicityUntil", "today >= publicityUntil"],
    [
      "publicity without an end is over",
      "publicityUntil !== undefined && today > publicityUntil",
      "(publicityUntil === undefined || today > publicityUntil)",
    ],
    ["a decision that stands is withdrawn", "({ decisionRevoked }) => decisionRevoked", "() => true"],
    [
      "any officer publishes",
      'to: PUBLISHED,\n  actors: ["PUBLISHER"]',
      'to: PUBLISHED,\n  actors: ["PUBLISHER", "OFFICER"]',
    ],
  ]),
  ...mutantsOf("subgraphs/credit/penalty/publicity-repair-steps.ts", table("credit-guards"), [
    ["who applied already applies again", "({ repairRuns }) => !repairRuns", "() => true"],
    ["a penalty is repaired by nobody's decision", "({ repairDecided }) => repairDecided", "() => true"],
    ["a penalty is shielded without a plan", "({ planCarriedOut }) => planCarriedOut", "() => true"],
    ["a shield ends while the plan is carried out", "({ planCarriedOut }) => !planCarriedOut", "() => true"],
    ["a true repair is published again", "({ repairFoundFalse }) => repairFoundFalse", "() => true"],
  ]),
  ...mutantsOf("subgraphs/credit/list-entry/list-entry.machine.ts", table("credit-guards"), [
    ["praise is repaired", "({ dishonest }) => dishonest", "() => true"],
    ["two applications for one entry", "({ repairRuns }) => !repairRuns", "() => true"],
    ["an entry is repaired by nobody's decision", "({ repairDecided }) => repairDecided", "() => true"],
    ["an entry stands again after a true repair", "({ repairFoundFalse }) => repairFoundFalse", "() => true"],
    ["an entry ends a day early", "today > expiresOn", "today >= expiresOn"],
    ["a listing is revoked by no document", "({ revocationNo }) => isStated(revocationNo)", "() => true"],
  ]),
  ...mutantsOf("subgraphs/credit/listing-case/listing-case.machine.ts", table("credit-guards"), [
    ["a body is listed unheard", "today > heardUntil", "today >= heardUntil"],
    ["a body is listed twice", "({ onList }) => !onList", "() => true"],
    ["a body is listed by no document", "({ decisionDocNo }) => isStated(decisionDocNo)", "() => true"],
  ]),
  ...mutantsOf("subgraphs/credit/commitment/commitment.machine.ts", table("credit-guards"), [
    ["a promise is broken a day early", "today > doableUntil", "today >= doableUntil"],
    ["a promise is broken on the day of it alone", "doableUntil === undefined ||", "doableUntil !== undefined &&"],
  ]),
  ...mutantsOf("subgraphs/credit/licence/licence.machine.ts", table("credit-guards"), [
    ["a sealed licence is published", "({ sealed }) => !sealed", "() => true"],
    ["a revoked licence is published", "({ decisionRevoked }) => !decisionRevoked", "() => true"],
    ["a licence is revoked twice", "(facts) => !facts.decisionRevoked", "() => true"],
    ["a licence that stands is withdrawn", "({ decisionRevoked }) => decisionRevoked", "() => true"],
  ]),
  ...mutantsOf("subgraphs/credit/repair-case/repair-case.machine.ts", table("credit-guards"), [
    ["a duty is performed without proof", "evidence.includes(EvidenceKind.PERFORMANCE_PROOF)", "true"],
    ["nobody commits himself", "evidence.includes(EvidenceKind.COMMITMENT_LETTER)", "true"],
    ["another authority repairs", "findingAuthority === decidingAuthority", "true"],
    [
      "a true repair is revoked",
      'en: "the repair is found false", holds: ({ findingNo }) => isStated(findingNo)',
      'en: "the repair is found false", holds: () => true',
    ],
    [
      "a finding has no document",
      'en: "number of the finding", holds: ({ findingNo }) => isStated(findingNo)',
      'en: "number of the finding", holds: () => true',
    ],
    [
      "a repair is refused without reasons",
      "[FINDER_DECIDES, REASONS_TOLD, REMEDY_TOLD]",
      "[FINDER_DECIDES, REMEDY_TOLD]",
    ],
    [
      "a repair is refused without remedy",
      "[FINDER_DECIDES, REASONS_TOLD, REMEDY_TOLD]",
      "[FINDER_DECIDES, REASONS_TOLD]",
    ],
    ["another authority refuses", "[FINDER_DECIDES, REASONS_TOLD, REMEDY_TOLD]", "[REASONS_TOLD, REMEDY_TOLD]"],
    ["a limit is extended twice", "({ extended }) => !extended", "() => true"],
    ["an outcome is told twice", "({ told }) => !told", "() => true"],
  ]),
  ...mutantsOf("subgraphs/credit/repair-rules/least-publicity.ts", table("credit-guards"), [
    ["a record is repaired a day early", "today >= repairEligibleOn", "true"],
    ["a record is repaired a day late", "today >= repairEligibleOn", "today > repairEligibleOn"],
    [
      "a false repair bars nothing",
      "repairEligibleOn !== undefined && today >= repairEligibleOn",
      "(repairEligibleOn === undefined || today >= repairEligibleOn)",
    ],
    ["nobody is told from when on", "earliest: ({ repairEligibleOn }) => repairEligibleOn,", ""],
  ]),
  ...mutantsOf("subgraphs/credit/objection/objection.machine.ts", table("credit-guards"), [
    ["a record is corrected and not changed", "({ recordChanged }) => recordChanged", "() => true"],
    ["a record is upheld without reasons", "guards: [REASONS_TOLD],", ""],
    ["an objector is told before the outcome", "from: [CORRECTED, UPHELD]", "from: [INVESTIGATING, CORRECTED, UPHELD]"],
  ]),
];

const OF_FUNDS: readonly CodeMutant[] = [
  ...mutantsOf("subgraphs/funds/budget-allotment/budget-allotment.machine.ts", table("funds-guards"), [
    ["money is paid out before it is received", "from: [RECEIVED, DECOMPOSED]", "from: [ISSUED, RECEIVED, DECOMPOSED]"],
  ]),
  ...mutantsOf("subgraphs/funds/fund-project/fund-project.guards.ts", table("funds-guards"), [
    ["a project is approved without a review", "({ reviewed }) => reviewed", "() => true"],
    ["a project is approved without money", "({ moneyAssigned }) => moneyAssigned", "() => true"],
    ["a notice of nine days is enough", 'limitRule("L20-PUBLICITY").amount', 'limitRule("L20-PUBLICITY").amount - 1'],
    ["publicity of ten days is too short", "publicityDays >= limitRule", "publicityDays > limitRule"],
    ["work starts while it is posted", "({ publicityOver }) => publicityOver", "() => true"],
    ["work starts without a contract", "isStated(contractNo)", "true"],
    ["nobody accepts the work", "({ accepted }) => accepted", "() => true"],
    ["no public notice of a result is needed", "({ publicNoticeGiven }) => publicNoticeGiven", "() => true"],
    ["nobody evaluates", "({ performanceEvaluated }) => performanceEvaluated", "() => true"],
    ["half a file is a file", "({ fileComplete }) => fileComplete", "() => true"],
  ]),
  ...mutantsOf("subgraphs/funds/subsidy/subsidy.machine.ts", table("funds-guards"), [
    ["a roster is posted a day less", "today > publicityTo", "today >= publicityTo"],
    ["a roster is reviewed with open objections", "!objectionsOpen", "true"],
    ["publicity ends whenever", 'actors: ["TIME"],\n      guards: [posted]', 'actors: ["TIME"],\n      guards: []'],
    [
      "money is paid while the roster is posted",
      'to: PAID,\n      actors: ["OFFICER"],\n      guards: [posted]',
      'to: PAID,\n      actors: ["OFFICER"],\n      guards: []',
    ],
  ]),
];

/** Laws, limits and fields of steps, which no guard asks for. */
const OF_STEPS: readonly CodeMutant[] = [
  ...mutantsOf("subgraphs/matters/service-case/service-case.machine.ts", table("who-acts"), [
    ["a decision has no limit", 'limit: "L02"', 'limit: "L03"'],
    ["a case that nobody rates waits for ever", 'actors: ["SUBJECT", "TIME"]', 'actors: ["SUBJECT"]'],
  ]),
  ...mutantsOf("subgraphs/credit/repair-case/repair-case.machine.ts", table("who-acts"), [
    [
      "a supervisor repairs",
      'to: DONE,\n    actors: ["OFFICER"],\n    guards: [FINDER_DECIDES],',
      'to: DONE,\n    actors: ["OFFICER", "SUPERVISOR"],\n    guards: [FINDER_DECIDES],',
    ],
  ]),
  ...mutantsOf("platform/machine/actors.ts", table("who-acts"), [
    [
      "supervisors handle cases",
      'roles: ["agency_officer"] },\n  PUBLISHER',
      'roles: ["agency_officer", "supervisor"] },\n  PUBLISHER',
    ],
    ["officers publish", 'roles: ["agency_publisher"]', 'roles: ["agency_publisher", "agency_officer"]'],
    ["citizens pay", 'roles: ["integrator", "enterprise_agent"]', 'roles: ["integrator", "citizen"]'],
  ]),
];

export const GUARD_MUTANTS: readonly CodeMutant[] = [
  ...OF_MATTERS,
  ...OF_MARKET,
  ...OF_CREDIT,
  ...OF_FUNDS,
  ...OF_STEPS,
];
