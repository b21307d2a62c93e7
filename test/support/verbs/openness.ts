/** Verbs of openness: opinions on a draft that is open for comment, and a decision of officer-1's agency. */
import type { TestStack } from "../stack.js";
import type { Verbs } from "./index.js";

/** A topic that takes opinions on the day of the demonstration. */
export const OPEN_TOPIC = "JC222401-2026-001-1";
/** A decision of which the assessment of risks is missing. */
export const STEP_MISSING = "JC222401-2026-002";
/** A public document of the agency that decides. */
export const ITS_DOCUMENT = "11990101MB9000015E/2021-00001";

/** An opinion that citizen-1 just gave; those that tests gave before are no more theirs, since an author gives twenty. */
export const givenOpinion = async (stack: TestStack): Promise<{ opinionId: string; expectedVersion: number }> => {
  await stack.databases["openness"]!("opinions")
    .where({ subject: "demo-subject-1", topic_id: OPEN_TOPIC })
    .update({ subject: "demo-subject-3" });
  const { body } = await stack.ask(
    "mutation ($input: SubmitOpinionInput!) { submitOpinion(input: $input) { opinion { id version } } }",
    { viewer: "citizen-1", variables: { input: { topicId: OPEN_TOPIC, text: "清洗记录应当上墙。" } } },
  );
  if (body.errors) throw new Error(JSON.stringify(body));
  const { id, version } = body.data.submitOpinion.opinion;
  return { opinionId: id, expectedVersion: version };
};

/** The decision with all its steps, ready to be published; another test may have published it. */
export const readyDecision = async (stack: TestStack): Promise<{ decisionId: string; expectedVersion: number }> => {
  const db = stack.databases["openness"]!;
  await db.raw(
    `insert into decision_steps (decision_id, step, taken_on) values (?, 'RISK_ASSESSMENT', '2026-07-20') on conflict do nothing`,
    [STEP_MISSING],
  );
  await db.raw(
    "update decisions set state = 'DECIDED', published_on = null, adopted_index_no = null where id = ? and state <> 'DECIDED'",
    [STEP_MISSING],
  );
  const row = (await db("decisions").where("id", STEP_MISSING).first("version")) as { readonly version: number };
  return { decisionId: STEP_MISSING, expectedVersion: row.version };
};

/** Verbs of openness. */
export const OPENNESS_VERBS: Verbs = {
  submitOpinion: {
    input: "SubmitOpinionInput",
    selects: "opinion { id }",
    prepare: async () => ({ topicId: OPEN_TOPIC, text: "清洗记录应当上墙。" }),
    letters: "DYYY DDDDD DD",
  },
  answerOpinion: {
    input: "AnswerOpinionInput",
    selects: "opinion { id }",
    prepare: async (stack) => ({ ...(await givenOpinion(stack)), action: "REJECT", reason: "已有规定。" }),
    letters: "DDDD YHDDR DD",
  },
  publishDecision: {
    input: "PublishDecisionInput",
    selects: "decision { id }",
    prepare: async (stack) => ({ ...(await readyDecision(stack)), indexNo: ITS_DOCUMENT }),
    letters: "DDDD YRDDR DD",
  },
};
