/** `node dist/test/bench/receipts.js`: what a receipt costs the gateway beside the answer itself, in CPU and bytes, and verifying one; asserts no time. */
import "reflect-metadata";
import { createReceipts, type Asked } from "../../gateway/request/receipts.js";
import { ANONYMOUS, createSigningKey, parseTextSigner } from "../../platform/auth/index.js";
import { runMain } from "../../platform/config/index.js";
import { encodeText } from "../../platform/http/index.js";
import { readReceiptKeys, receiptKeySet, verifyReceipt } from "../../platform/receipts/index.js";
import { keepResults } from "./bench-stack.js";
import { median } from "./figures.js";

/** Rows of a page of penalties, some 300 bytes each. */
const ROWS = [1, 30, 300, 3_000];
const ROUNDS = 7;
/** Rows that are gone through in a round, in one answer or in many. */
const WORK = 6_000;

const QUERY = "query Penalties($first: Int!) { penalties(first: $first) { nodes { docNo facts fine } } }";

const answerOf = (rows: number) => ({
  data: {
    penalties: {
      totalCount: rows,
      nodes: Array.from({ length: rows }, (_row, at) => ({
        docNo: `延市监罚〔2026〕${at}号`,
        facts: "当事人生产经营的食品标签不符合食品安全国家标准的规定，未按规定标明生产日期与保质期。",
        fine: `${5_000 + at}.00`,
        decidedOn: "2026-02-20",
        counterparty: {
          __typename: "Organization",
          uscc: "91990101MA9000011P",
          name: "延边白山松餐饮有限公司（演示）",
        },
      })),
    },
  },
});

/** Microseconds of CPU of one run, the middle of several rounds. */
const cpuOf = async (runs: number, work: () => unknown): Promise<number> => {
  const rounds: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const begun = process.cpuUsage();
    for (let run = 0; run < runs; run++) await work();
    const { user, system } = process.cpuUsage(begun);
    if (round >= 0) rounds.push((user + system) / runs);
  }
  return Math.round(median(rounds));
};

const asked = {
  parameters: { query: QUERY, variables: { first: 100 } },
  context: {
    asOf: new Date(),
    requestId: "0f8e4b1c-2d7a-4c59-9d1e-000000000044",
    viewer: ANONYMOUS,
    access: "enforce",
    language: "en",
  },
  known: undefined,
} as unknown as Asked;

await runMain(async () => {
  const signer = parseTextSigner(createSigningKey("bench"));
  const receipts = createReceipts(signer);
  const keys = readReceiptKeys(receiptKeySet(signer.publicKey, ""));
  const results = [];
  for (const rows of ROWS) {
    const answer = { body: answerOf(rows), status: 200, headers: new Map<string, string>() };
    const runs = Math.min(2_000, WORK / rows);
    const plain = (): Buffer => encodeText(JSON.stringify(answer.body));
    const { body, encoded = Buffer.alloc(0) } = await receipts.add(answer, asked);
    const kept = JSON.stringify({ request: asked.parameters, answer: body });
    const without = await cpuOf(runs, plain);
    const withReceipt = await cpuOf(runs, () => receipts.add(answer, asked));
    results.push({
      rows,
      answerBytes: plain().length,
      moreBytes: encoded.length - plain().length,
      writtenUs: without,
      moreUs: withReceipt - without,
      verifiedUs: await cpuOf(runs, () => verifyReceipt(kept, keys, Date.now())),
    });
  }
  keepResults("receipts", { answers: results });
});
