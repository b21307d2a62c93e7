/** The machine of cases, as tests drive it: of a case of citizen-1 at officer-1's agency. */
import { CASE } from "../../../subgraphs/matters/service-case/service-case.machine.js";
import {
  CaseState,
  type CaseEvent,
  type CaseGuardFacts,
} from "../../../subgraphs/matters/service-case/service-case.state.js";
import type { Actor } from "../../../platform/machine/index.js";
import { draftWithoutLater, forgetBroken, LATER } from "../verbs/cases.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";

type Facts = CaseGuardFacts;

const says = (input: object, after: Partial<Facts> | ((now: Facts) => Partial<Facts>) = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...(typeof after === "function" ? after(now) : after) }),
});

const verb = (
  by: Actor,
  event: CaseEvent,
  name: string,
  input = "CaseStepInput",
  ...wordings: Wording<Facts>[]
): ModelledVerb<CaseEvent, Facts> => ({
  ...{ verb: name, input, event, by },
  wordings: wordings.length > 0 ? wordings : [says({})],
});

const REASONS = { reasons: "不属于受理范围" };
const REMEDY = { remedy: "可申请行政复议" };

/** A decision that grants rests on what was committed to. */
const granted = ({ committedMaterials = [] }: Facts): Partial<Facts> => ({
  granted: true,
  restsOnCommitment: committedMaterials.length > 0,
  commitmentOpen: committedMaterials.length > 0,
});

const HANDED_IN = { materials: [{ name: LATER, delivery: "PAPER" }] };

/** A draft is its writer's alone, also once it is discarded. */
const IS_HANDED_IN = (state: CaseState, before: readonly CaseState[]): boolean =>
  state !== CaseState.DRAFT && (state !== CaseState.VOID || before.some((earlier) => earlier !== CaseState.DRAFT));

