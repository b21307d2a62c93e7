/** The gate of N5 over two services: sanctions of intermediary, lists of credit, and shut where credit does not answer. */
import { select, type Row } from "../subgraph/support/matters.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const TODAY = "2026-09-28";
const gateOf = async (id: string): Promise<Row | null> => {
  const { body } = await stack.ask(
    `query($id: ID!) { organization(id: $id) { name creditGate { mayBid bars } onSeriousList } }`,
    { variables: { id } },
  );
  return body.data.organization;
};

const BARRED = `select intermediary_id as id, level from intermediary_sanctions where level in ('SUSPENSION', 'REMOVAL') and decided_on <= '${TODAY}'
  and (revoked_on is null or revoked_on > '${TODAY}') and (decided_on + months * interval '1 month')::date >= '${TODAY}'`;
const LISTED = `select counterparty_id as id from list_entries where kind = 'SERIOUS' and listed_on <= '${TODAY}'
  and coalesce(expires_on >= '${TODAY}', true) and coalesce(removed_on > '${TODAY}', true)`;

const facts = async (): Promise<{ levels: Map<string, Set<string>>; listed: Set<string>; all: string[] }> => {
  const levels = new Map<string, Set<string>>();
  for (const { id, level } of await select(stack.databases["intermediary"]!, BARRED))
    levels.set(id, (levels.get(id) ?? new Set()).add(level));
  const listed = new Set((await select(stack.databases["credit"]!, LISTED)).map(({ id }) => id as string));
  const all = (await select(stack.databases["intermediary"]!, "select organization_id as id from intermediaries")).map(
    ({ id }) => id as string,
  );
  return { levels, listed, all };
};

describe("the credit gate", () => {
  it("is shut for suspended, removed and seriously listed bodies, and open for others", async () => {
    const { levels, listed, all } = await facts();
    const free = all.filter((id) => !levels.has(id) && !listed.has(id)).slice(0, 3);
    const bodies = [...new Set([...levels.keys(), ...[...listed].slice(0, 5), ...free])];
    expect([levels.size > 0, listed.size > 0, free.length]).toEqual([true, true, 3]);
    for (const id of bodies) {
      const of = levels.get(id);
      const bars = [
        ...(of?.has("REMOVAL") ? ["REMOVED"] : []),
        ...(of?.has("SUSPENSION") ? ["SUSPENDED"] : []),
        ...(listed.has(id) ? ["SERIOUS_LIST"] : []),
      ];
      expect([id, await gateOf(id)]).toMatchObject([
        id,
        { creditGate: { mayBid: bars.length === 0, bars }, onSeriousList: listed.has(id) },
      ]);
    }
  });

  it("opens when the entry is removed from the list, and shuts with a new one", async () => {
    const { levels, listed } = await facts();
    const id = [...listed].find((body) => !levels.has(body))!;
    const db = stack.databases["credit"]!;
    expect((await gateOf(id))!["creditGate"]).toEqual({ mayBid: false, bars: ["SERIOUS_LIST"] });
    await db("list_entries").where({ counterparty_id: id, kind: "SERIOUS" }).update({ removed_on: TODAY });
    expect((await gateOf(id))!["creditGate"]).toEqual({ mayBid: true, bars: [] });
    await db("list_entries").where({ counterparty_id: id, kind: "SERIOUS" }).update({ removed_on: null });
    expect((await gateOf(id))!["creditGate"]).toEqual({ mayBid: false, bars: ["SERIOUS_LIST"] });
  });

  it("is open for exactly false alone, and a score of credit is given for nothing else", async () => {
    const { levels, listed, all } = await facts();
    const id = all.find((body) => !levels.has(body) && !listed.has(body))!;
    const told = ["Organization", "false", "", 0, 1, null, [], {}, true, false].map((onSeriousList) => ({
      __typename: "Organization",
      id,
      onSeriousList,
      seriousListSince: "no day",
    }));
    const { body } = await stack.askSubgraph(
      "intermediary",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { creditGate { bars } intermediaryComposite(year: 2026) { creditScore } } } }`,
      { variables: { r: told } },
    );
    const open = body.data._entities.at(-1);
    expect(open.creditGate).toEqual({ bars: [] });
    expect(open.intermediaryComposite.creditScore).toBeGreaterThan(0);
    expect(body.data._entities.at(-2)).toEqual({
      creditGate: { bars: ["SERIOUS_LIST"] },
      intermediaryComposite: { creditScore: 0 },
    });
    for (const entity of body.data._entities.slice(0, -2))
      expect(entity).toEqual({ creditGate: { bars: ["NOT_CHECKED"] }, intermediaryComposite: { creditScore: null } });
  });

  it("is not open where credit does not answer", async () => {
    const { levels, listed, all } = await facts();
    const id = all.find((body) => !levels.has(body) && !listed.has(body))!;
    expect((await gateOf(id))!["creditGate"]).toEqual({ mayBid: true, bars: [] });
    await stack.subgraphs.find(({ name }) => name === "credit")!.stop();
    const { creditGate, name } = (await gateOf(id))!;
    expect(name).toEqual(expect.any(String));
    expect(creditGate?.mayBid ?? false).toBe(false);
    const { body } = await stack.askSubgraph(
      "intermediary",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { creditGate { mayBid bars } } } }`,
      { variables: { r: [{ __typename: "Organization", id }] } },
    );
    expect(body.data._entities).toEqual([{ creditGate: { mayBid: false, bars: ["NOT_CHECKED"] } }]);
  });
});
