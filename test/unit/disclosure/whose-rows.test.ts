/** Truth tables of every declaration of whose a row is, typed by hand: which viewers know of which row, on both sides of each day and number. */
import "reflect-metadata";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { projectPath } from "../../../platform/config/index.js";
import { canRead, type Whose } from "../../../platform/disclosure/admission/index.js";
import { VIEWERS } from "../../support/viewers.js";

type Row = Readonly<Record<string, unknown>>;
type Name = keyof typeof VIEWERS;

const TODAY = "2026-09-28";
const YESTERDAY = "2026-09-27";
const TOMORROW = "2026-09-29";
const EVERYBODY = Object.keys(VIEWERS).join(" ");
const NOBODY = "";

/** The office of officer-1 and publisher-1, in the city of Yanji, which supervisor-1 and auditor-1 of the province read. */
const OFFICE = "11990101MB9000015E";
const ENTERPRISE = "91990101MA9000011P";
const PERSON = "demo-subject-1";
const YANJI = "222401";
const ELSEWHERE = "330100";
const OFFICERS = "officer-1 publisher-1";
const AUDITED = `${OFFICERS} supervisor-1 auditor-1`;
const KEPT = `${OFFICERS} supervisor-1`;

const nobodys = { subject: null, agency: null, division: null };
const ofAll = { subject: PERSON, agency: OFFICE, division: YANJI };
const parties = {
  ...{ counterparty_hash: PERSON, counterparty_uscc: ENTERPRISE, authority_uscc: OFFICE, division_code: YANJI },
  sealed: false,
};
const OF_RECORD = `citizen-1 agent-1 ${KEPT}`;
const hidden = { published_on: null };

/** What is different from the row, and who knows of it then. */
type Line = readonly [differs: Row, readers: string];

