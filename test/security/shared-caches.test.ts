/** What is kept and shared between requests never changes an answer: twenty viewers, fifty times each, all at once. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

type ViewerName = keyof typeof VIEWERS;

/** Public, masked and closed fields of four services, of records that belong to different viewers. */
const QUERY = `query Shared($first: Int!) {
  agency: organization(uscc: "11990101MB9000015E") { name contact alertCounts { red } }
  enterprise: organization(uscc: "91990101MA9000011P") {
    name
    creditEvaluation { level score }
    penalties(first: $first) { totalCount nodes { docNo } }
    agencyProfile { staff(first: 2) { nodes { name certNo } } relatedApprovalDepts { id } }
  }
  one: serviceCase(projectNo: "22240120260302000001") { state applicantName contactPhone queryCode steps { opinion officerName } }
  payment(paymentNo: "ZF2026222401000018") { amount payeeAccount payeeHash }
  me { username cases(first: $first) { nodes { projectNo } } }
}`;

const NAMES = Object.keys(VIEWERS) as ViewerName[];
/** Twenty requests that are answered differently: the viewers, and nine of them in the other language. */
const READERS: readonly { readonly viewer: ViewerName; readonly language: string }[] = [
  ...NAMES.map((viewer) => ({ viewer, language: "en" })),
  ...NAMES.slice(0, 9).map((viewer) => ({ viewer, language: "zh-CN" })),
];

const ask = (stack: TestStack, { viewer, language }: (typeof READERS)[number]): Promise<Answer> =>
  stack.ask(QUERY, { viewer, variables: { first: 50 }, headers: { "accept-language": language } });

/** Answers of a gateway that was never asked before, one stack for each reader. */
const uncached = async (): Promise<string[]> => {
  const answers: string[] = [];
  for (const reader of READERS) {
    const fresh = await startStack();
    try {
      answers.push(JSON.stringify((await ask(fresh, reader)).body));
    } finally {
      await fresh.stop();
    }
  }
  return answers;
};

let alone: string[];
beforeAll(async () => {
  alone = await uncached();
}, 240_000);

const withStack = async (work: (stack: TestStack) => Promise<void>): Promise<void> => {
  const stack = await startStack();
  try {
    await work(stack);
  } finally {
    await stack.stop();
  }
};

describe("answers from a gateway whose caches are full", () => {
  it(
    "are for twenty readers, fifty times each in parallel, those that each gets alone",
    () =>
      withStack(async (stack) => {
        expect(alone.filter((answer) => answer.includes("errors"))).toEqual([]);
        expect(new Set(alone).size).toBeGreaterThanOrEqual(18);
        const wrong: string[] = [];
        for (let round = 0; round < 50; round++)
          await Promise.all(
            READERS.map(async (reader, index) => {
              const answer = JSON.stringify((await ask(stack, reader)).body);
              if (answer !== alone[index]) wrong.push(`round ${round}: ${reader.viewer} ${reader.language}`);
            }),
          );
        expect(wrong).toEqual([]);
      }),
    180_000,
  );

  it(
    "are the same in both orders of any two viewers",
    () =>
      withStack(async (stack) => {
        const readers = READERS.slice(0, NAMES.length);
        for (const first of readers.keys())
          for (const second of [...readers.keys()].slice(first + 1))
            for (const index of [first, second, first])
              expect([index, JSON.stringify((await ask(stack, readers[index]!)).body)]).toEqual([index, alone[index]]);
      }),
    120_000,
  );
});
