/** Events of public concern and press events through the gateway: their clocks, what is shown when, lists beside independent SQL. */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous"): Promise<any> => {
  const { body } = await stack.ask(query, { viewer });
  expect(body.errors).toBeUndefined();
  return body.data;
};
const keys = async (sql: string): Promise<string[]> =>
  ((await stack.databases["openness"]!.raw(sql)) as { rows: { key: string }[] }).rows.map(({ key }) => key);
const ids = (nodes: readonly { readonly id: string }[]): string[] => nodes.map(({ id }) => id);

it("an event shows the clock of its level, from detection to the first response", async () => {
  const shown = await Promise.all(
    ["001", "002", "003", "004", "005"].map(async (number) => {
      const { opinionEvent } = await ask(
        `{ opinionEvent(id: "YQ222401-2026-${number}") { stage respondedAt deadline { dueAt state } responses { at } } }`,
        "supervisor-1",
      );
      const { stage, respondedAt, deadline, responses } = opinionEvent;
      expect(respondedAt).toBe(responses[0]?.at ?? null);
      return [stage, deadline.dueAt, deadline.state, responses.length];
    }),
  );
  expect(shown).toEqual([
    ["EVALUATED", "2026-05-22T00:00:00.000Z", "MET", 2],
    ["RESPONDED", "2026-07-03T13:30:00.000Z", "MET", 1],
    ["RESPONDED", "2026-08-12T01:00:00.000Z", "LATE", 1],
    ["ASSIGNED", "2026-09-29T10:00:00.000Z", "RUNNING", 0],
    ["DETECTED", "2026-09-29T23:30:00.000Z", "RUNNING", 0],
  ]);
});

it("lists hold what SQL says that the viewer may know of", async () => {
  const events = async (viewer: string, filter = "") =>
    ids((await ask(`{ opinionEvents(first: 100${filter}) { nodes { id } } }`, viewer)).opinionEvents.nodes);
  const of = (where: string) =>
    keys(`select id as key from opinion_events where ${where} order by detected_on desc, id collate "C"`);
  expect(await events("anonymous")).toEqual(await of("responded_at is not null"));
  expect(await events("officer-1")).toEqual(
    await of("responded_at is not null or responsible_uscc = '11990101MB9000015E'"),
  );
  expect(await events("supervisor-1")).toEqual(await of("true"));
  expect(await events("anonymous", ", filter: { level: EMERGENCY }")).toEqual(await of("level = 'EMERGENCY'"));
  const press = ids(
    (await ask('{ pressEvents(first: 100, filter: { kind: BRIEFING, heldFrom: "2025-06-01" }) { nodes { id } } }'))
      .pressEvents.nodes,
  );
  expect(press).toEqual(
    await keys(
      `select id as key from press_events where kind = 'BRIEFING' and held_on >= '2025-06-01' and announced_on is not null order by held_on desc, id collate "C"`,
    ),
  );
});

it("pages of events join without a gap", async () => {
  const all = ids((await ask("{ opinionEvents(first: 100) { nodes { id } } }")).opinionEvents.nodes);
  const paged: string[] = [];
  for (let after = ""; ;) {
    const { nodes, pageInfo } = (
      await ask(`{ opinionEvents(first: 4${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`)
    ).opinionEvents;
    paged.push(...ids(nodes));
    if (!pageInfo.hasNextPage) break;
    after = `, after: "${pageInfo.endCursor}"`;
  }
  expect(paged).toEqual(all);
});

it("a press event shows documents to whoever may know of them, and no word before it is held", async () => {
  const documents = async (viewer?: string) =>
    (
      await ask(
        '{ pressEvent(id: "XW222401-2025-001") { documents { indexNo } transcript { question words } } }',
        viewer,
      )
    ).pressEvent;
  const open = await documents();
  expect(open.documents).toEqual([{ indexNo: "11990101MB9000015E/2025-00002" }]);
  expect(open.transcript).toEqual([
    { question: null, words: "修订后的办法简化登记材料，有效期五年。" },
    { question: "已经登记的小作坊是否需要重新登记？", words: "有效期内不需要。" },
  ]);
  expect((await documents("officer-1")).documents).toHaveLength(2);
  const { pressEvent } = await ask(
    '{ pressEvent(id: "XW222401-2026-002") { topic transcript { words } } }',
    "officer-1",
  );
  expect(pressEvent).toEqual({ topic: "国庆节日食品安全保障", transcript: [] });
});
