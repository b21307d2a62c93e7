/** Verbs of ratings: of a case of citizen-1 at officer-1's agency that was delivered. */
import type { TestStack } from "../stack.js";
import { caseAfter } from "./cases.js";
import type { VerbEntry, Verbs } from "./index.js";

const STEPS = {
  verifyRating: ["officer-1", "RatingStepInput", {}],
  appealRating: ["officer-1", "ToldRatingInput", { told: "评价人认错了窗口" }],
  rejectRating: ["supervisor-1", "ToldRatingInput", { told: "核实为误评" }],
  beginRectification: ["officer-1", "RatingStepInput", {}],
  rectifyRating: ["officer-1", "ToldRatingInput", { told: "已增设窗口" }],
  callBackRater: ["officer-1", "ToldRatingInput", { told: "评价人表示满意" }],
  closeRating: ["officer-1", "RatingStepInput", {}],
  passRatingComment: ["supervisor-1", "PassCommentInput", { shownComment: "排队时间较长。" }],
  blockRatingComment: ["supervisor-1", "ToldRatingInput", { told: "含有侮辱性语言" }],
} as const;

/** A step of the rectification of a rating. */
export type RatingStepName = keyof typeof STEPS;

const RATE = { stage: "DELIVERY", stars: 1, tags: ["等候时间长"], comment: "排队太久。" };

const deliveredCase = (stack: TestStack): Promise<{ caseNo: string; version: number }> =>
  caseAfter(stack, "submitCase", "receiveCase", "acceptCase", "decideCase", "completeCase", "deliverCase");

const take = async (
  stack: TestStack,
  [name, viewer, type]: readonly [string, string, string],
  input: object,
): Promise<string> => {
  const { body } = await stack.ask(`mutation ($input: ${type}!) { done: ${name}(input: $input) { rating { id } } }`, {
    viewer,
    variables: { input },
  });
  if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.done.rating.id;
};

/** A bad rating that went through these steps, and its version. */
export const ratingAfter = async (
  stack: TestStack,
  ...steps: RatingStepName[]
): Promise<{ ratingId: string; expectedVersion: number }> => {
  const { caseNo, version } = await deliveredCase(stack);
  const ratingId = await take(stack, ["rateCase", "citizen-1", "RateCaseInput"], {
    caseNo,
    expectedVersion: version,
    ...RATE,
  });
  let expectedVersion = 1;
  for (const step of steps) {
    const [viewer, type, more] = STEPS[step];
    await take(stack, [step, viewer, type], { ratingId, expectedVersion, ...more });
    expectedVersion += 1;
  }
  return { ratingId, expectedVersion };
};

const OFFICER = "DDDD YHDDR DD";

const entry = (name: RatingStepName, letters: string, ...before: RatingStepName[]): VerbEntry => ({
  input: STEPS[name][1],
  selects: "rating { id }",
  prepare: async (stack) => ({ ...(await ratingAfter(stack, ...before)), ...STEPS[name][2] }),
  letters,
});

/** Verbs of ratings. */
export const RATING_VERBS: Verbs = {
  rateCase: {
    input: "RateCaseInput",
    selects: "rating { id }",
    async prepare(stack) {
      const { caseNo, version } = await deliveredCase(stack);
      return { caseNo, expectedVersion: version, ...RATE };
    },
    letters: "DYHH DDDDD DD",
  },
  verifyRating: entry("verifyRating", OFFICER),
  appealRating: entry("appealRating", OFFICER),
  passRatingComment: entry("passRatingComment", "DDDD DDYDD DD"),
  blockRatingComment: entry("blockRatingComment", "DDDD DDYDD DD"),
  rejectRating: entry("rejectRating", "DDDD DDYDD DD", "appealRating"),
  beginRectification: entry("beginRectification", OFFICER, "verifyRating"),
  rectifyRating: entry("rectifyRating", OFFICER, "verifyRating", "beginRectification"),
  callBackRater: entry("callBackRater", OFFICER, "verifyRating", "beginRectification", "rectifyRating"),
  closeRating: entry("closeRating", OFFICER, "verifyRating", "beginRectification", "rectifyRating", "callBackRater"),
};
