/** Sanctions, standing, staff and declared relations of intermediaries: who may know, typed by hand. */
import type { Knex } from "knex";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

type ViewerName = keyof typeof VIEWERS;
type Row = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
const ALL = Object.keys(VIEWERS) as ViewerName[];

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["intermediary"]!;
});
afterAll(() => stack.stop());

const rows = async (sql: string, bindings: unknown[] = []): Promise<Row[]> =>
  ((await db.raw(sql, bindings as never)) as { rows: Row[] }).rows;

const ask = async (query: string, viewer: ViewerName = "anonymous", variables: object = {}): Promise<Answer["body"]> =>
  (await stack.ask(query, { viewer, variables })).body;

describe("a sanction", () => {
  it.each([
    // Decided on 30 June for six months.
    ["CJ-GOLDEN-1", "SUSPENSION", "IN_FORCE", "2026-06-30", 6, "2026-12-30"],
    ["CJ-GOLDEN-2", "REMOVAL", "IN_FORCE", "2026-03-12", 24, "2028-03-12"],
    ["CJ-GOLDEN-3", "SUSPENSION", "EXPIRED", "2025-08-25", 3, "2025-11-25"],
    ["CJ-GOLDEN-6", "REMINDER", "EXPIRED", "2026-08-31", null, null],
  ])("%s is public: %s %s", async (id, level, state, decidedOn, months, expiresOn) => {
    const { data } = await ask(
      `query($id: ID!) { intermediarySanction(id: $id) { level state decidedOn months expiresOn defence intermediary { name } authority { name } } }`,
      "anonymous",
      { id },
    );
    expect(data.intermediarySanction).toMatchObject({
      level,
      state,
      decidedOn,
      months,
      expiresOn,
      defence: null,
      authority: { name: "延吉市市场监督管理局（演示）" },
    });
    expect(data.intermediarySanction.intermediary.name).toMatch(/演示/);
  });

  // Not decided: the agent of the intermediary, officer-2's intermediary that would decide, the supervisor.
  // Revoked: officer-1's intermediary that had decided, its publisher, the supervisor.
  const MAY: Readonly<Record<string, readonly ViewerName[]>> = {
    "CJ-GOLDEN-4": ["agent-1", "officer-2", "supervisor-1"],
    "CJ-GOLDEN-5": ["officer-1", "publisher-1", "supervisor-1"],
  };

  it.each(Object.keys(MAY).flatMap((id) => ALL.map((viewer) => [id, viewer] as const)))(
    "%s, which is not public, for %s",
    async (id, viewer) => {
      const known = MAY[id]!.includes(viewer);
      const byKey = `query($id: ID!) { intermediarySanction(id: $id) { id defence } }`;
      const byEntity = `query($id: ID!) { _entities(representations: [{ __typename: "IntermediarySanction", id: $id }]) { ... on IntermediarySanction { id } } }`;
      const keyed = await ask(byKey, viewer, { id });
      const direct = (who: string): Promise<Answer> =>
        stack.askSubgraph("intermediary", byEntity, { viewer: VIEWERS[viewer], variables: { id: who } });
      const [{ intermediary }] = (await rows(
        `select intermediary_id as intermediary from intermediary_sanctions where id = ?`,
        [id],
      )) as [Row];
      const list = await ask(
        `query($intermediary: ID!) { organization(id: $intermediary) { intermediaryProfile { sanctions { totalCount nodes { id } } } } intermediarySanctions(first: 100) { nodes { id } } }`,
        viewer,
        { intermediary },
      );
      const ofAgency = list.data.organization.intermediaryProfile.sanctions;
      expect(ofAgency.nodes.some((node: Row) => node["id"] === id)).toBe(known);
      expect(ofAgency.totalCount).toBe(ofAgency.nodes.length);
      expect(list.data.intermediarySanctions.nodes.some((node: Row) => node["id"] === id)).toBe(known);
      if (known) expect(keyed.data.intermediarySanction).toEqual({ id, defence: "演示陈述申辩意见" });
      else {
        expect(keyed).toEqual(await ask(byKey, viewer, { id: "CJ-NONE" }));
        expect((await direct(id)).body).toEqual((await direct("CJ-NONE")).body);
      }
    },
  );

  it.each(ALL)("keeps the defence for intermediary, authority and supervisor: %s", async (viewer) => {
    const { data } = await ask(`{ intermediarySanction(id: "CJ-GOLDEN-1") { id defence } }`, viewer);
    const entitled = ["officer-1", "publisher-1", "supervisor-1"].includes(viewer);
    expect(data.intermediarySanction.defence).toBe(entitled ? "演示陈述申辩意见" : null);
  });

  it("is listed by level, force and division", async () => {
    const { data } = await ask(
      `{ force: intermediarySanctions(filter: { inForce: true }, first: 100) { nodes { id state level } }
         over: intermediarySanctions(filter: { inForce: false }, first: 100) { nodes { id state } }
         removed: intermediarySanctions(filter: { levels: [REMOVAL] }) { nodes { id } }
         none: intermediarySanctions(filter: { division: "110000" }) { nodes { id } } }`,
    );
    expect(data.force.nodes.every((node: Row) => node["state"] === "IN_FORCE")).toBe(true);
    // What led to a sanction is over by the time of it, and bears its number.
    const over = data.over.nodes.map((node: Row) => node["id"] as string).sort();
    expect(over.filter((id: string) => !/-(REMINDER|INTERVIEW|SUSPENSION)$/.test(id))).toEqual([
      "CJ-GOLDEN-3",
      "CJ-GOLDEN-6",
    ]);
    expect(over).toEqual(expect.arrayContaining(["CJ-GOLDEN-2-INTERVIEW", "CJ-GOLDEN-2-SUSPENSION"]));
    expect(data.removed.nodes).toEqual([{ id: "CJ-GOLDEN-2" }]);
    expect(data.none.nodes).toEqual([]);
    const [{ n }] = (await rows(
      `select count(*)::int as n from intermediary_sanctions where decided_on is not null and revoked_on is null and decided_on + make_interval(months => coalesce(months, 0)) >= '2026-09-28'`,
    )) as [Row];
    expect(data.force.nodes).toHaveLength(n as number);
  });
});