/** By folder and name: the row, and its lines. */
const TABLES: Readonly<Record<string, readonly [row: Row, lines: readonly Line[]]>> = {
  "credit/counterparty OF_COUNTERPARTY": [
    parties,
    [
      [{}, "citizen-1 agent-1"],
      [{ counterparty_hash: null }, "agent-1"],
      [{ counterparty_uscc: null }, "citizen-1"],
      [{ counterparty_hash: null, counterparty_uscc: null }, NOBODY],
    ],
  ],
  "credit/counterparty OF_PARTIES": [
    parties,
    [
      [{}, OF_RECORD],
      [{ counterparty_hash: null, counterparty_uscc: null }, KEPT],
      [{ authority_uscc: null }, "citizen-1 agent-1 supervisor-1"],
      [{ division_code: ELSEWHERE }, `citizen-1 agent-1 ${OFFICERS}`],
    ],
  ],
  "credit/counterparty UNSEALED": [
    parties,
    [
      [{}, EVERYBODY],
      [{ sealed: true }, NOBODY],
      [{ sealed: null }, NOBODY],
    ],
  ],
  "credit/licence WHOSE_LICENCE": [
    { ...parties, published_on: TODAY, counterparty_minor: false },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, OF_RECORD],
      [hidden, OF_RECORD],
      [{ counterparty_minor: true }, OF_RECORD],
      [{ sealed: true }, NOBODY],
      [{ sealed: true, ...hidden }, NOBODY],
    ],
  ],
  "credit/penalty WHOSE_PENALTY": [
    { ...parties, published_on: TODAY, counterparty_minor: false, rule_seals: false },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, OF_RECORD],
      [hidden, OF_RECORD],
      [{ counterparty_minor: true }, OF_RECORD],
      [{ rule_seals: true }, OF_RECORD],
      [{ withdrawn_on: TOMORROW }, EVERYBODY],
      [{ withdrawn_on: TODAY }, OF_RECORD],
      [{ repaired_on: TOMORROW }, EVERYBODY],
      [{ repaired_on: TODAY }, OF_RECORD],
      [{ repaired_on: YESTERDAY, republished_on: TODAY }, EVERYBODY],
      [{ repaired_on: YESTERDAY, republished_on: TOMORROW }, OF_RECORD],
      [{ shielded_from: TOMORROW }, EVERYBODY],
      [{ shielded_from: TODAY }, OF_RECORD],
      [{ shielded_from: YESTERDAY, shielded_to: TODAY }, OF_RECORD],
      [{ shielded_from: YESTERDAY, shielded_to: YESTERDAY }, EVERYBODY],
      [{ publicity_ends_on: TODAY }, EVERYBODY],
      [{ publicity_ends_on: YESTERDAY }, OF_RECORD],
      [{ sealed: true }, NOBODY],
      [{ sealed: true, ...hidden }, NOBODY],
    ],
  ],
  "credit/repair-case WHOSE_REPAIR_CASE": [
    parties,
    [
      [{}, OF_RECORD],
      [{ sealed: true }, NOBODY],
      [{ authority_uscc: null, division_code: null }, "citizen-1 agent-1"],
    ],
  ],
  "credit/objection WHOSE_OBJECTION": [
    parties,
    [
      [{}, OF_RECORD],
      [{ sealed: true }, NOBODY],
      [{ counterparty_hash: null, counterparty_uscc: null }, KEPT],
    ],
  ],
  "credit/commitment WHOSE_COMMITMENT": [
    { ...parties, type: "SELF_DISCIPLINE" },
    [
      [{}, EVERYBODY],
      [{ sealed: true }, NOBODY],
      [{ type: "CREDIT_REPAIR", sealed: true }, NOBODY],
      [{ type: "CREDIT_REPAIR" }, OF_RECORD],
      [{ type: null }, OF_RECORD],
    ],
  ],
  "credit/list-entry WHOSE_LIST_ENTRY": [
    { ...parties, listed_on: TODAY },
    [
      [{}, EVERYBODY],
      [{ listed_on: TOMORROW }, `agent-1 ${KEPT}`],
      [{ expires_on: TODAY }, EVERYBODY],
      [{ expires_on: YESTERDAY }, `agent-1 ${KEPT}`],
      [{ removed_on: TOMORROW }, EVERYBODY],
      [{ removed_on: TODAY }, `agent-1 ${KEPT}`],
      [{ removed_on: TODAY, counterparty_uscc: null }, KEPT],
      [{ removed_on: YESTERDAY, relisted_on: TODAY }, EVERYBODY],
      [{ removed_on: YESTERDAY, relisted_on: TOMORROW }, `agent-1 ${KEPT}`],
      [{ revoked_on: TOMORROW }, EVERYBODY],
      [{ revoked_on: TODAY }, `agent-1 ${KEPT}`],
      [{ removed_on: YESTERDAY, relisted_on: YESTERDAY, revoked_on: TODAY }, `agent-1 ${KEPT}`],
      [{ removed_on: TODAY, authority_uscc: null }, "agent-1 supervisor-1"],
      [{ removed_on: TODAY, division_code: null }, `agent-1 ${OFFICERS}`],
    ],
  ],
  "credit/listing-case WHOSE_LISTING_CASE": [
    parties,
    [
      [{}, `agent-1 ${KEPT}`],
      [{ counterparty_uscc: null }, KEPT],
      [{ authority_uscc: null, division_code: null }, "agent-1"],
    ],
  ],
  "funds/access OF_MONEY": [
    ofAll,
    [
      [{}, `citizen-1 ${AUDITED}`],
      [{ subject: ENTERPRISE }, `agent-1 ${AUDITED}`],
      [nobodys, NOBODY],
      [{ agency: null }, "citizen-1 supervisor-1 auditor-1"],
      [{ division: ELSEWHERE }, `citizen-1 ${OFFICERS}`],
    ],
  ],
  "funds/access OF_DIVISION": [
    ofAll,
    [
      [{}, "supervisor-1 auditor-1"],
      [{ division: ELSEWHERE }, NOBODY],
      [{ division: null }, NOBODY],
    ],
  ],
  "funds/access WHOSE_GROUP": [
    { ...ofAll, persons: 5 },
    [
      [{}, EVERYBODY],
      [{ persons: 4 }, `citizen-1 ${AUDITED}`],
      [{ persons: null, ...nobodys }, NOBODY],
    ],
  ],
  "openness/public-document WHOSE_DOCUMENT": [
    { published_on: TODAY, issuer_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, AUDITED],
      [hidden, AUDITED],
      [{ ...hidden, issuer_uscc: null }, "supervisor-1 auditor-1"],
      [{ ...hidden, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/policy-interpretation WHOSE_INTERPRETATION": [
    { published_on: TODAY, issuer_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, AUDITED],
      [hidden, AUDITED],
      [{ ...hidden, issuer_uscc: null, division_code: ELSEWHERE }, NOBODY],
    ],
  ],
  "openness/agency-list WHOSE_AGENCY_LIST": [
    { published_on: TODAY, organ_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, KEPT],
      [hidden, KEPT],
      [{ ...hidden, organ_uscc: null }, "supervisor-1"],
      [{ ...hidden, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/published-record WHOSE_PUBLISHED_RECORD": [
    { published_on: TODAY, organ_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, KEPT],
      [hidden, KEPT],
      [{ ...hidden, organ_uscc: null }, "supervisor-1"],
      [{ ...hidden, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/enforcement-record WHOSE_ENFORCEMENT_RECORD": [
    { published_on: TODAY, public_until: TODAY, organ_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, KEPT],
      [{ public_until: YESTERDAY }, KEPT],
      [hidden, KEPT],
      [{ ...hidden, organ_uscc: null }, "supervisor-1"],
      [{ ...hidden, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/random-inspection WHOSE_INSPECTION_RESULTS": [
    { results_on: TODAY, organ_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ results_on: TOMORROW }, KEPT],
      [{ results_on: null }, KEPT],
      [{ results_on: null, organ_uscc: null }, "supervisor-1"],
      [{ results_on: null, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/contracting-process WHOSE_CONTRACTING": [
    { published_on: TODAY, buyer_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, KEPT],
      [hidden, KEPT],
      [{ ...hidden, buyer_uscc: null }, "supervisor-1"],
      [{ ...hidden, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/decision WHOSE_DECISION": [
    { opened_on: TODAY, organiser_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ opened_on: TOMORROW }, KEPT],
      [{ opened_on: null }, KEPT],
      [{ opened_on: null, organiser_uscc: null }, "supervisor-1"],
      [{ opened_on: null, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/decision-consultation WHOSE_DECISION_CONSULTATION": [
    { opens_on: TODAY, organiser_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ opens_on: YESTERDAY }, EVERYBODY],
      [{ opens_on: TOMORROW }, KEPT],
      [{ opens_on: TOMORROW, organiser_uscc: null, division_code: ELSEWHERE }, NOBODY],
    ],
  ],
  "openness/opinion OF_AUTHOR": [
    { subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ subject: ENTERPRISE }, "agent-1"],
      [{ subject: null }, NOBODY],
    ],
  ],
  "openness/opinion WHOSE_OPINION": [
    { answered_on: TODAY, subject: PERSON, organiser_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ answered_on: null }, `citizen-1 ${KEPT}`],
      [{ answered_on: TOMORROW, subject: ENTERPRISE }, `agent-1 ${KEPT}`],
      [{ answered_on: null, subject: null, organiser_uscc: null, division_code: ELSEWHERE }, NOBODY],
    ],
  ],
  "openness/disclosure-request OF_APPLICANT": [
    { subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ subject: ENTERPRISE }, "agent-1"],
      [{ subject: null }, NOBODY],
    ],
  ],
  "openness/disclosure-request WHOSE_REQUEST": [
    { subject: PERSON, agency_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `citizen-1 ${KEPT}`],
      [{ subject: ENTERPRISE }, `agent-1 ${KEPT}`],
      [{ subject: null, division_code: ELSEWHERE }, OFFICERS],
      [{ subject: null, agency_uscc: null }, "supervisor-1"],
    ],
  ],
  "openness/opinion-event WHOSE_OPINION_EVENT": [
    { responded_on: TODAY, responsible_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ responded_on: TOMORROW }, KEPT],
      [{ responded_on: null }, KEPT],
      [{ responded_on: null, responsible_uscc: null }, "supervisor-1"],
      [{ responded_on: null, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/press-event WHOSE_PRESS_EVENT": [
    { announced_on: TODAY, organiser_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ announced_on: TOMORROW }, KEPT],
      [{ announced_on: null }, KEPT],
      [{ announced_on: null, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "openness/inquiry OF_ASKER": [
    { subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ subject: ENTERPRISE }, "agent-1"],
      [{ subject: null }, NOBODY],
    ],
  ],
  "openness/inquiry WHOSE_INQUIRY": [
    {
      ...{ subject: PERSON, intake_uscc: OFFICE, assigned_uscc: "12990101MB90000236", division_code: YANJI },
      published_on: null,
    },
    [
      [{}, `citizen-1 officer-2 ${KEPT}`],
      [{ subject: ENTERPRISE, assigned_uscc: null }, `agent-1 ${KEPT}`],
      [{ subject: null, intake_uscc: null, division_code: ELSEWHERE }, "officer-2"],
      [{ published_on: TOMORROW }, `citizen-1 officer-2 ${KEPT}`],
      [{ published_on: TODAY }, EVERYBODY],
    ],
  ],
  "openness/inquiry OF_HANDLING_BODY": [
    { assigned_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ assigned_uscc: null }, NOBODY],
    ],
  ],
  "openness/inquiry-handling OF_DESK": [
    { held_by_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ held_by_uscc: "12990101MB90000236" }, "officer-2"],
      [{ held_by_uscc: null }, NOBODY],
    ],
  ],
  "openness/disclosure-handling OF_ASKED_AGENCY": [
    { agency_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ agency_uscc: null }, NOBODY],
    ],
  ],
  "funds/budget-disclosure WHOSE_DISCLOSURE": [
    { published_on: TODAY, unit_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ published_on: TOMORROW }, AUDITED],
      [hidden, AUDITED],
      [{ ...hidden, unit_uscc: null }, "supervisor-1 auditor-1"],
      [{ ...hidden, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "funds/budget-allotment WHOSE_ALLOTMENT": [
    { state: "ISSUED", agency_uscc: OFFICE, agency_division: YANJI },
    [
      [{}, EVERYBODY],
      [{ state: "DRAFT" }, AUDITED],
      [{ state: "DRAFT", agency_uscc: null }, "supervisor-1 auditor-1"],
      [{ state: "DRAFT", agency_division: null }, OFFICERS],
      [{ state: null }, AUDITED],
    ],
  ],
  "funds/fund-project WHOSE_APPROVAL_CASE": [
    { subject: ENTERPRISE, agency_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `agent-1 ${KEPT}`],
      [{ subject: PERSON }, `citizen-1 ${KEPT}`],
      [{ subject: null, agency_uscc: null }, "supervisor-1"],
      [{ subject: null, division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "funds/payment OF_PAYEE": [
    { payee_subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ payee_subject: ENTERPRISE }, "agent-1"],
      [{ payee_subject: null }, NOBODY],
    ],
  ],
  "funds/payment OF_PARTIES": [
    { payee_subject: PERSON, agency_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `citizen-1 ${AUDITED}`],
      [{ payee_subject: null }, AUDITED],
      [{ agency_uscc: null }, "citizen-1 supervisor-1 auditor-1"],
      [{ division_code: ELSEWHERE }, `citizen-1 ${OFFICERS}`],
    ],
  ],
  "funds/payment WHOSE_PAYMENT": [
    { payee_kind: "BATCH", payee_count: 5, payee_subject: null, agency_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ payee_count: 4 }, AUDITED],
      [{ payee_kind: "PERSON", payee_subject: PERSON }, `citizen-1 ${AUDITED}`],
      [{ payee_kind: "ORGANIZATION", payee_count: 1 }, EVERYBODY],
    ],
  ],
  "funds/payment WHOSE_RETURN": [
    { payee_kind: "BATCH", payee_count: 5, payee_subject: null, agency_uscc: OFFICE, division_code: YANJI },
    [
      [{}, AUDITED],
      [{ payee_kind: "ORGANIZATION" }, EVERYBODY],
      [{ payee_kind: null }, AUDITED],
    ],
  ],
  "funds/subsidy OF_RECIPIENT": [
    { recipient_hash: PERSON },
    [
      [{}, "citizen-1"],
      [{ recipient_hash: "demo-subject-2" }, "citizen-2"],
      [{ recipient_hash: ENTERPRISE }, NOBODY],
    ],
  ],
  "funds/budget-publishing OF_UNIT": [
    { unit_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ unit_uscc: null }, NOBODY],
    ],
  ],
  "funds/payment-order OF_BANK": [
    { bank_uscc: ENTERPRISE },
    [
      [{}, "agent-1"],
      [{ bank_uscc: OFFICE }, NOBODY],
      [{ bank_uscc: null }, NOBODY],
    ],
  ],
  "funds/payment-order OF_FINANCE": [
    { finance_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ finance_uscc: ENTERPRISE }, NOBODY],
      [{ finance_uscc: null }, NOBODY],
    ],
  ],
  "funds/payment-order OF_UNIT": [
    { agency_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ agency_uscc: ENTERPRISE }, NOBODY],
      [{ agency_uscc: null }, NOBODY],
    ],
  ],
  "funds/payment-order WHOSE_ORDER": [
    { agency_uscc: OFFICE, finance_uscc: null, bank_uscc: ENTERPRISE, division_code: YANJI },
    [
      [{}, `agent-1 ${AUDITED}`],
      [{ bank_uscc: null }, AUDITED],
      [{ agency_uscc: null, bank_uscc: null, division_code: ELSEWHERE, finance_uscc: OFFICE }, OFFICERS],
      [{ agency_uscc: null, bank_uscc: null }, "supervisor-1 auditor-1"],
    ],
  ],
  "funds/project-handling OF_AUTHORITY": [
    { authority_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ authority_uscc: null }, NOBODY],
    ],
  ],
  "funds/project-handling OF_UNIT": [
    { owner_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ owner_uscc: null }, NOBODY],
    ],
  ],
  "funds/project-handling WHOSE_PROJECT": [
    { project_code: "XM-1" },
    [
      [{}, EVERYBODY],
      [{ project_code: null }, NOBODY],
    ],
  ],
  "funds/project-handling WHOSE_PENDING": [
    { owner_uscc: OFFICE, authority_uscc: null, division_code: YANJI },
    [
      [{}, KEPT],
      [{ owner_uscc: null, authority_uscc: OFFICE }, KEPT],
      [{ owner_uscc: null }, "supervisor-1"],
      [{ division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "funds/project-handling OF_SUPERVISOR": [
    { division_code: YANJI, carried_out_by: "AUTHORITY" },
    [
      [{}, "supervisor-1"],
      [{ carried_out_by: "UNIT" }, NOBODY],
      [{ carried_out_by: null }, NOBODY],
      [{ division_code: ELSEWHERE }, NOBODY],
    ],
  ],
  "funds/project-handling OF_UNIT_IN_TURN": [
    { owner_uscc: OFFICE, performance_step: "SELF" },
    [
      [{}, OFFICERS],
      [{ performance_step: "FILE" }, OFFICERS],
      [{ performance_step: "REVIEW" }, NOBODY],
      [{ owner_uscc: null }, NOBODY],
    ],
  ],
  "funds/project-handling OF_DECIDING_AUTHORITY": [
    { authority_uscc: OFFICE, carried_out_by: "UNIT", performance_step: "NONE" },
    [
      [{}, OFFICERS],
      [{ performance_step: "REVIEW" }, OFFICERS],
      [{ performance_step: "SELF" }, NOBODY],
      [{ carried_out_by: "AUTHORITY" }, NOBODY],
      [{ authority_uscc: null }, NOBODY],
    ],
  ],
  "funds/project-handling OF_DECIDING_SUPERVISOR": [
    { division_code: YANJI, carried_out_by: "AUTHORITY", performance_step: "NONE" },
    [
      [{}, "supervisor-1"],
      [{ performance_step: "SELF" }, NOBODY],
      [{ carried_out_by: "UNIT" }, NOBODY],
      [{ division_code: ELSEWHERE }, NOBODY],
    ],
  ],
  "funds/project-handling OF_PUBLISHING_AUTHORITY": [
    { authority_uscc: OFFICE, performance_step: "PUBLICATION" },
    [
      [{}, OFFICERS],
      [{ performance_step: "FILE" }, NOBODY],
      [{ authority_uscc: null }, NOBODY],
    ],
  ],
  "funds/subsidy-return OF_BANK": [
    { bank_uscc: ENTERPRISE },
    [
      [{}, "agent-1"],
      [{ bank_uscc: OFFICE }, NOBODY],
      [{ bank_uscc: null }, NOBODY],
    ],
  ],
  "funds/subsidy-return OF_FINANCE": [
    { receiver_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ receiver_uscc: null }, NOBODY],
    ],
  ],
  "funds/subsidy-return WHOSE_RETURN": [
    {
      ...{ recipient_hash: PERSON, agency_uscc: OFFICE, receiver_uscc: null, bank_uscc: ENTERPRISE },
      village_code: `${YANJI}105201`,
    },
    [
      [{}, `citizen-1 agent-1 ${AUDITED}`],
      [{ recipient_hash: null, bank_uscc: null }, AUDITED],
      [{ agency_uscc: null }, "citizen-1 agent-1 supervisor-1 auditor-1"],
      [
        { agency_uscc: null, receiver_uscc: OFFICE, village_code: `${ELSEWHERE}105201` },
        `citizen-1 agent-1 ${OFFICERS}`,
      ],
    ],
  ],
  "funds/subsidy-handling OF_FINANCE": [
    { receiver_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ receiver_uscc: null }, NOBODY],
    ],
  ],
  "funds/subsidy-handling OF_OBJECTOR": [
    { subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ subject: ENTERPRISE }, "agent-1"],
      [{ subject: null }, NOBODY],
    ],
  ],
  "funds/subsidy-handling OF_SCHEME": [
    { agency_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ agency_uscc: null }, NOBODY],
    ],
  ],
  "funds/subsidy-handling WHOSE_BATCH": [
    { agency_uscc: OFFICE, village_code: `${YANJI}105201`, receiver_uscc: null },
    [
      [{}, AUDITED],
      [{ agency_uscc: null }, "supervisor-1 auditor-1"],
      [{ agency_uscc: null, village_code: `${ELSEWHERE}105201`, receiver_uscc: OFFICE }, OFFICERS],
    ],
  ],
  "funds/subsidy-handling WHOSE_ROSTER_OBJECTION": [
    { subject: PERSON, agency_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `citizen-1 ${AUDITED}`],
      [{ subject: null }, AUDITED],
      [{ agency_uscc: null, division_code: ELSEWHERE }, "citizen-1"],
    ],
  ],
  "funds/subsidy WHOSE_LINE": [
    { recipient_hash: PERSON, agency_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `citizen-1 ${AUDITED}`],
      [{ recipient_hash: null }, AUDITED],
      [{ agency_uscc: null }, "citizen-1 supervisor-1 auditor-1"],
      [{ division_code: null }, `citizen-1 ${OFFICERS}`],
    ],
  ],
  "intermediary/intermediary-sanction WHOSE_SANCTION": [
    { decided_on: TODAY, firm_uscc: ENTERPRISE, authority_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ decided_on: TOMORROW }, `agent-1 ${KEPT}`],
      [{ decided_on: null }, `agent-1 ${KEPT}`],
      [{ revoked_on: TOMORROW }, EVERYBODY],
      [{ revoked_on: TODAY }, `agent-1 ${KEPT}`],
      [{ revoked_on: TODAY, firm_uscc: null, division_code: null }, OFFICERS],
      [{ revoked_on: TODAY, authority_uscc: null }, "agent-1 supervisor-1"],
    ],
  ],
  "intermediary/market-entry WHOSE_ENTRY": [
    { firm_uscc: ENTERPRISE, department_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `agent-1 ${KEPT}`],
      [{ firm_uscc: null }, KEPT],
      [{ department_uscc: null }, "agent-1 supervisor-1"],
      [{ division_code: null }, `agent-1 ${OFFICERS}`],
    ],
  ],
  "intermediary/bid WHOSE_BID": [
    { opened_on: TODAY, firm_uscc: ENTERPRISE, state: "REVEALED" },
    [
      [{}, EVERYBODY],
      [{ state: "SEALED" }, EVERYBODY],
      [{ state: "WITHDRAWN" }, "agent-1"],
      [{ opened_on: TOMORROW }, "agent-1"],
      [{ opened_on: null, firm_uscc: null }, NOBODY],
    ],
  ],
  "intermediary/finding WHOSE_GROUND": [
    { ground: "LISTED", bidder_uscc: null, owner_uscc: null, department_uscc: OFFICE, division_code: YANJI },
    [
      [{}, KEPT],
      [{ ground: "DECLARED" }, KEPT],
      [{ ground: "PUBLIC" }, EVERYBODY],
      [{ ground: "SANCTION" }, NOBODY],
      [{ bidder_uscc: ENTERPRISE }, `agent-1 ${KEPT}`],
      [{ owner_uscc: ENTERPRISE }, `agent-1 ${KEPT}`],
      [{ department_uscc: null }, "supervisor-1"],
      [{ division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "intermediary/intermediary-procurement OF_PARTIES": [
    { owner_uscc: ENTERPRISE, department_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `agent-1 ${KEPT}`],
      [{ owner_uscc: null }, KEPT],
      [{ department_uscc: null }, "agent-1 supervisor-1"],
      [{ division_code: null }, `agent-1 ${OFFICERS}`],
    ],
  ],
  "intermediary/intermediary-procurement WHOSE_PROJECT": [
    {
      ...{ state: "UNDER_PUBLIC_NOTICE", public_notice_on: TODAY },
      ...{ owner_uscc: ENTERPRISE, department_uscc: OFFICE, division_code: YANJI },
    },
    [
      [{}, EVERYBODY],
      [{ state: "DRAFT" }, `agent-1 ${KEPT}`],
      [{ state: "CANCELLED" }, EVERYBODY],
      [{ state: "CANCELLED", public_notice_on: null }, `agent-1 ${KEPT}`],
      [{ state: null }, `agent-1 ${KEPT}`],
    ],
  ],
  "intermediary/procurement-handling OF_DEPARTMENT": [
    { department_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ department_uscc: ENTERPRISE }, NOBODY],
      [{ department_uscc: null }, NOBODY],
    ],
  ],
  "intermediary/procurement-handling OF_OWNER": [
    { owner_uscc: ENTERPRISE },
    [
      [{}, "agent-1"],
      [{ owner_uscc: OFFICE }, OFFICERS],
      [{ owner_uscc: null }, NOBODY],
    ],
  ],
  "intermediary/procurement-handling OF_OPENER": [
    { owner_uscc: ENTERPRISE, opens_from: TODAY },
    [
      [{}, "agent-1"],
      [{ opens_from: TOMORROW }, NOBODY],
      [{ opens_from: null }, NOBODY],
      [{ owner_uscc: OFFICE }, OFFICERS],
    ],
  ],
  "intermediary/sanction-handling OF_DECIDING_OFFICER": [
    { authority_uscc: OFFICE, decider: "OFFICER" },
    [
      [{}, OFFICERS],
      [{ decider: "SUPERVISOR" }, NOBODY],
      [{ authority_uscc: null }, NOBODY],
    ],
  ],
  "intermediary/sanction-handling OF_DECIDING_SUPERVISOR": [
    { division_code: YANJI, decider: "SUPERVISOR" },
    [
      [{}, "supervisor-1"],
      [{ decider: "OFFICER" }, NOBODY],
      [{ division_code: ELSEWHERE }, NOBODY],
    ],
  ],
  "intermediary/sanction-handling OF_UNHEARD_FIRM": [
    { firm_uscc: ENTERPRISE, defended_on: null },
    [
      [{}, "agent-1"],
      [{ defended_on: TOMORROW }, "agent-1"],
      [{ defended_on: TODAY }, NOBODY],
      [{ firm_uscc: null }, NOBODY],
    ],
  ],
  "intermediary/sanction-handling OF_APPEALED_TO": [
    { division_code: YANJI, appealed_on: TODAY, appeal_settled_on: null },
    [
      [{}, "supervisor-1"],
      [{ appealed_on: TOMORROW }, NOBODY],
      [{ appealed_on: null }, NOBODY],
      [{ appeal_settled_on: TODAY }, NOBODY],
      [{ division_code: ELSEWHERE }, NOBODY],
    ],
  ],
  "intermediary/procurement-handling OF_SELECTED": [
    { selected_uscc: ENTERPRISE },
    [
      [{}, "agent-1"],
      [{ selected_uscc: OFFICE }, NOBODY],
      [{ selected_uscc: null }, NOBODY],
    ],
  ],
  "intermediary/procurement-handling OF_SUPERVISOR": [
    { division_code: YANJI },
    [
      [{}, "supervisor-1"],
      [{ division_code: ELSEWHERE }, NOBODY],
      [{ division_code: null }, NOBODY],
    ],
  ],
  "intermediary/sealed-bid OF_BIDDER": [
    { firm_uscc: ENTERPRISE },
    [
      [{}, "agent-1"],
      [{ firm_uscc: OFFICE }, NOBODY],
      [{ firm_uscc: null }, NOBODY],
    ],
  ],
  "matters/case-handling OF_HANDLER": [
    { dept_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ dept_uscc: ENTERPRISE }, NOBODY],
      [{ dept_uscc: null }, NOBODY],
    ],
  ],
  "matters/case-handling WHOSE_RATING_HOUR": [
    { subject: PERSON, division_code: YANJI },
    [
      [{}, "citizen-1 supervisor-1"],
      [{ subject: ENTERPRISE }, "agent-1 supervisor-1"],
      [{ subject: null, division_code: ELSEWHERE }, NOBODY],
    ],
  ],
  "matters/electronic-licence OF_HOLDER": [
    { subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ subject: ENTERPRISE }, "agent-1"],
      [{ subject: null }, NOBODY],
    ],
  ],
  "matters/electronic-licence WHOSE_LICENCE": [
    { subject: PERSON, dept_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `citizen-1 ${KEPT}`],
      [{ subject: null }, KEPT],
      [{ dept_uscc: null }, "citizen-1 supervisor-1"],
      [{ division_code: ELSEWHERE }, `citizen-1 ${OFFICERS}`],
    ],
  ],
  "matters/matter WHOSE_MATTER": [
    { status: "PUBLISHED", dept_uscc: OFFICE, division_code: YANJI },
    [
      [{}, EVERYBODY],
      [{ status: "DRAFT" }, KEPT],
      [{ status: "IN_REVIEW" }, KEPT],
      [{ status: "REJECTED", dept_uscc: null }, "supervisor-1"],
      [{ status: "SUBMITTED", division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "matters/rating-handling OF_RATED": [
    { dept_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ dept_uscc: ENTERPRISE }, NOBODY],
      [{ dept_uscc: null }, NOBODY],
    ],
  ],
  "matters/rating-handling OF_RATER": [
    { subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ subject: ENTERPRISE }, "agent-1"],
      [{ subject: null }, NOBODY],
    ],
  ],
  "reference/app OF_OWNER": [
    { owner_uscc: ENTERPRISE },
    [
      [{}, "agent-1"],
      [{ owner_uscc: OFFICE }, NOBODY],
      [{ owner_uscc: null }, NOBODY],
    ],
  ],
  "reference/app WHOSE_APP": [
    { owner_uscc: ENTERPRISE, agency_uscc: OFFICE, division_code: YANJI, approved_on: null },
    [
      [{}, `agent-1 ${KEPT}`],
      [{ approved_on: TODAY }, EVERYBODY],
      [{ owner_uscc: null }, KEPT],
      [{ agency_uscc: null }, "agent-1 supervisor-1"],
      [{ division_code: ELSEWHERE }, `agent-1 ${OFFICERS}`],
    ],
  ],
  "matters/consultation OF_ASKER": [
    { subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ subject: ENTERPRISE }, "agent-1"],
      [{ subject: null }, NOBODY],
    ],
  ],
  "matters/consultation WHOSE_CONSULTATION": [
    { subject: PERSON, state: "ANSWERED", dept_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `citizen-1 ${KEPT}`],
      [{ state: "PUBLISHED" }, EVERYBODY],
      [{ subject: null }, KEPT],
      [{ dept_uscc: null }, "citizen-1 supervisor-1"],
      [{ division_code: ELSEWHERE }, `citizen-1 ${OFFICERS}`],
    ],
  ],
  "matters/consultation-handling OF_ASKED_AGENCY": [
    { dept_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ dept_uscc: ENTERPRISE }, NOBODY],
      [{ dept_uscc: null }, NOBODY],
    ],
  ],
  "matters/matter-publishing OF_DRAFTING_AGENCY": [
    { dept_uscc: OFFICE },
    [
      [{}, OFFICERS],
      [{ dept_uscc: ENTERPRISE }, NOBODY],
      [{ dept_uscc: null }, NOBODY],
    ],
  ],
  "matters/matter-draft WHOSE_DRAFT": [
    { dept_uscc: OFFICE, division_code: YANJI },
    [
      [{}, KEPT],
      [{ dept_uscc: null }, "supervisor-1"],
      [{ division_code: ELSEWHERE }, OFFICERS],
    ],
  ],
  "matters/service-case OF_APPLICANT": [
    { subject: PERSON },
    [
      [{}, "citizen-1"],
      [{ subject: ENTERPRISE }, "agent-1"],
      [{ subject: null }, NOBODY],
    ],
  ],
  "matters/service-case WHOSE_CASE": [
    { subject: PERSON, state: "SUBMITTED", applied_on: TODAY, dept_uscc: OFFICE, division_code: YANJI },
    [
      [{}, `citizen-1 ${KEPT}`],
      [{ state: "DRAFT" }, "citizen-1"],
      [{ state: "VOID" }, `citizen-1 ${KEPT}`],
      [{ state: "VOID", applied_on: null }, "citizen-1"],
      [{ subject: null }, KEPT],
      [{ dept_uscc: null }, "citizen-1 supervisor-1"],
      [{ division_code: ELSEWHERE }, `citizen-1 ${OFFICERS}`],
    ],
  ],
  "matters/service-rating WHOSE_COMMENT": [
    { subject: PERSON, division_code: YANJI },
    [
      [{}, "citizen-1 supervisor-1"],
      [{ subject: ENTERPRISE, division_code: ELSEWHERE }, "agent-1"],
      [{ subject: null }, "supervisor-1"],
    ],
  ],
  "matters/service-rating WHOSE_SHOWN_COMMENT": [
    { moderation: "PASSED", dept_uscc: OFFICE },
    [
      [{}, EVERYBODY],
      [{ moderation: "PENDING" }, OFFICERS],
      [{ moderation: "BLOCKED" }, OFFICERS],
      [{ moderation: null, dept_uscc: null }, NOBODY],
    ],
  ],
};

const isWhose = (value: unknown): value is Whose<string> =>
  typeof value === "object" && value !== null && "kind" in value && ("column" in value || "rules" in value);

/** Every declaration that a policy exports. */
const declared = new Map<string, Whose<string>>();
for (const file of readdirSync(projectPath("subgraphs"), { recursive: true, encoding: "utf8" }).sort()) {
  if (!file.endsWith(".policy.ts")) continue;
  const policy = (await import(`../../../subgraphs/${file.replace(/\.ts$/, ".js")}`)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(policy))
    if (isWhose(value)) declared.set(`${dirname(file)} ${name}`, value);
}

it("has a table here for each declaration of the services", () => {
  expect([...declared.keys()].sort()).toEqual(Object.keys(TABLES).sort());
});

describe.each(Object.entries(TABLES))("%s", (name, [row, lines]) => {
  it.each(lines)("with %j is known to: %s", (differs, readers) => {
    const knowing = (Object.keys(VIEWERS) as Name[]).filter((viewer) =>
      canRead(declared.get(name)!, { viewer: VIEWERS[viewer], today: TODAY }, { ...row, ...differs }),
    );
    expect(knowing.sort()).toEqual(readers.split(" ").filter(Boolean).sort());
  });
});
