/** What the tests of funds share: asking the subgraph, counting its statements, amounts as text. */
import type { Knex } from "knex";
import { startStack, type TestStack } from "../../support/stack.js";
import { VIEWERS } from "../../support/viewers.js";

/** The golden allotment (docs/reference/rules.md#the-golden-allotment). */
export const GOLDEN = "吉财农指〔2026〕35号";

/** Everything that a reconciliation says. */
export const RECONCILIATION = `reconciliation { asOf issued paid balance inTransit reclaimed carriedOver difference
  rules { id ok difference description } transit { allocationId amount since days overdue } }`;

/** Fen as yuan, written apart from the product's own. */
export const yuan = (fen: bigint): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The funds subgraph under test. */
export interface FundsUnderTest {
  readonly stack: TestStack;
  readonly db: Knex;
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
  ask(query: string, viewer?: keyof typeof VIEWERS, variables?: object): Promise<any>;
  rows<Row>(sql: string, bindings?: readonly string[]): Promise<Row[]>;
  statementsDuring(work: () => Promise<unknown>): Promise<number>;
}

/** Starts the stack. */
export const startFunds = async (): Promise<FundsUnderTest> => {
  const stack = await startStack();
  const db = stack.databases["funds"]!;
  return {
    stack,
    db,
    async ask(query, viewer = "anonymous", variables) {
      const { body } = await stack.askSubgraph("funds", query, { viewer: VIEWERS[viewer], variables });
      expect(body.errors).toBeUndefined();
      return body.data;
    },
    rows: async <Row>(sql: string, bindings: readonly string[] = []) =>
      ((await db.raw(sql, [...bindings])) as { rows: Row[] }).rows,
    async statementsDuring(work) {
      let count = 0;
      const onQuery = (): void => void (count += 1);
      db.on("query", onQuery);
      await work();
      db.off("query", onQuery);
      return count;
    },
  };
};
