/** What is kept and shared between requests never changes an answer: twenty readers, fifty times each, all at once. */
import type { Viewer } from "../../platform/auth/index.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

/** Public, masked and closed fields of four services, of records that belong to different viewers. */
const QUERY = `query Shared($first: Int!) {
  agency: organization(uscc: "11990101MB9000015E") { name contact alertCounts { red } }
  enterprise: organization(uscc: "91990101MA9000011P") {
    name
    creditEvaluation { level score }
    penalties(first: $first) { totalCount nodes { docNo } }
    intermediaryProfile { staff(first: 2) { nodes { name certNo } } relatedApprovalDepts { id } }
  }
  one: serviceCase(caseNo: "22240120260302000001") { state applicantName contactPhone queryCode steps { opinion officerName } }
  payment(paymentNo: "ZF2026222401000005") { amount payeeAccount payeeHash }
  me { username cases(first: $first) { nodes { caseNo } } }
}`;

/** The same names of users as in test/support/viewers.ts under another token: nothing but its claims tells them apart. */
const SAME_NAMES = {
  "officer-1-elsewhere": { ...VIEWERS["officer-1"], agencyUscc: "12990101MB90000236", divisionCode: "222404" },
  "officer-1-as-publisher": { ...VIEWERS["officer-1"], roles: ["agency_publisher"] },
  "supervisor-1-of-222404": { ...VIEWERS["supervisor-1"], divisionCode: "222404" },
  "supervisor-1-of-110000": { ...VIEWERS["supervisor-1"], divisionCode: "110000" },
  "auditor-1-of-222404": { ...VIEWERS["auditor-1"], divisionCode: "222404" },
  "citizen-1-of-nobody": { ...VIEWERS["citizen-1"], subjectHash: "demo-subject-none" },
  "agent-1-of-nobody": { ...VIEWERS["agent-1"], subjectUscc: "91990101MA90000036" },
  "app-open-with-scope": { ...VIEWERS["app-open"], scopes: ["gov-graph", "credit.read"] },
} as const satisfies Record<string, Viewer>;

/** Twenty requests: every viewer, those of the same names, and one of them in the other language. */
const READERS: readonly { readonly viewer: string; readonly language: string }[] = [
  ...Object.keys({ ...VIEWERS, ...SAME_NAMES }).map((viewer) => ({ viewer, language: "en" })),
  { viewer: "anonymous", language: "zh-CN" },
];

const ask = (stack: TestStack, { viewer, language }: (typeof READERS)[number]): Promise<Answer> =>
  stack.ask(QUERY, { viewer, variables: { first: 50 }, headers: { "accept-language": language } });

/** Answers of a gateway that was never asked before, one stack for each reader. */
const uncached = async (): Promise<string[]> => {
  const answers: string[] = [];
  for (const reader of READERS) {
    const fresh = await startStack({ viewers: SAME_NAMES });
    try {
      answers.push(JSON.stringify((await ask(fresh, reader)).body));
    } finally {
      await fresh.stop();
    }
  }
  return answers;
};

/** How often each of them asks at the same time. */
const AT_ONCE = 5;

let alone: string[];
beforeAll(async () => {
  alone = await uncached();
});

const withStack = async (work: (stack: TestStack) => Promise<void>): Promise<void> => {
  const stack = await startStack({ viewers: SAME_NAMES });
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
        // Where a claim decides nothing here (a scope, a publisher of the same agency), two answers are the same.
        expect(new Set(alone).size).toBeGreaterThanOrEqual(17);
        const wrong: string[] = [];
        for (let round = 0; round < 50 / AT_ONCE; round++)
          await Promise.all(
            READERS.flatMap((reader, index) => Array.from({ length: AT_ONCE }, () => [reader, index] as const)).map(
              async ([reader, index]) => {
                const answer = JSON.stringify((await ask(stack, reader)).body);
                if (answer !== alone[index]) wrong.push(`round ${round}: ${reader.viewer} ${reader.language}`);
              },
            ),
          );
        expect(wrong).toEqual([]);
        // Those of one reader were shared; the first of each round is executed.
        const text = await (await fetch(`${stack.adminUrl}/metrics`)).text();
        const joined = Number(/^govgraph_joined_requests_total\S* (\d+)$/m.exec(text)![1]);
        expect(joined).toBeGreaterThan(0);
      }),
    900_000,
  );

  it(
    "are the same in both orders of any two viewers",
    () =>
      withStack(async (stack) => {
        for (const first of READERS.keys())
          for (const second of [...READERS.keys()].slice(first + 1))
            for (const index of [first, second, first])
              expect([index, JSON.stringify((await ask(stack, READERS[index]!)).body)]).toEqual([index, alone[index]]);
      }),
    900_000,
  );
});
