/** The machine of projects of public money, as tests drive it: of officer-1's agency, decided by officer-2's, begun in three states. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  FUND_PROJECT,
  type FundProjectEvent,
  FundProjectState,
} from "../../../subgraphs/funds/fund-project/fund-project.machine.js";
import type { FundProjectGuardFacts } from "../../../subgraphs/funds/fund-project/fund-project.guards.js";
import { projectIn, scoresOf } from "../verbs/projects.js";
import { VIEWERS } from "../viewers.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = FundProjectGuardFacts;

/** A publisher of officer-2's agency. */
export const SECOND_PUBLISHER = {
  ...VIEWERS["publisher-1"],
  username: "publisher-2",
  agencyUscc: VIEWERS["officer-2"].agencyUscc,
};

/** What a step leaves: what stands in the project's records, and nothing of what was said. */
const says = (
  input: Wording<Facts>["input"],
  said: Partial<Facts> | ((now: Facts) => Partial<Facts>) = {},
  stays: Partial<Facts> = {},
): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...(typeof said === "function" ? said(now) : said) }),
  stays: ({ selfEvaluated, evaluationPending, publicityOver }) => ({
    ...{ ...NOTHING, selfEvaluated, evaluationPending, publicityOver },
    ...stays,
  }),
});

const NOTHING = {
  ...{ reviewed: false, moneyAssigned: true, publicityDays: 0, accepted: false, publicNoticeGiven: false },
  ...{ performanceEvaluated: false, fileComplete: false, isParty: false },
};

const verb = (
  by: Actor,
  event: FundProjectEvent,
  name: string,
  input: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<FundProjectEvent, Facts> => ({ ...{ verb: name, input, event, by }, wordings });

const stated = (fact: "reviewed" | "accepted" | "publicNoticeGiven"): Wording<Facts>[] => [
  says({ statement: "经审核，符合要求" }, { [fact]: true }),
  says({ statement: " " }, { [fact]: false }),
];

const CONTRACT = {
  ...{ contractNo: "HT-1", contractAmount: "50.00", contractedOn: "2026-09-28" },
  ...{ contractor: "91990101MA9000011P", procurementMethod: "竞争性磋商" },
};

const scored = (more: object = {}) => ({
  input: (_now: Facts, key: string) => ({ ...more, scores: scoresOf(key) }),
  said: { performanceEvaluated: true },
});

/** Where projects begin, by the remainder of their numbers: what is posted today runs on, and what was posted long ago is over. */
const BEGINS = [FundProjectState.IN_LIBRARY, FundProjectState.IN_PUBLICITY, FundProjectState.PUBLIC_NOTICE_GIVEN];

const OF_OWNER = new Set(["startFundProject", "selfEvaluateFundProject", "archiveFundProject"]);
const BOTH = ["OFFICER", "PUBLISHER"] as const;

const beginOf = (number: number): FundProjectState => BEGINS[number % BEGINS.length]!;

/** Projects of public money. */
export const PROJECTS: ModelledMachine<FundProjectState, FundProjectEvent, Facts> = {
  machine: FUND_PROJECT,
  selects: "object: project { key: projectCode state version }",
  keyInput: "projectCode",
  sequences: 25,
  viewers: {
    "officer-1": { may: BOTH, plays: (name) => (OF_OWNER.has(name) ? ["OFFICER"] : []), knows: () => true },
    "officer-2": { may: BOTH, plays: (name) => (OF_OWNER.has(name) ? [] : ["OFFICER"]), knows: () => true },
    [SECOND_PUBLISHER.username]: {
      may: BOTH,
      plays: (name) => (OF_OWNER.has(name) ? [] : ["PUBLISHER"]),
      knows: () => true,
    },
    "citizen-1": { may: [], plays: [], knows: () => true },
  },
  verbs: [
    verb("OFFICER", "APPROVE", "approveFundProject", "StatedProjectInput", ...stated("reviewed")),
    verb(
      "PUBLISHER",
      "OPEN_PUBLICITY",
      "publiciseFundProject",
      "PubliciseProjectInput",
      says({ endsOn: "2026-10-08" }, { publicityDays: 10 }, { publicityOver: false }),
      says({ endsOn: "2026-10-07" }, { publicityDays: 9 }),
    ),
    verb(
      "OFFICER",
      "START",
      "startFundProject",
      "StartProjectInput",
      says(CONTRACT, { contractNo: "HT-1" }),
      says({ ...CONTRACT, contractNo: " " }, { contractNo: " " }),
    ),
    verb("OFFICER", "ACCEPT", "acceptFundProject", "StatedProjectInput", ...stated("accepted")),
    verb(
      "PUBLISHER",
      "GIVE_PUBLIC_NOTICE",
      "giveFundProjectNotice",
      "StatedProjectInput",
      ...stated("publicNoticeGiven"),
    ),
    verb(
      "OFFICER",
      "SELF_EVALUATE",
      "selfEvaluateFundProject",
      "SelfEvaluateProjectInput",
      says(scored().input, scored().said, { selfEvaluated: true, evaluationPending: true }),
    ),
    verb(
      "OFFICER",
      "EVALUATE",
      "evaluateFundProject",
      "EvaluateProjectInput",
      says(scored({ evaluator: "DEPARTMENT" }).input, scored().said, { evaluationPending: true }),
    ),
    verb(
      "PUBLISHER",
      "PUBLISH_EVALUATION",
      "publishFundEvaluation",
      "FundProjectStepInput",
      says({}, {}, { evaluationPending: false }),
    ),
    verb(
      "OFFICER",
      "ARCHIVE",
      "archiveFundProject",
      "FundProjectStepInput",
      says({}, ({ evaluationPending }) => ({ fileComplete: !evaluationPending })),
    ),
  ],
  async begin(stack, number) {
    const projectCode = await projectIn(stack, beginOf(number));
    // Nobody evaluated it yet.
    await stack.databases["funds"]!("performance_evaluations").where("project_code", projectCode).delete();
    return projectCode;
  },
  begins: beginOf,
  facts: () => ({ ...NOTHING, publicityOver: true, selfEvaluated: false, evaluationPending: false }),
  async stored(stack, projectCode) {
    const record = await rowWithJournal(
      stack,
      { service: "funds", table: "fund_projects", key: "project_code", kind: "FundProject" },
      projectCode,
    );
    const { rows } = (await stack.databases["funds"]!.raw(
      `select e.id, e.pending, s.target_id, s.score from performance_evaluations e
       join evaluation_scores s on s.evaluation_id = e.id where e.project_code = ? order by e.id, s.target_id`,
      [projectCode],
    )) as { rows: object[] };
    return { ...(record as object), evaluations: rows };
  },
};
