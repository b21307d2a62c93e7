/** The gateway's half of disclosure, over one subgraph of ours and one of a partner that enforces nothing. */
import {
  startDisclosureFixture,
  type DisclosureFixture,
  type FixtureAnswer,
} from "../../support/disclosure-fixture.js";

let fixture: DisclosureFixture;
beforeAll(async () => {
  fixture = await startDisclosureFixture();
});
afterEach(() => {
  fixture.setDay("2026-09-28");
  fixture.records.usePolicy(undefined);
});
afterAll(() => fixture.stop());

const withheld = ({ body }: FixtureAnswer): [string, number, string, string][] =>
  (body.extensions?.withheld ?? []).map(({ path, count, rule, remedy }) => [path.join("."), count, rule, remedy.kind]);

const requests = (): [number, number] => [fixture.records.requests(), fixture.partner.requests()];

describe("[C07] a field that the viewer may read in no row", () => {
  it("is null, and neither asked for nor resolved", async () => {
    const answer = await fixture.ask(`{ record(id: "1") { title note sealed scoped } }`);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ record: { title: "Record 1", note: null, sealed: null, scoped: null } });
    expect(fixture.records.resolved()).toEqual(["Query.record", "Record.title"]);
    expect(fixture.records.queries().join()).not.toMatch(/note|sealed|scoped/);
    expect(withheld(answer)).toEqual([
      ["record.note", 1, "Record.note", "SIGN_IN"],
      ["record.scoped", 1, "Record.scoped", "SCOPE"],
      ["record.sealed", 1, "Record.sealed", "CONTACT"],
    ]);
  });

  it("is all that is told where it is all that is asked: no request at all", async () => {
    const answer = await fixture.ask(`{ record(id: "1") { note } again: record(id: "2") { sealed x: note } register }`);
    expect([answer.status, answer.body.data, requests()]).toEqual([
      200,
      { record: null, again: null, register: null },
      [0, 0],
    ]);
    expect(withheld(answer).map(([path]) => path)).toEqual(["again.sealed", "again.x", "record.note", "register"]);
  });

  it("does not keep what stands beside it from being asked", async () => {
    const { body } = await fixture.ask(`{ record(id: "1") { note __typename } office { records { note } } }`);
    expect(body.data).toEqual({
      record: { note: null, __typename: "Record" },
      office: { records: [{ note: null }, { note: null }] },
    });
  });

  it("of a partner is not asked of the partner", async () => {
    const { body } = await fixture.ask(`{ records { id remark } }`);
    expect(body.data.records).toEqual([
      { id: "1", remark: null },
      { id: "2", remark: null },
    ]);
    expect(requests()).toEqual([1, 0]);
  });

  it("[C08] that is a mutation has no effect, and one in a payload neither stops the effect nor repeats it", async () => {
    const denied = await fixture.ask(`mutation { approve(id: "1") { title } }`);
    expect([denied.body.data, requests()]).toEqual([{ approve: null }, [0, 0]]);
    expect(withheld(denied)).toEqual([["approve", 1, "Mutation.approve", "SIGN_IN"]]);
    const allowed = await fixture.ask(`mutation { approve(id: "1") { title } }`, { viewer: "officer-1" });
    expect(allowed.body.data).toEqual({ approve: { title: "Record 1" } });
    const payload = await fixture.ask(`mutation { touch(id: "1") { note } }`);
    expect([payload.body.data, requests()]).toEqual([{ touch: { note: null } }, [1, 0]]);
    expect(fixture.records.resolved()).toEqual(["Mutation.touch"]);
  });
});

