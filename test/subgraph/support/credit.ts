/** What the tests of credit share: asking the gateway and the subgraph, SQL of their own, whole lists, statements. */
import type { Knex } from "knex";
import { startStack, type TestStack } from "../../support/stack.js";
import { VIEWERS } from "../../support/viewers.js";

/** The enterprise of agent-1. */
export const ENTERPRISE = "CN-USCC-91990101MA9000011P";

/** Name of a viewer. */
export type ViewerName = keyof typeof VIEWERS;

/** A row of a table. */
export type Row = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** In publicity on 2026-09-28, typed by hand from docs/domain/credit.md; columns of penalties p and severity_rules r. */
export const IN_PUBLICITY = `p.published_on <= '2026-09-28' and not p.counterparty_minor and p.sealed_by is null and r.max_months <> 0
  and (p.withdrawn_on is null or p.withdrawn_on > '2026-09-28')
  and not (p.repaired_on is not null and p.repaired_on <= '2026-09-28' and (p.republished_on is null or p.republished_on > '2026-09-28'))
  and not (p.shielded_from is not null and p.shielded_from <= '2026-09-28' and (p.shielded_to is null or p.shielded_to >= '2026-09-28'))
  and ((p.duty_performed = false and r.when_unperformed = 'UNTIL_PERFORMED') or (p.duty_performed_on >= '2026-09-28' and r.when_unperformed = 'UNTIL_PERFORMED') or
    (case when p.publicity_until is not null then p.publicity_until else (p.decision_date + make_interval(months => r.max_months))::date end) >= '2026-09-28')`;

/** The penalties of `IN_PUBLICITY`. */
export const PUBLIC_PENALTIES = `penalties p join severity_rules r on r.id = p.severity_rule_id where ${IN_PUBLICITY}`;

/** The credit subgraph under test. */
export interface CreditUnderTest {
  readonly stack: TestStack;
  readonly db: Knex;
  /** Data of an answer of the gateway, which must be without errors. */
  ask(query: string, viewer?: ViewerName, variables?: object): Promise<Row>;
  /** Data of an answer of the subgraph. */
  direct(query: string, viewer?: ViewerName, variables?: object): Promise<Row>;
  /** Entities by reference, through the subgraph. */
  entities(references: readonly object[], selection: string, viewer?: ViewerName): Promise<(Row | null)[]>;
  /** Every node of a root list, page by page. */
  all(list: string, selection: string, viewer?: ViewerName): Promise<Row[]>;
  rows(sql: string): Promise<Row[]>;
  statementsDuring(work: () => Promise<unknown>): Promise<number>;
}

/** Starts the stack. */
export const startCredit = async (): Promise<CreditUnderTest> => {
  const stack = await startStack();
  const db = stack.databases["credit"]!;
  const under: CreditUnderTest = {
    stack,
    db,
    async ask(query, viewer = "anonymous", variables) {
      const { body } = await stack.ask(query, { viewer, variables });
      expect(body.errors).toBeUndefined();
      return body.data as Row;
    },
    async direct(query, viewer = "anonymous", variables) {
      const { body } = await stack.askSubgraph("credit", query, { viewer: VIEWERS[viewer], variables });
      expect(body.errors).toBeUndefined();
      return body.data as Row;
    },
    async entities(references, selection, viewer = "anonymous") {
      const query = `query($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;
      return (await under.direct(query, viewer, { r: references }))["_entities"] as (Row | null)[];
    },
    async all(list, selection, viewer = "anonymous") {
      const found: Row[] = [];
      const [name, args = ""] = list.split("|");
      for (let after: string | undefined; ;) {
        const query = `query($after: String) { ${name}(first: 100, after: $after ${args}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
        const page = (await under.direct(query, viewer, { after }))[name!] as Row;
        found.push(...(page["nodes"] as Row[]));
        if (!page["pageInfo"].hasNextPage) return found;
        after = page["pageInfo"].endCursor as string;
      }
    },
    rows: async (sql) => ((await db.raw(sql)) as { rows: Row[] }).rows,
    async statementsDuring(work) {
      let count = 0;
      const onQuery = (): void => void (count += 1);
      db.on("query", onQuery);
      await work();
      db.off("query", onQuery);
      return count;
    },
  };
  return under;
};
