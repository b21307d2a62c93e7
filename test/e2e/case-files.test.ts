/** Materials of an application, evidence of a repair and of an objection, answers to requests for information: uploads that become files of the case, what the matter requires, what may come later, and each thing that is refused. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSigningKey, parseSignerKeys, parseTextSigner } from "../../platform/auth/index.js";
import { createFileStore, createLocalShelf } from "../../platform/files/index.js";
import { pdf } from "../support/sample-files.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { CASE_VERBS, LATER, promisedCase, wholeDraft } from "../support/verbs/cases.js";
import { askObjection, askRepair, copyOf, EVIDENCE } from "../support/verbs/credit.js";
import { askedRequest } from "../support/verbs/disclosures.js";

const signer = parseTextSigner(createSigningKey());
let folder: string;
let stack: TestStack;
let url: string;
let draft: Awaited<ReturnType<typeof wholeDraft>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "govgraph-case-files-"));
  stack = await startStack({ uploadSigners: parseSignerKeys(signer.publicKey) });
  const { gateway } = await stack.another({
    files: {
      store: createFileStore({ folder: join(folder, "incoming"), shelf: createLocalShelf(folder) }),
      signer,
      mostBytes: 1_024 * 1_024,
      day: { files: 1_000, bytes: 1_024 ** 3 },
    },
  });
  ({ url } = gateway);
  draft = await wholeDraft(stack);
});
afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true });
});

/** Receipt of an upload. */
const upload = async (words: string, viewer = "citizen-1"): Promise<string> => {
  const response = await fetch(`${url}/files`, {
    method: "POST",
    body: pdf(words),
    headers: { "content-type": "application/octet-stream", authorization: `Bearer ${viewer}.test.test` },
  });
  return ((await response.json()) as { fileId: string }).fileId;
};

const read = (fileId: string, viewer: string): Promise<Response> =>
  fetch(`${url}/files/${fileId}`, { headers: { authorization: `Bearer ${viewer}.test.test` } });

