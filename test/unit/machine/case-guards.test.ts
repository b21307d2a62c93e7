/** Truth table of the guards of a case: both sides of each, with article and what may be done instead. */
import "reflect-metadata";
import { CASE } from "../../../subgraphs/matters/service-case/service-case.machine.js";
import type {
  CaseEvent,
  CaseGuardFacts,
  CaseState,
} from "../../../subgraphs/matters/service-case/service-case.state.js";
import { notNow, refused, truthTable, type Line } from "../../support/truth-table.js";

const A29 = "行政许可法 第二十九条";
const A32 = "行政许可法 第三十二条";
const A34 = "行政许可法 第三十四条";
const A35 = "行政许可法 第三十五条";
const A42 = "行政许可法 第四十二条";
const A44 = "行政许可法 第四十四条";
const A45 = "行政许可法 第四十五条";
const A69 = "行政许可法 第六十九条（条款未经原文核实）";
const COMMITMENTS =
  "国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见（国办发〔2020〕42号，条款未经原文核实）";
const TABLES = "“互联网+政务服务”国家数据交换表（up_pro_*）（条款未经原文核实）";
const RATING = "关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号，演示用值）";

const number = { acceptanceNo: "SL-1" };
const pause = { openSuspension: true };
const granted = { granted: true };
const refusal = { granted: false };
const reasons = { reasons: "不符合规划" };
const remedy = { remedy: "六十日内申请行政复议" };
const told = { ...reasons, ...remedy };
const committed = { committedMaterials: ["住所使用证明"] };
const approved = { approvedByHead: true };

type Cases = readonly Line<CaseState, CaseEvent, CaseGuardFacts>[];