describe("a field that some rows show", () => {
  it("is decided in the subgraph, row by row", async () => {
    const query = `{ records { note } }`;
    const owner = await fixture.ask(query, { viewer: "citizen-1" });
    expect(owner.body.data.records).toEqual([{ note: "NOTE-1" }, { note: null }]);
    expect(withheld(owner)).toEqual([["records.@.note", 1, "Record.note", "CONTACT"]]);
    const supervisor = await fixture.ask(query, { viewer: "supervisor-1" });
    expect(supervisor.body.data.records).toEqual([{ note: "NOTE-1" }, { note: "NOTE-2" }]);
    expect(supervisor.body.extensions).toBeUndefined();
  });

  it("is shown masked to those outside, and said to be", async () => {
    const query = `{ records { ownerName } }`;
    const { body } = await fixture.ask(query);
    expect(body.data.records).toEqual([{ ownerName: "欧阳**" }, { ownerName: "张**" }]);
    expect(body.extensions).toEqual({
      masked: [{ path: ["records", "@", "ownerName"], count: 2, rule: "Record.ownerName", mask: "NAME" }],
    });
    const own = await fixture.ask(query, { viewer: "citizen-2" });
    expect(own.body.data.records).toEqual([{ ownerName: "欧阳**" }, { ownerName: "张小花" }]);
  });

  it("leaves no entry for a row that is not there", async () => {
    const answer = await fixture.ask(`{ record(id: "9") { title note ownerName } }`, { viewer: "citizen-1" });
    expect(answer.body).toEqual({ data: { record: null } });
    expect((await fixture.ask(`{ record(id: "9") { title note } }`)).body).toEqual({ data: { record: null } });
  });
});

describe("every shape of a document", () => {
  const shapes: [string, string, unknown, object?][] = [
    ["an alias", `{ r: record(id: "1") { a: title n: note } }`, { r: { a: "Record 1", n: null } }],
    ["an inline fragment", `{ record(id: "1") { ... { title note } } }`, { record: { title: "Record 1", note: null } }],
    [
      "a named fragment",
      `{ record(id: "1") { ...F } } fragment F on Record { title note }`,
      { record: { title: "Record 1", note: null } },
    ],
    [
      "nested fragments",
      `{ record(id: "1") { title ...F } } fragment F on Node { ...G } fragment G on Node { note ... on Record { sealed } }`,
      { record: { title: "Record 1", note: null, sealed: null } },
    ],
    [
      "an interface",
      `{ node(id: "m") { id note ... on Memo { text } ... on Record { title } } }`,
      { node: { id: "m", note: null, text: "Memo" } },
    ],
    [
      "a union",
      `{ hits { __typename ... on Record { note } ... on Place { name } } }`,
      {
        hits: [
          { __typename: "Record", note: null },
          { __typename: "Place", name: "Yanji" },
          { __typename: "Record", note: null },
        ],
      },
    ],
    [
      "lists within lists",
      `{ records { children { id note } } }`,
      {
        records: [1, 2].map(() => ({
          children: [
            { id: "1", note: null },
            { id: "2", note: null },
          ],
        })),
      },
    ],
    [
      "two hops",
      `{ record(id: "1") { id next { next { note } } } }`,
      { record: { id: "1", next: { next: { note: null } } } },
    ],
    [
      "an entity of two subgraphs",
      `{ record(id: "1") { note colour remark } }`,
      { record: { note: null, colour: "red", remark: null } },
    ],
    [
      "@include and @skip by variable",
      `query($yes: Boolean!, $no: Boolean = false) { record(id: "1") { title note @include(if: $no) a: note @skip(if: $no) ... @include(if: $yes) { sealed } } }`,
      { record: { title: "Record 1", a: null, sealed: null } },
      { yes: true },
    ],
    [
      "a closed object",
      `{ record(id: "1") { title level { grade score } } }`,
      { record: { title: "Record 1", level: null } },
    ],
    [
      "the same key twice",
      `{ record(id: "1") { place { name } title } record(id: "1") { note place { n: name } } }`,
      { record: { place: { name: "Hunchun", n: "Hunchun" }, title: "Record 1", note: null } },
    ],
  ];
  it.each(shapes.map(([name, ...shape]) => ({ name, shape })))("is pruned: $name", async ({ shape }) => {
    const [query, data, variables] = shape;
    const { body } = await fixture.ask(query, variables ? { variables } : {});
    expect([body.data, body.errors]).toEqual([data, undefined]);
    expect(JSON.stringify(body)).not.toMatch(/NOTE|SEALED|GRADE|REMARK/);
    expect(fixture.records.resolved().join(" ")).not.toMatch(/\.(note|sealed|level)/);
  });

  it("leaves introspection and the names of types alone", async () => {
    const { body } = await fixture.ask(`{ __typename __type(name: "Record") { fields { name } } register }`);
    expect(body.data).toMatchObject({ __typename: "Query", register: null });
    expect(JSON.stringify(body.data)).toContain(`"note"`);
    // What the gateway alone may ask a partner is not in the schema that clients see.
    expect(JSON.stringify(body.data)).not.toMatch(/ownerHash|keeper/);
  });
});