/** Cases. */
export const CASES: ModelledMachine<CaseState, CaseEvent, Facts> = {
  machine: CASE,
  selects: "object: case { key: caseNo state version }",
  keyInput: "caseNo",
  sequences: 110,
  viewers: {
    "citizen-1": { may: ["SUBJECT"], plays: ["SUBJECT"], knows: () => true },
    "citizen-2": { may: ["SUBJECT"], plays: [], knows: () => false },
    "agent-1": { may: ["SUBJECT"], plays: [], knows: () => false },
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: IS_HANDED_IN },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    "supervisor-1": { may: [], plays: [], knows: IS_HANDED_IN },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("SUBJECT", "EDIT", "editCase", "EditCaseInput", says({ applicantName: "演示乙" })),
    verb(
      "SUBJECT",
      "SUBMIT",
      "submitCase",
      "SubmitCaseInput",
      says({}),
      says({ promisedMaterials: [LATER] }, { missingMaterials: [], promised: true, promisedMaterials: [LATER] }),
      // Twice: most of what follows a commitment is far from here.
      ...[1, 2].map(() => says({ committedMaterials: [LATER] }, { missingMaterials: [], committedMaterials: [LATER] })),
    ),
    verb("SUBJECT", "SUPPLEMENT", "supplementCase", "CorrectCaseInput", says(HANDED_IN, { promisedMaterials: [] })),
    verb("SUBJECT", "WITHDRAW", "withdrawCase", "ReasonedCaseInput", says({}, { openSuspension: false })),
    verb("SUBJECT", "VOID", "discardCase"),
    verb("SUBJECT", "CORRECT", "correctCase", "CorrectCaseInput", says(HANDED_IN, { promisedMaterials: [] })),
    verb("OFFICER", "RECEIVE", "receiveCase"),
    verb(
      "OFFICER",
      "ASK_CORRECTION",
      "askCaseCorrection",
      "AskCorrectionInput",
      says({ missing: "缺少健康证明" }, ({ notices = 0 }) => ({ notices: notices + 1 })),
    ),
    verb(
      "OFFICER",
      "ACCEPT",
      "acceptCase",
      "AcceptCaseInput",
      says({ acceptanceNo: "受2026-1" }, { acceptanceNo: "受2026-1" }),
      says({ acceptanceNo: "" }, { acceptanceNo: "" }),
    ),
    verb(
      "OFFICER",
      "REFUSE_ACCEPTANCE",
      "refuseCase",
      "RefuseCaseInput",
      says({ ...REASONS, ...REMEDY }, { ...REASONS, ...REMEDY }),
      says(REASONS, REASONS),
      says(REMEDY, REMEDY),
    ),
    verb("OFFICER", "RETURN", "returnCase", "EndCaseInput", says(REASONS)),
    verb("OFFICER", "REVIEW", "reviewCase"),
    verb(
      "OFFICER",
      "SUSPEND",
      "suspendCase",
      "SuspendCaseInput",
      says({ kind: "HEARING", name: "听证", reasons: "涉及他人重大利益" }, { openSuspension: true }),
    ),
    verb(
      "OFFICER",
      "RESUME",
      "resumeCase",
      "ResumeCaseInput",
      says({ result: "听证会已举行" }, { openSuspension: false }),
    ),
    verb(
      "OFFICER",
      "EXTEND",
      "extendCase",
      "ExtendCaseInput",
      ...["演示局长", ""].map((approver) =>
        says({ days: 10, approver, reasons: "案情复杂" }, ({ extensions = 0 }) => ({
          extensions: extensions + 1,
          approvedByHead: approver !== "",
        })),
      ),
    ),
    verb(
      "OFFICER",
      "DECIDE",
      "decideCase",
      "DecideCaseInput",
      says({ outcome: "GRANTED" }, granted),
      says({ outcome: "REFUSED", ...REASONS, ...REMEDY }, { granted: false, ...REASONS, ...REMEDY }),
      says({ outcome: "REFUSED", ...REASONS }, { granted: false, ...REASONS }),
    ),
    verb(
      "OFFICER",
      "GRANT_ON_COMMITMENT",
      "grantOnCommitment",
      "GrantOnCommitmentInput",
      says({ acceptanceNo: "受2026-1" }, (now) => ({ ...granted(now), acceptanceNo: "受2026-1" })),
      says({ acceptanceNo: " " }, (now) => ({ ...granted(now), acceptanceNo: " " })),
    ),
    verb("OFFICER", "CONFIRM_COMMITMENT", "confirmCaseCommitment", "CaseStepInput", {
      input: {},
      after: (now) => now,
      stays: (now) => ({ ...now, commitmentOpen: false }),
    }),
    verb(
      "OFFICER",
      "ANNUL",
      "annulCase",
      "AnnulCaseInput",
      says({ documentNo: "撤2026-1", ...REASONS, ...REMEDY }, { ...REASONS, ...REMEDY }),
      says({ documentNo: "撤2026-1", ...REASONS, remedy: "" }, { ...REASONS, remedy: "" }),
    ),
    verb("OFFICER", "COMPLETE", "completeCase", "CompleteCaseInput"),
    verb("OFFICER", "DELIVER", "deliverCase"),
    verb("OFFICER", "TRANSFER", "transferCase", "EndCaseInput", says(REASONS)),
    verb("OFFICER", "VOID", "voidCase", "EndCaseInput", says(REASONS)),
  ],
  // Rating is no verb of the case.
  unreachable: ["RATED ANNUL", "RATED CONFIRM_COMMITMENT"],
  async begin(stack) {
    await forgetBroken(stack);
    return (await draftWithoutLater(stack)).caseNo;
  },
  facts: () => ({ openSuspension: false, missingMaterials: [LATER] }),
  async stored({ databases }, caseNo) {
    const { rows } = (await databases["matters"]!.raw(
      `select c.state, c.version, to_jsonb(c) as record,
              (select jsonb_agg(p order by p.number) from special_procedures p where p.case_no = c.case_no) as procedures,
              (select jsonb_agg(t order by t.version) from transitions t where t.kind = 'ServiceCase' and t.key = c.case_no) as journal
         from service_cases c where c.case_no = ?`,
      [caseNo],
    )) as { rows: unknown[] };
    return rows[0];
  },
};