describe("the standing of an intermediary", () => {
  it("follows from the sanctions in force", async () => {
    const intermediaries = await rows(`select organization_id as id from intermediaries`);
    const sanctions = await rows(
      `select intermediary_id, level, decided_on::text as start, (decided_on + make_interval(months => months))::date::text as finish from intermediary_sanctions
       where months is not null and revoked_on is null`,
    );
    for (const { id } of intermediaries) {
      const { data } = await ask(
        `query($id: ID!) { organization(id: $id) { intermediaryProfile { entryState } } }`,
        "anonymous",
        { id },
      );
      const levels = sanctions
        .filter((s) => s["intermediary_id"] === id && s["start"] <= "2026-09-28" && "2026-09-28" <= s["finish"])
        .map(({ level }) => level);
      const expected = levels.includes("REMOVAL")
        ? "REMOVED"
        : levels.includes("SUSPENSION")
          ? "SUSPENDED"
          : "ADMITTED";
      expect(data.organization.intermediaryProfile.entryState).toBe(expected);
    }
    const states = sanctions.map(({ level }) => level);
    expect(new Set(states)).toEqual(new Set(["SUSPENSION", "REMOVAL"]));
  });
});

describe("staff", () => {
  const query = `query($id: ID!) { organization(id: $id) { intermediaryProfile { staff { totalCount nodes { name certNo profession } } } } }`;

  it.each(ALL)("of agent-1's firm: %s sees names and numbers in full or masked", async (viewer) => {
    const id = "CN-USCC-91990101MA9000011P";
    const people = await rows(
      `select name, certificate_no from intermediary_staff where intermediary_id = ? order by position`,
      [id],
    );
    expect(people.length).toBeGreaterThan(0);
    const body = await ask(query, viewer, { id });
    const { nodes, totalCount } = body.data.organization.intermediaryProfile.staff;
    const full = viewer === "agent-1" || viewer === "supervisor-1";
    expect(totalCount).toBe(people.length);
    expect(nodes.map((node: Row) => [node["name"], node["certNo"]])).toEqual(
      people.map(({ name, certificate_no }) =>
        full
          ? [name, certificate_no]
          : [`${[...name][0]}${"*".repeat([...name].length - 1)}`, "*".repeat((certificate_no as string).length)],
      ),
    );
    if (!full) for (const { name } of people) expect(JSON.stringify(body)).not.toContain(name);
  });
});

describe("declared relations", () => {
  it.each(ALL)("are closed but for the intermediary and the supervisor: %s", async (viewer) => {
    const { data } = await ask(
      `{ organization(uscc: "91990101MA9000046A") { intermediaryProfile { relatedApprovalDepts { id name } } } }`,
      viewer,
    );
    const [{ related }] = (await rows(
      `select array_agg(related_id order by related_id) as related from intermediary_relations where kind = 'DECLARED' and body_id = 'CN-USCC-91990101MA9000046A'`,
    )) as [Row];
    const shown = data.organization.intermediaryProfile.relatedApprovalDepts;
    if (viewer === "supervisor-1") expect(shown.map(({ id }: Row) => id)).toEqual(related);
    else expect(shown).toBeNull();
  });

  it("show to the agent of the intermediary", async () => {
    const { body } = await stack.askSubgraph(
      "intermediary",
      `{ _entities(representations: [{ __typename: "Organization", id: "CN-USCC-91990101MA9000046A" }]) { ... on Organization { intermediaryProfile { relatedApprovalDepts { id } } } } }`,
      { viewer: { ...VIEWERS["agent-1"], subjectUscc: "91990101MA9000046A" } },
    );
    expect(body.data._entities[0].intermediaryProfile.relatedApprovalDepts).toHaveLength(1);
  });
});