describe("[C09] viewers who ask the same", () => {
  const query = `{ records { title note ownerName level { grade } remark telephone } }`;
  const of = async (viewer: string): Promise<unknown> => {
    const { data, errors } = (await fixture.ask(query, { viewer })).body;
    return { data, errors };
  };

  it("get their own answers in either order: plans are kept by what is pruned", async () => {
    const first = `{ record(id: "1") { title note } }`;
    const second = `{ record(id: "1") { title note id } }`;
    const note = async (document: string, viewer: string): Promise<unknown> =>
      (await fixture.ask(document, { viewer })).body.data.record.note;
    expect([await note(first, "anonymous"), await note(first, "citizen-1"), await note(first, "anonymous")]).toEqual([
      null,
      "NOTE-1",
      null,
    ]);
    expect([await note(second, "citizen-1"), await note(second, "anonymous"), await note(second, "citizen-1")]).toEqual(
      ["NOTE-1", null, "NOTE-1"],
    );
  });

  it("get them at the same time too", async () => {
    const viewers = ["anonymous", "citizen-1", "citizen-2", "officer-1", "supervisor-1", "app-partner", "app-open"];
    const alone = new Map<string, unknown>();
    for (const viewer of viewers) alone.set(viewer, await of(viewer));
    const together = await Promise.all(
      Array.from({ length: 10 }, () => viewers)
        .flat()
        .map(async (viewer) => [viewer, await of(viewer)] as const),
    );
    for (const [viewer, data] of together) expect([viewer, data]).toEqual([viewer, alone.get(viewer)]);
    expect(new Set([...alone.values()].map((data) => JSON.stringify(data))).size).toBeGreaterThan(4);
  });
});

describe("guards of the federation", () => {
  const read = async (field: string, viewer: string): Promise<unknown> =>
    (await fixture.ask(`{ record(id: "1") { id ${field} } }`, { viewer })).body.data.record[field];

  it.each([
    ["scoped", "anonymous", null],
    ["scoped", "citizen-1", null],
    ["scoped", "app-open", null],
    ["scoped", "app-half", null],
    ["scoped", "app-scoped", "SCOPED"],
    ["known", "anonymous", null],
    ["known", "app-open", "KNOWN"],
    ["strong", "citizen-1", null],
    ["strong", "citizen-strong", "STRONG"],
  ])("decide who reads %s: %s gets %s", async (field, viewer, value) => expect(await read(field, viewer)).toBe(value));

  it("name the way out", async () => {
    const { body } = await fixture.ask(`{ record(id: "1") { id scoped strong level { grade } } }`, {
      viewer: "app-open",
    });
    expect(body.extensions?.withheld?.map(({ rule, remedy }) => [rule, remedy])).toEqual([
      ["Record.level", { kind: "AGREEMENT", detail: "A data-sharing agreement that names Record.level is needed." }],
      [
        "Record.scoped",
        { kind: "SCOPE", detail: "Use a token with the scope credit.read or funds.read + matters.read." },
      ],
      ["Record.strong", { kind: "STEP_UP", detail: "Sign in again with the level strong." }],
    ]);
  });
});

describe("agreements", () => {
  const level = async (viewer: string): Promise<unknown> =>
    (await fixture.ask(`{ record(id: "1") { id level { grade } } }`, { viewer })).body.data.record.level;

  it("let their client read the fields that they name, on their days", async () => {
    expect(await level("app-partner")).toEqual({ grade: "GRADE-1" });
    fixture.setDay("2026-09-29");
    expect(await level("app-partner")).toBeNull();
    fixture.setDay("2026-09-27");
    expect(await level("app-partner")).toBeNull();
  });

  it.each(["app-open", "app-forged", "citizen-1"])(
    "are not held by %s, whatever its token claims: nothing is asked",
    async (viewer) => {
      expect(await level(viewer)).toBeNull();
      expect(fixture.records.queries().join()).not.toContain("level");
    },
  );
});