const CASE = `case { caseNo state version allowedActions projectName contactPhone situationIds promisedMaterials
  materials { name delivery file { fileId name mediaType bytes sha256 attachedAt } } }`;

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${CASE_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${CASE} } }`, {
    viewer,
    variables: { input },
  });

interface Shown {
  readonly caseNo: string;
  readonly version: number;
  readonly state: string;
  readonly allowedActions: string[];
  readonly materials: {
    readonly name: string;
    readonly file: { readonly fileId: string; readonly name: string } | null;
  }[];
  readonly [key: string]: unknown;
}

const caseOf = ({ body }: Answer): Shown => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.case;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const form = (): string => draft.materials[0]!.name;
const asFile = (fileId: string, fileName?: string): object => ({
  name: form(),
  delivery: "ELECTRONIC",
  fileId,
  ...(fileName === undefined ? {} : { fileName }),
});

const held = (caseNo: string): Promise<unknown[]> =>
  stack.databases["matters"]!("attached_files").where("holder_key", caseNo).orderBy("attached_at");

it("an upload becomes a file of the case, which its applicant and agency read and nobody else", async () => {
  const drafted = caseOf(
    await act("citizen-1", "draftCase", {
      ...draft,
      materials: [asFile(await upload("one"), "申请表.pdf"), ...draft.materials.slice(1)],
    }),
  );
  const { file } = drafted.materials[0]!;
  expect(file).toMatchObject({
    fileId: expect.stringMatching(/^matters\.[0-9a-f-]{36}$/),
    name: "申请表.pdf",
    mediaType: "application/pdf",
    bytes: pdf("one").length,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    attachedAt: "2026-09-28T04:00:00.000Z",
  });
  const { fileId } = file!;
  const statuses = async (): Promise<number[]> =>
    Promise.all(
      ["citizen-1", "officer-1", "citizen-2", "officer-2", "supervisor-1"].map(
        async (viewer) => (await read(fileId, viewer)).status,
      ),
    );
  // A draft is its writer's alone.
  expect(await statuses()).toEqual([200, 404, 404, 404, 404]);
  caseOf(await act("citizen-1", "submitCase", { caseNo: drafted.caseNo, expectedVersion: 1 }));
  expect(await statuses()).toEqual([200, 200, 404, 404, 200]);
  expect(Buffer.from(await (await read(fileId, "officer-1")).arrayBuffer()).equals(pdf("one"))).toBe(true);
});

it("a draft is edited: files stay that are named, go that are not, and come again", async () => {
  const one = caseOf(
    await act("citizen-1", "draftCase", {
      ...draft,
      contactPhone: "13900000000",
      materials: [asFile(await upload("kept"), "甲.pdf"), asFile(await upload("dropped"), "乙.pdf")],
    }),
  );
  const [kept, dropped] = one.materials.map(({ file }) => file!.fileId) as [string, string];
  const two = caseOf(
    await act("citizen-1", "editCase", {
      caseNo: one.caseNo,
      expectedVersion: 1,
      projectName: "改后的摘要",
      contactPhone: "",
      materials: [asFile(kept), asFile(await upload("dropped"), "丙.pdf")],
    }),
  );
  expect(two).toMatchObject({
    state: "DRAFT",
    version: 2,
    projectName: "改后的摘要",
    contactPhone: null,
    materials: [{ file: { fileId: kept, name: "甲.pdf" } }, { file: { name: "丙.pdf" } }],
  });
  expect((await read(dropped, "citizen-1")).status).toBe(404);
  expect((await read(kept, "citizen-1")).status).toBe(200);
  // What is not said stays.
  const three = caseOf(await act("citizen-1", "editCase", { caseNo: one.caseNo, expectedVersion: 2 }));
  expect(three).toMatchObject({ version: 3, projectName: "改后的摘要", materials: two.materials });
  const { body } = await stack.ask("query ($n: ID!) { serviceCase(caseNo: $n) { history { event from to } } }", {
    viewer: "citizen-1",
    variables: { n: one.caseNo },
  });
  expect(body.data.serviceCase.history.map(({ event }: { event: string }) => event)).toEqual(["BEGIN", "EDIT", "EDIT"]);
  caseOf(await act("citizen-1", "editCase", { caseNo: one.caseNo, expectedVersion: 3, materials: draft.materials }));
  expect(await held(one.caseNo)).toEqual([]);
  caseOf(await act("citizen-1", "submitCase", { caseNo: one.caseNo, expectedVersion: 4 }));
  expect(refusal(await act("citizen-1", "editCase", { caseNo: one.caseNo, expectedVersion: 5 }))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "STATE",
    next: ["WITHDRAW"],
  });
});

it("refuses what is no file of the applicant's, and keeps nothing of it", async () => {
  const { caseNo } = caseOf(await act("citizen-1", "draftCase", draft));
  const other = caseOf(
    await act("citizen-2", "draftCase", {
      ...draft,
      materials: [asFile(await upload("other", "citizen-2"), "他.pdf")],
    }),
  );
  const once = await upload("once");
  const wrong: readonly (readonly [object[], object])[] = [
    [[asFile(await upload("b", "citizen-2"), "他.pdf")], { code: "NOT_FOUND", reason: "FILE_UPLOAD" }],
    [[asFile(other.materials[0]!.file!.fileId)], { code: "NOT_FOUND", reason: "FILE_UPLOAD" }],
    [[asFile("credit.00000000-0000-0000-0000-000000000000")], { code: "NOT_FOUND", reason: "FILE_UPLOAD" }],
    [[asFile("x", "甲.pdf")], { code: "NOT_FOUND", reason: "FILE_UPLOAD" }],
    [[asFile(once, "甲.docx")], { code: "BAD_USER_INPUT", rule: "FILE_NAME" }],
    [[asFile(once, "../甲.pdf")], { code: "BAD_USER_INPUT", rule: "FILE_NAME" }],
    [[asFile(once)], { code: "BAD_USER_INPUT", rule: "MATERIAL_FILE" }],
    [[{ ...asFile(once, "甲.pdf"), delivery: "PAPER" }], { code: "BAD_USER_INPUT", rule: "MATERIAL_FILE" }],
    [[{ name: form(), delivery: "ELECTRONIC", fileName: "甲.pdf" }], { code: "BAD_USER_INPUT", rule: "MATERIAL_FILE" }],
    [[asFile(once, "甲.pdf"), asFile(once, "乙.pdf")], { code: "RULE_VIOLATION", reason: "FILE_TWICE" }],
    [[{ name: "清单外材料", delivery: "PAPER" }], { code: "BAD_USER_INPUT", rule: "MATERIAL_FOREIGN" }],
  ];
  for (const [materials, told] of wrong) {
    expect(refusal(await act("citizen-1", "editCase", { caseNo, expectedVersion: 1, materials }))).toMatchObject(told);
    expect(refusal(await act("citizen-1", "draftCase", { ...draft, materials }))).toMatchObject(told);
  }
  for (const verb of ["draftCase", "editCase"])
    expect(
      refusal(
        await act("citizen-1", verb, {
          ...(verb === "draftCase" ? draft : { caseNo, expectedVersion: 1 }),
          situationIds: ["NONE"],
        }),
      ),
    ).toMatchObject({ code: "BAD_USER_INPUT", rule: "MATERIAL_SITUATION" });
  expect(await held(caseNo)).toEqual([]);
  // Refused, the upload still waits to be used.
  caseOf(await act("citizen-1", "editCase", { caseNo, expectedVersion: 1, materials: [asFile(once, "甲.pdf")] }));
  expect(refusal(await act("citizen-2", "editCase", { caseNo, expectedVersion: 2 }))).toMatchObject({
    code: "NOT_FOUND",
  });
});

it("is handed in only with every required material, and told which are missing", async () => {
  const [first, ...rest] = draft.materials;
  const drafted = caseOf(await act("citizen-1", "draftCase", { ...draft, materials: rest }));
  const { caseNo } = drafted;
  expect(refusal(await act("citizen-1", "submitCase", { caseNo, expectedVersion: 1 }))).toMatchObject({
    data: { done: null },
    code: "RULE_VIOLATION",
    reason: "MATERIALS_MISSING",
    missing: [first!.name],
    basis: expect.stringContaining("行政许可法"),
    next: ["EDIT", "VOID"],
  });
  // A file that did not come is missing.
  const unsent = { name: first!.name, delivery: "ELECTRONIC" };
  caseOf(await act("citizen-1", "editCase", { caseNo, expectedVersion: 1, materials: [unsent, ...rest] }));
  expect(refusal(await act("citizen-1", "submitCase", { caseNo, expectedVersion: 2 }))).toMatchObject({
    reason: "MATERIALS_MISSING",
    missing: [first!.name],
  });
  // A situation asks for what it needs.
  const asked = await stack.ask(
    "query ($id: ID!) { serviceMatter(id: $id) { conditions { id } materials { name need situationIds } } }",
    { variables: { id: draft.matterId } },
  );
  const { conditions, materials } = asked.body.data.serviceMatter as {
    conditions: { id: string }[];
    materials: { name: string; need: string; situationIds: string[] }[];
  };
  const situation = conditions.find(({ id }) => materials.some(({ situationIds }) => situationIds.includes(id)))!.id;
  caseOf(
    await act("citizen-1", "editCase", {
      caseNo,
      expectedVersion: 2,
      materials: draft.materials,
      situationIds: [situation],
    }),
  );
  expect(refusal(await act("citizen-1", "submitCase", { caseNo, expectedVersion: 3 }))).toMatchObject({
    reason: "MATERIALS_MISSING",
    missing: materials.filter(({ situationIds }) => situationIds.includes(situation)).map(({ name }) => name),
  });
  caseOf(await act("citizen-1", "editCase", { caseNo, expectedVersion: 3, situationIds: [] }));
  expect(caseOf(await act("citizen-1", "submitCase", { caseNo, expectedVersion: 4 })).state).toBe("SUBMITTED");
});

it("what may come later is promised, is handed in before the decision that grants, and nothing else is", async () => {
  const materials = draft.materials.filter(({ name }) => name !== LATER);
  const drafted = caseOf(await act("citizen-1", "draftCase", { ...draft, materials }));
  const at = { caseNo: drafted.caseNo, expectedVersion: 1 };
  expect(refusal(await act("citizen-1", "submitCase", at))).toMatchObject({ missing: [LATER] });
  expect(
    refusal(await act("citizen-1", "submitCase", { ...at, promisedMaterials: [materials[0]!.name] })),
  ).toMatchObject({ code: "BAD_USER_INPUT", rule: "MATERIAL_NOT_LATER" });
  const { caseNo, version } = await promisedCase(stack);
  const material = { name: LATER, delivery: "PAPER" };
  expect(
    refusal(await act("citizen-1", "supplementCase", { caseNo, expectedVersion: version, materials: [materials[0]!] })),
  ).toMatchObject({ code: "BAD_USER_INPUT", rule: "MATERIAL_NOT_LATER" });
  await act("officer-1", "receiveCase", { caseNo, expectedVersion: version });
  caseOf(await act("officer-1", "acceptCase", { caseNo, expectedVersion: version + 1, acceptanceNo: "受2026-8" }));
  const grant = { caseNo, expectedVersion: version + 2, outcome: "GRANTED" };
  expect(refusal(await act("officer-1", "decideCase", grant))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "PROMISED_MATERIALS_MISSING",
    missing: [LATER],
  });
  const brought = caseOf(
    await act("citizen-1", "supplementCase", { caseNo, expectedVersion: version + 2, materials: [material] }),
  );
  expect(brought).toMatchObject({ state: "ACCEPTED", promisedMaterials: [LATER] });
  expect(caseOf(await act("officer-1", "decideCase", { ...grant, expectedVersion: version + 3 })).state).toBe(
    "DECIDED",
  );
});

it("nothing is brought later where nothing was promised", async () => {
  const drafted = caseOf(await act("citizen-1", "draftCase", draft));
  const { caseNo, version, allowedActions } = caseOf(
    await act("citizen-1", "submitCase", { caseNo: drafted.caseNo, expectedVersion: 1 }),
  );
  expect(allowedActions).toEqual(["WITHDRAW"]);
  expect(
    refusal(
      await act("citizen-1", "supplementCase", {
        caseNo,
        expectedVersion: version,
        materials: [{ name: LATER, delivery: "PAPER" }],
      }),
    ),
  ).toMatchObject({ code: "RULE_VIOLATION", reason: "NOTHING_PROMISED" });
});

describe("evidence of a repair", () => {
  const apply = async (fileId: string, fileName: string | null = "缴款凭证.pdf", viewer = "agent-1"): Promise<Answer> =>
    askRepair(stack, viewer, "applyForRepair", "ApplyForRepairInput", {
      recordId: await copyOf(stack, "penalties", "CF-GOLDEN-1"),
      evidence: [{ ...EVIDENCE[0], fileId, fileName }, EVIDENCE[1]],
    });

  it("is a file of the case, which its subject, authority and supervisors read and nobody else", async () => {
    const { body } = await apply(await upload("paid", "agent-1"));
    const { no } = body.data.done.repairCase as { no: string };
    const answer = await stack.ask(
      "query ($no: ID!) { repairCase(no: $no) { evidence { title sha256 file { fileId name sha256 } } } }",
      { viewer: "officer-1", variables: { no } },
    );
    const [paid, letter] = answer.body.data.repairCase.evidence;
    expect(letter).toEqual({ title: "信用修复承诺书", sha256: null, file: null });
    expect(paid.file).toEqual({
      ...{ name: "缴款凭证.pdf", sha256: paid.sha256 },
      fileId: expect.stringMatching(/^credit\.[0-9a-f-]{36}$/),
    });
    const statuses = await Promise.all(
      ["agent-1", "officer-1", "supervisor-1", "citizen-1", "officer-2"].map(
        async (viewer) => (await read(paid.file.fileId, viewer)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 404, 404]);
    const bytes = Buffer.from(await (await read(paid.file.fileId, "officer-1")).arrayBuffer());
    expect(bytes.equals(pdf("paid"))).toBe(true);
  });

  it("is refused where half of a file is said, or an upload is another's, and nothing is written", async () => {
    const count = async (): Promise<unknown> => (await stack.databases["credit"]!("attached_files").count())[0];
    const before = await count();
    expect(refusal(await apply(await upload("half", "agent-1"), null))).toMatchObject({ rule: "EVIDENCE_FILE" });
    expect(refusal(await apply(await upload("other", "citizen-1")))).toMatchObject({
      ...{ code: "NOT_FOUND", reason: "FILE_UPLOAD" },
    });
    expect(refusal(await apply("no-receipt"))).toMatchObject({ code: "NOT_FOUND", reason: "FILE_UPLOAD" });
    expect(refusal(await apply(await upload("name", "agent-1"), "凭证.png"))).toMatchObject({ rule: "FILE_NAME" });
    expect(await count()).toEqual(before);
  });
});

describe("evidence of an objection", () => {
  const object = async (evidence: object[]): Promise<Answer> =>
    askObjection(stack, "agent-1", "raiseObjection", "RaiseObjectionInput", {
      recordId: await copyOf(stack, "penalties", "CF-GOLDEN-1"),
      ...{ statement: "处罚金额有误", evidence },
    });

  it("is files of the objection, which its parties read and nobody else", async () => {
    const names = ["处罚决定书.pdf", "缴款凭证.pdf"];
    const evidence = await Promise.all(
      names.map(async (fileName) => ({ fileName, fileId: await upload(`objection ${fileName}`, "agent-1") })),
    );
    const { body } = await object(evidence);
    const { no } = body.data.done.objection as { no: string };
    const shown = await stack.ask("query ($no: ID!) { objection(no: $no) { evidence { fileId name } } }", {
      viewer: "officer-1",
      variables: { no },
    });
    const files = shown.body.data.objection.evidence as { fileId: string; name: string }[];
    expect(files.map(({ name }) => name).sort()).toEqual([...names].sort());
    const statuses = await Promise.all(
      ["agent-1", "officer-1", "supervisor-1", "citizen-1", "officer-2"].map(
        async (viewer) => (await read(files[0]!.fileId, viewer)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 404, 404]);
  });

  it("is refused where it is too much, the same twice, or another's, and nothing is written", async () => {
    const count = async (): Promise<unknown[]> =>
      Promise.all(["attached_files", "objections"].map((table) => stack.databases["credit"]!(table).count()));
    const before = await count();
    const file = { fileName: "凭证.pdf", fileId: await upload("objected", "agent-1") };
    expect(refusal(await object(Array<object>(11).fill(file)))).toMatchObject({ rule: "MAX" });
    expect(refusal(await object([file, file]))).toMatchObject({ code: "RULE_VIOLATION", reason: "FILE_TWICE" });
    const others = { ...file, fileId: await upload("not theirs", "citizen-1") };
    expect(refusal(await object([others]))).toMatchObject({ code: "NOT_FOUND", reason: "FILE_UPLOAD" });
    expect(await count()).toEqual(before);
  });
});

describe("files of an answer to a request for information", () => {
  it("are read by the applicant, the agency and its supervisors, and by nobody else", async () => {
    const fileId = await upload("answer", "officer-1");
    const files = [{ fileId, fileName: "登记数量.pdf" }];
    const { body } = await stack.ask(
      "mutation ($input: AnswerDisclosureInput!) { answerDisclosure(input: $input) { disclosureRequest { state files { fileId name } } } }",
      { viewer: "officer-1", variables: { input: { ...(await askedRequest(stack)), outcome: "DISCLOSED", files } } },
    );
    const { state, files: shown } = body.data.answerDisclosure.disclosureRequest;
    expect([state, shown[0].name]).toEqual(["ANSWERED", "登记数量.pdf"]);
    const statuses = await Promise.all(
      ["citizen-1", "officer-1", "supervisor-1", "citizen-2", "officer-2"].map(
        async (viewer) => (await read(shown[0].fileId, viewer)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 404, 404]);
  });

  it("are not attached where the answer is refused", async () => {
    const count = async (): Promise<unknown> => (await stack.databases["openness"]!("attached_files").count())[0];
    const before = await count();
    const files = [{ fileId: await upload("refused", "officer-1"), fileName: "说明.pdf" }];
    const input = { ...(await askedRequest(stack)), outcome: "PARTLY_DISCLOSED", reasons: "其余不公开。", files };
    const answer = await stack.ask(
      "mutation ($input: AnswerDisclosureInput!) { answerDisclosure(input: $input) { disclosureRequest { state } } }",
      { viewer: "officer-1", variables: { input } },
    );
    expect(refusal(answer)).toMatchObject({ reason: "REFUSAL_NEEDS_REMEDY" });
    expect(await count()).toEqual(before);
  });
});