truthTable(CASE, { openSuspension: false }, [
  ["SUBMIT", "DRAFT", "SUBJECT", {}, "SUBMITTED"],
  ["SUBMIT", "DRAFT", "OFFICER", {}, refused("ACTOR", A29)],
  ["EDIT", "DRAFT", "SUBJECT", {}, "DRAFT"],
  ["EDIT", "SUBMITTED", "SUBJECT", {}, notNow("WITHDRAW")],
  // What is required is there when it is handed in; what may come later is promised, and comes before the decision that grants.
  [
    "SUBMIT",
    "DRAFT",
    "SUBJECT",
    { missingMaterials: ["申请表"] },
    { ...refused("MATERIALS_MISSING", A29, "EDIT", "VOID"), missing: ["申请表"] },
  ],
  ["SUPPLEMENT", "SUBMITTED", "SUBJECT", { promised: true }, "SUBMITTED"],
  ["SUPPLEMENT", "SUBMITTED", "SUBJECT", {}, refused("NOTHING_PROMISED", A29, "WITHDRAW")],
  ["SUPPLEMENT", "RECEIVED", "SUBJECT", { promised: true }, "RECEIVED"],
  ["SUPPLEMENT", "RECEIVED", "SUBJECT", {}, refused("NOTHING_PROMISED", A29, "WITHDRAW")],
  ["SUPPLEMENT", "ACCEPTED", "SUBJECT", { promised: true }, "ACCEPTED"],
  ["SUPPLEMENT", "ACCEPTED", "SUBJECT", {}, refused("NOTHING_PROMISED", A29, "WITHDRAW")],
  ["SUPPLEMENT", "REVIEW", "SUBJECT", { promised: true }, "REVIEW"],
  ["SUPPLEMENT", "REVIEW", "SUBJECT", {}, refused("NOTHING_PROMISED", A29, "WITHDRAW")],
  [
    "DECIDE",
    "ACCEPTED",
    "OFFICER",
    { ...number, ...granted, promisedMaterials: ["健康证明"] },
    { ...refused("PROMISED_MATERIALS_MISSING", A42, "REVIEW", "TRANSFER"), missing: ["健康证明"] },
  ],
  [
    "DECIDE",
    "REVIEW",
    "OFFICER",
    { ...number, ...granted, promisedMaterials: ["健康证明"] },
    { ...refused("PROMISED_MATERIALS_MISSING", A42, "TRANSFER", "VOID"), missing: ["健康证明"] },
  ],
  // A refusal does not wait for them.
  ["DECIDE", "REVIEW", "OFFICER", { ...number, ...refusal, ...told, promisedMaterials: ["健康证明"] }, "DECIDED"],
  ["SUBMIT", "SUBMITTED", "SUBJECT", {}, notNow("WITHDRAW")],
  ["VOID", "DRAFT", "SUBJECT", {}, "VOID"],
  ["VOID", "DRAFT", "OFFICER", {}, refused("ACTOR", TABLES)],
  ["VOID", "REVIEW", "OFFICER", {}, "VOID"],
  ["VOID", "REVIEW", "SUBJECT", {}, refused("ACTOR", TABLES, "WITHDRAW")],
  ["VOID", "ACCEPTED", "OFFICER", {}, notNow("TRANSFER")],
  ["RECEIVE", "SUBMITTED", "OFFICER", {}, "RECEIVED"],
  ["RECEIVE", "SUBMITTED", "SUBJECT", {}, refused("ACTOR", A32, "WITHDRAW")],

  // All that is missing is told once: the second notice is one too many.
  ["ASK_CORRECTION", "RECEIVED", "OFFICER", {}, "CORRECTION"],
  ["ASK_CORRECTION", "RECEIVED", "OFFICER", { notices: 1 }, "CORRECTION"],
  ["ASK_CORRECTION", "RECEIVED", "OFFICER", { notices: 2 }, refused("NOTICE_ONCE", A32, "RETURN", "TRANSFER")],
  ["CORRECT", "CORRECTION", "SUBJECT", {}, "RECEIVED"],
  ["CORRECT", "CORRECTION", "OFFICER", {}, refused("ACTOR", A32, "RETURN")],

  ["ACCEPT", "RECEIVED", "OFFICER", number, "ACCEPTED"],
  [
    "ACCEPT",
    "RECEIVED",
    "OFFICER",
    {},
    refused("ACCEPTANCE_NUMBER_NEEDED", A32, "ASK_CORRECTION", "RETURN", "TRANSFER"),
  ],
  ["ACCEPT", "CORRECTION", "OFFICER", number, "ACCEPTED"],
  ["ACCEPT", "CORRECTION", "OFFICER", {}, refused("ACCEPTANCE_NUMBER_NEEDED", A32, "RETURN")],
  ["ACCEPT", "CORRECTION", "SUBJECT", number, refused("ACTOR", A32, "CORRECT", "WITHDRAW")],

  // Not to accept is to refuse, also where nobody wrote down that it is one.
  ["REFUSE_ACCEPTANCE", "RECEIVED", "OFFICER", { ...refusal, ...told }, "NOT_ACCEPTED"],
  ["REFUSE_ACCEPTANCE", "RECEIVED", "OFFICER", told, "NOT_ACCEPTED"],
  [
    "REFUSE_ACCEPTANCE",
    "RECEIVED",
    "OFFICER",
    {},
    refused("REFUSAL_NEEDS_REASONS", A32, "ASK_CORRECTION", "RETURN", "TRANSFER"),
  ],
  [
    "REFUSE_ACCEPTANCE",
    "RECEIVED",
    "OFFICER",
    { ...refusal, ...reasons },
    refused("REFUSAL_NEEDS_REMEDY", A32, "ASK_CORRECTION", "RETURN", "TRANSFER"),
  ],
  ["REFUSE_ACCEPTANCE", "CORRECTION", "OFFICER", { ...refusal, ...told }, "NOT_ACCEPTED"],
  [
    "REFUSE_ACCEPTANCE",
    "CORRECTION",
    "OFFICER",
    { ...refusal, ...remedy },
    refused("REFUSAL_NEEDS_REASONS", A32, "RETURN"),
  ],
  ["REFUSE_ACCEPTANCE", "CORRECTION", "OFFICER", reasons, refused("REFUSAL_NEEDS_REMEDY", A32, "RETURN")],
  ["RETURN", "RECEIVED", "OFFICER", {}, "RETURNED"],
  ["RETURN", "CORRECTION", "OFFICER", {}, "RETURNED"],
  ["RETURN", "ACCEPTED", "OFFICER", number, notNow("REVIEW", "TRANSFER")],

  ["REVIEW", "ACCEPTED", "OFFICER", number, "REVIEW"],
  ["REVIEW", "ACCEPTED", "OFFICER", {}, refused("ACCEPTANCE_NUMBER_NEEDED", A34, "TRANSFER")],
  ["SUSPEND", "ACCEPTED", "OFFICER", { ...number, ...pause }, "SUSPENDED"],
  ["SUSPEND", "ACCEPTED", "OFFICER", pause, refused("ACCEPTANCE_NUMBER_NEEDED", A45, "TRANSFER")],
  ["SUSPEND", "ACCEPTED", "OFFICER", number, refused("OPEN_PROCEDURE_NEEDED", A45, "REVIEW", "TRANSFER")],
  ["SUSPEND", "REVIEW", "OFFICER", { ...number, ...pause }, "SUSPENDED"],
  ["SUSPEND", "REVIEW", "OFFICER", pause, refused("ACCEPTANCE_NUMBER_NEEDED", A45, "TRANSFER", "VOID")],
  ["SUSPEND", "REVIEW", "OFFICER", number, refused("OPEN_PROCEDURE_NEEDED", A45, "TRANSFER", "VOID")],
  ["RESUME", "SUSPENDED", "OFFICER", number, "REVIEW"],
  ["RESUME", "SUSPENDED", "OFFICER", { ...number, ...pause }, refused("OPEN_PROCEDURE_LEFT", A45)],
  ["RESUME", "SUSPENDED", "SUBJECT", number, refused("ACTOR", A45, "WITHDRAW")],

  // The limit is extended once, by the head of the agency.
  ["EXTEND", "ACCEPTED", "OFFICER", { ...approved, extensions: 1 }, "ACCEPTED"],
  ["EXTEND", "ACCEPTED", "OFFICER", approved, "ACCEPTED"],
  ["EXTEND", "ACCEPTED", "OFFICER", {}, refused("HEAD_APPROVAL_NEEDED", A42, "TRANSFER")],
  ["EXTEND", "ACCEPTED", "OFFICER", { ...approved, extensions: 2 }, refused("EXTENDED_BEFORE", A42, "TRANSFER")],
  ["EXTEND", "REVIEW", "OFFICER", { ...approved, extensions: 1 }, "REVIEW"],
  [
    "EXTEND",
    "REVIEW",
    "OFFICER",
    { approvedByHead: false, extensions: 1 },
    refused("HEAD_APPROVAL_NEEDED", A42, "TRANSFER", "VOID"),
  ],
  ["EXTEND", "REVIEW", "OFFICER", { ...approved, extensions: 2 }, refused("EXTENDED_BEFORE", A42, "TRANSFER", "VOID")],
  ["EXTEND", "SUSPENDED", "OFFICER", approved, notNow("RESUME")],

  ["DECIDE", "ACCEPTED", "OFFICER", { ...number, ...granted }, "DECIDED"],
  ["DECIDE", "ACCEPTED", "OFFICER", { ...number, ...refusal, ...told }, "DECIDED"],
  ["DECIDE", "ACCEPTED", "OFFICER", granted, refused("ACCEPTANCE_NUMBER_NEEDED", A42, "TRANSFER")],
  [
    "DECIDE",
    "ACCEPTED",
    "OFFICER",
    { ...number, ...refusal, ...remedy },
    refused("REFUSAL_NEEDS_REASONS", A42, "REVIEW", "TRANSFER"),
  ],
  [
    "DECIDE",
    "ACCEPTED",
    "OFFICER",
    { ...number, ...refusal, ...reasons },
    refused("REFUSAL_NEEDS_REMEDY", A42, "REVIEW", "TRANSFER"),
  ],
  [
    "DECIDE",
    "ACCEPTED",
    "OFFICER",
    { ...number, ...granted, ...pause },
    refused("OPEN_PROCEDURE_LEFT", A42, "REVIEW", "SUSPEND", "TRANSFER"),
  ],
  ["DECIDE", "REVIEW", "OFFICER", { ...number, ...granted }, "DECIDED"],
  ["DECIDE", "REVIEW", "OFFICER", { ...number, ...refusal, ...told }, "DECIDED"],
  ["DECIDE", "REVIEW", "OFFICER", granted, refused("ACCEPTANCE_NUMBER_NEEDED", A42, "TRANSFER", "VOID")],
  // What nobody said was granted is not taken for granted.
  ["DECIDE", "REVIEW", "OFFICER", number, refused("REFUSAL_NEEDS_REASONS", A42, "TRANSFER", "VOID")],
  ["DECIDE", "REVIEW", "OFFICER", { ...number, ...reasons }, refused("REFUSAL_NEEDS_REMEDY", A42, "TRANSFER", "VOID")],
  [
    "DECIDE",
    "REVIEW",
    "OFFICER",
    { ...number, ...granted, ...pause },
    refused("OPEN_PROCEDURE_LEFT", A42, "SUSPEND", "TRANSFER", "VOID"),
  ],
  ["DECIDE", "SUSPENDED", "OFFICER", { ...number, ...granted, ...pause }, notNow()],

  ["COMPLETE", "DECIDED", "OFFICER", { ...number, ...granted }, "COMPLETED"],
  ["COMPLETE", "DECIDED", "OFFICER", { ...number, ...refusal, ...told }, "COMPLETED"],
  ["COMPLETE", "DECIDED", "OFFICER", granted, refused("ACCEPTANCE_NUMBER_NEEDED", A44)],
  ["COMPLETE", "DECIDED", "OFFICER", { ...number, ...refusal, ...remedy }, refused("REFUSAL_NEEDS_REASONS", A44)],
  ["COMPLETE", "DECIDED", "OFFICER", { ...number, ...refusal, ...reasons }, refused("REFUSAL_NEEDS_REMEDY", A44)],
  ["COMPLETE", "DECIDED", "OFFICER", { ...number, ...granted, ...pause }, refused("OPEN_PROCEDURE_LEFT", A44)],
  ["DELIVER", "COMPLETED", "OFFICER", {}, "DELIVERED"],
  ["DELIVER", "COMPLETED", "SUBJECT", {}, refused("ACTOR", A44, "RATE")],
  ["RATE", "COMPLETED", "SUBJECT", {}, "RATED"],
  ["RATE", "COMPLETED", "TIME", {}, "RATED"],
  ["RATE", "DELIVERED", "SUBJECT", {}, "RATED"],
  ["RATE", "DELIVERED", "OFFICER", {}, refused("ACTOR", RATING)],
  ["RATE", "RATED", "SUBJECT", {}, notNow()],

  // Decided on the spot on a commitment, which is found kept once, or broken at any time after.
  ["SUBMIT", "DRAFT", "SUBJECT", committed, "SUBMITTED"],
  [
    "SUBMIT",
    "DRAFT",
    "SUBJECT",
    { ...committed, brokeCommitment: true },
    refused("COMMITMENT_BROKEN_BEFORE", A29, "EDIT", "VOID"),
  ],
  ["SUBMIT", "DRAFT", "SUBJECT", { brokeCommitment: true }, "SUBMITTED"],
  ...(["SUBMITTED", "RECEIVED"] as const).flatMap((state): Cases => {
    const then = state === "SUBMITTED" ? ["RECEIVE"] : ["ASK_CORRECTION", "RETURN", "TRANSFER"];
    // With its number it may be accepted in the usual way.
    const numbered = state === "SUBMITTED" ? then : ["ASK_CORRECTION", "ACCEPT", "RETURN", "TRANSFER"];
    return [
      ["GRANT_ON_COMMITMENT", state, "OFFICER", { ...number, ...committed }, "DECIDED"],
      ["GRANT_ON_COMMITMENT", state, "OFFICER", number, refused("NOTHING_COMMITTED", COMMITMENTS, ...numbered)],
      ["GRANT_ON_COMMITMENT", state, "OFFICER", committed, refused("ACCEPTANCE_NUMBER_NEEDED", COMMITMENTS, ...then)],
      [
        "GRANT_ON_COMMITMENT",
        state,
        "OFFICER",
        { ...number, ...committed, promisedMaterials: ["健康证明"] },
        { ...refused("PROMISED_MATERIALS_MISSING", COMMITMENTS, ...numbered), missing: ["健康证明"] },
      ],
    ];
  }),
  [
    "GRANT_ON_COMMITMENT",
    "SUBMITTED",
    "SUBJECT",
    { ...number, ...committed },
    refused("ACTOR", COMMITMENTS, "WITHDRAW"),
  ],
  ["GRANT_ON_COMMITMENT", "ACCEPTED", "OFFICER", { ...number, ...committed }, notNow("REVIEW", "TRANSFER")],
  ...(["DECIDED", "COMPLETED", "DELIVERED", "RATED"] as const).flatMap((state): Cases => {
    const then = state === "COMPLETED" ? ["DELIVER"] : [];
    const open = { restsOnCommitment: true, commitmentOpen: true };
    return [
      ["CONFIRM_COMMITMENT", state, "OFFICER", open, state],
      [
        "CONFIRM_COMMITMENT",
        state,
        "OFFICER",
        { restsOnCommitment: true },
        refused("COMMITMENT_VERIFIED", COMMITMENTS, ...then),
      ],
      ["CONFIRM_COMMITMENT", state, "OFFICER", {}, refused("NOTHING_RESTS_ON_COMMITMENT", COMMITMENTS, ...then)],
      ["ANNUL", state, "OFFICER", { ...open, ...told }, "ANNULLED"],
      ["ANNUL", state, "OFFICER", { restsOnCommitment: true, ...told }, "ANNULLED"],
      ["ANNUL", state, "OFFICER", told, refused("NOTHING_RESTS_ON_COMMITMENT", A69, ...then)],
      ["ANNUL", state, "OFFICER", { restsOnCommitment: true, ...remedy }, refused("REASONS_NEEDED", A69, ...then)],
      ["ANNUL", state, "OFFICER", { restsOnCommitment: true, ...reasons }, refused("REMEDY_NEEDED", A69, ...then)],
    ];
  }),
  ["ANNUL", "COMPLETED", "SUBJECT", { restsOnCommitment: true, ...told }, refused("ACTOR", A69, "RATE")],

  ["WITHDRAW", "SUBMITTED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "RECEIVED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "CORRECTION", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "ACCEPTED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "REVIEW", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "SUSPENDED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "SUSPENDED", "OFFICER", {}, refused("ACTOR", TABLES, "RESUME")],
  ["WITHDRAW", "DECIDED", "SUBJECT", {}, notNow()],
  ["TRANSFER", "RECEIVED", "OFFICER", {}, "TRANSFERRED"],
  ["TRANSFER", "ACCEPTED", "OFFICER", {}, "TRANSFERRED"],
  ["TRANSFER", "REVIEW", "OFFICER", {}, "TRANSFERRED"],
  ["TRANSFER", "REVIEW", "SUBJECT", {}, refused("ACTOR", A35, "WITHDRAW")],
]);