describe("a partner that enforces nothing", () => {
  it("is asked whose the rows are, and only entitled viewers get what it answers", async () => {
    const query = `{ records { remark telephone dossiers { page content } } }`;
    const own = await fixture.ask(query, { viewer: "citizen-1" });
    expect(own.body.data.records).toEqual([
      {
        remark: "REMARK-1",
        telephone: "13800138000",
        dossiers: [
          { page: 1, content: "CONTENT-1-1" },
          { page: 2, content: "CONTENT-1-2" },
        ],
      },
      {
        remark: null,
        telephone: "138******00",
        dossiers: [
          { page: 1, content: null },
          { page: 2, content: null },
        ],
      },
    ]);
    expect(withheld(own)).toEqual([
      ["records.@.dossiers.@.content", 2, "Dossier.content", "CONTACT"],
      ["records.@.remark", 1, "Record.remark", "CONTACT"],
    ]);
    expect(own.body.extensions?.masked).toEqual([
      { path: ["records", "@", "telephone"], count: 1, rule: "Record.telephone", mask: "PHONE" },
    ]);
    const officer = await fixture.ask(query, { viewer: "officer-1" });
    expect(officer.body.data.records.map(({ remark }: { remark: unknown }) => remark)).toEqual(["REMARK-1", null]);
  });

  it("shows masks to everyone, aliases and nulls included", async () => {
    const { body } = await fixture.ask(`{ record(id: "2") { phone: telephone } dossiers { page content } }`);
    expect(body.data.record).toEqual({ phone: "138******00" });
    expect(body.data.dossiers).toEqual(
      [1, 2, null, 1, 2].map((page) => (page === null ? null : { page, content: null })),
    );
  });

  it("tells clients nothing of what the gateway asked beside", async () => {
    const { body } = await fixture.ask(`{ records { remark } dossiers { content } }`, { viewer: "citizen-1" });
    expect(JSON.stringify(body)).not.toMatch(/disclosure__|ownerHash|keeper|demo-subject/);
    expect(fixture.partner.queries().join()).toContain("ownerHash");
  });

  it("is asked nothing beside where nothing closed is asked", async () => {
    await fixture.ask(`{ records { colour } }`, { viewer: "citizen-1" });
    expect(fixture.partner.queries().join()).not.toMatch(/ownerHash|keeper/);
  });
});

describe("the modes", () => {
  const query = `query($v: Boolean = false) { records { title note ownerName sealed @include(if: $v) known } }`;

  it("preview lists what would be withheld and executes nothing", async () => {
    const { status, body } = await fixture.ask(query, { viewer: "citizen-1", headers: { "x-access": "preview" } });
    expect([status, body.data, body.errors, requests()]).toEqual([200, null, undefined, [0, 0]]);
    expect(body.extensions?.access).toBe("preview");
    expect(body.extensions?.withheld?.map(({ path, count, when }) => [path.join("."), count, when])).toEqual([
      ["records.@.note", null, "PER_RECORD"],
    ]);
    expect(body.extensions?.masked).toEqual([
      { path: ["records", "@", "ownerName"], count: null, rule: "Record.ownerName", mask: "NAME", when: "PER_RECORD" },
    ]);
    const anonymous = await fixture.ask(query, { variables: { v: true }, headers: { "x-access": "preview" } });
    expect(anonymous.body.extensions?.withheld?.map(({ path, when }) => [path.join("."), when])).toEqual([
      ["records.@.known", "ALWAYS"],
      ["records.@.note", "ALWAYS"],
      ["records.@.sealed", "ALWAYS"],
    ]);
    const whole = await fixture.ask(`{ records { title } }`, { headers: { "x-access": "preview" } });
    expect([whole.body, requests()]).toEqual([{ data: null, extensions: { access: "preview" } }, [0, 0]]);
  });

  it("reject refuses a mutation before it has an effect, where its answer may lack something", async () => {
    const touch = (viewer: string, fields: string): Promise<FixtureAnswer> =>
      fixture.ask(`mutation { touch(id: "1") { ${fields} } }`, { viewer, headers: { "x-access": "reject" } });
    for (const viewer of ["anonymous", "citizen-1", "supervisor-1"]) {
      const { status, body } = await touch(viewer, "title note");
      expect([status, body.data, fixture.records.requests()]).toEqual([403, null, 0]);
      expect(body.extensions?.withheld).toEqual([
        expect.objectContaining({
          path: ["touch", "note"],
          count: null,
          ...(viewer === "anonymous" ? {} : { when: "PER_RECORD" }),
        }),
      ]);
    }
    expect((await touch("citizen-1", "title ownerName")).body.data.touch.ownerName).toBe("欧阳小明");
  });

  it("reject refuses before anything is asked where it is certain, and after where it shows", async () => {
    const reject = (viewer: string): Promise<FixtureAnswer> =>
      fixture.ask(`{ records { note } }`, { viewer, headers: { "x-access": "reject" } });
    const certain = await reject("anonymous");
    expect([certain.status, certain.body.data, requests()]).toEqual([403, null, [0, 0]]);
    expect(certain.body.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "FORBIDDEN", reason: "WITHHELD" },
    ]);
    expect(withheld(certain)).toEqual([["records.@.note", null, "Record.note", "SIGN_IN"]]);
    const shown = await reject("citizen-1");
    expect([shown.status, shown.body.data, shown.body.errors?.[0]?.extensions["code"]]).toEqual([
      403,
      null,
      "FORBIDDEN",
    ]);
    expect((await reject("supervisor-1")).body.data.records).toHaveLength(2);
    const skipped = await fixture.ask(query, { viewer: "supervisor-1", headers: { "x-access": "reject" } });
    expect(skipped.body.errors).toBeUndefined();
  });

  it("are refused where they are unknown", async () => {
    const { status, body } = await fixture.ask(`{ records { title } }`, { headers: { "x-access": "admin" } });
    expect([status, body.errors?.[0]?.extensions, requests()]).toEqual([
      400,
      { code: "BAD_USER_INPUT", reason: "ACCESS_MODE" },
      [0, 0],
    ]);
  });
});

describe("what a reader is told", () => {
  const told = async (language: string): Promise<unknown> =>
    (await fixture.ask(`{ record(id: "1") { id note } }`, { headers: { "accept-language": language } })).body.extensions
      ?.withheld?.[0];

  it("is in Chinese or English", async () => {
    expect(await told("zh-CN,zh;q=0.9,en;q=0.8")).toEqual({
      path: ["record", "note"],
      count: 1,
      rule: "Record.note",
      reason: "INTERNAL_AFFAIRS",
      basis: "OGI-2019-16",
      explanation: "内部事务信息（《中华人民共和国政府信息公开条例》第十六条）",
      remedy: { kind: "SIGN_IN", detail: "请登录；可查看者：本人或本单位、经办机关、本区划监督机关。" },
    });
    expect(await told("fr, en;q=0.5, zh;q=0.3")).toMatchObject({
      explanation: "Internal affairs (Regulations on Open Government Information, article 16)",
      remedy: {
        kind: "SIGN_IN",
        detail:
          "Sign in; readable by the person or body concerned, the agency that keeps the record, supervisors of the division.",
      },
    });
  });

  it("[C10] does not change by headers that claim a role, a division or a purpose", async () => {
    const forged = {
      "x-role": "supervisor",
      "x-roles": "supervisor",
      "x-user-id": "supervisor-1",
      "x-division": "220000",
      "x-agency": "11990101MB9000015E",
      "x-agreements": "demo-agreement",
      "x-scopes": "credit.read",
      "x-purpose": "audit",
      purpose: "audit",
      "govgraph-viewer": "eyJyb2xlcyI6WyJzdXBlcnZpc29yIl19",
      "signature-input": "forged",
      "x-forwarded-user": "officer-1",
      "x-subject-hash": "demo-subject-1",
    };
    const query = `{ records { note scoped level { grade } ownerName } }`;
    for (const viewer of ["anonymous", "citizen-2"]) {
      const honest = await fixture.ask(query, { viewer });
      expect(await fixture.ask(query, { viewer, headers: forged })).toEqual(honest);
    }
  });
});

describe("a subgraph that goes by other rules", () => {
  it("withholds every closed field, whoever asks, and the gateway withholds what that subgraph does not know of", async () => {
    const other = {
      ...fixture.policy,
      subgraphs: {
        ...fixture.policy.subgraphs,
        records: { ...fixture.policy.subgraphs["records"]!, hash: "of another table" },
      },
    };
    const query = `{ records { title note ownerName } }`;
    fixture.records.usePolicy(other);
    const { body } = await fixture.ask(query, { viewer: "supervisor-1" });
    expect(body.data.records).toEqual([1, 2].map((id) => ({ title: `Record ${id}`, note: null, ownerName: null })));
    expect(body.extensions?.withheld?.map(({ path, count }) => [path.join("."), count])).toEqual([
      ["records.@.note", 2],
      ["records.@.ownerName", 2],
    ]);
    fixture.records.usePolicy(undefined);
    expect((await fixture.ask(query, { viewer: "supervisor-1" })).body.data.records[0].note).toBe("NOTE-1");
  });
});
