/** Texts that would change a statement, in every argument that takes a text and in every key of an entity: they are texts, and never part of a statement. */
import { readFileSync } from "node:fs";
import { buildSchema, Kind, parse, valueFromASTUntyped } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { PAYLOADS, PLAIN } from "../support/injection/payloads.js";
import { textPlaces, type TextPlace } from "../support/injection/injection-questions.js";
import { keepStatements, type SentStatement } from "../support/plans/plans.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import { rowsAt } from "../support/ways.js";

let stack: TestStack;
let sent: SentStatement[];
/** What PostgreSQL refused; a statement that is cancelled or late is none of it. */
const refused: string[] = [];
beforeAll(async () => {
  stack = await startStack();
  sent = keepStatements(stack.databases);
  for (const db of Object.values(stack.databases))
    db.on("query-error", ({ code, message }: { code?: string; message: string }) => refused.push(`${code} ${message}`));
});
afterAll(() => stack.stop());

const places = textPlaces(buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8")));

/** Words of a database and of its driver, which are none of a client's business. */
const TELLS =
  /SQLSTATE|syntax error|postgres|\bpg_|relation "|column "|operator does not exist|invalid input syntax|tsquery/i;

/** What the gateway reads of the asking app now and then, whatever is asked (gateway/apps). */
const OF_THE_APP =
  /^select "client_id", "state", "points_a_minute", "points_a_day" from "apps" where "client_id" in \(\$\)$/;

/** The texts of statements, lists of values as one. */
const textsOf = (statements: readonly SentStatement[]): string[] => [
  ...new Set(
    statements
      .map(({ sql }) =>
        sql
          .replaceAll(/\$\d+/g, "$")
          .replaceAll(/\$(, \$)+/g, "$")
          .replaceAll(/\(\$\)(, \(\$\))+/g, "($)"),
      )
      .filter((sql) => !OF_THE_APP.test(sql)),
  ),
];

interface Outcome {
  /** What each alias was answered: its value on every object, and its errors. */
  readonly answers: readonly string[];
  readonly statements: readonly string[];
  readonly body: Answer["body"];
}

const ask = async ({ ask: question, path, viewer }: TextPlace, texts: readonly string[]): Promise<Outcome> => {
  sent.length = 0;
  const { query, variables } = question(texts);
  const { body } = await stack.ask(query, { viewer, variables });
  const rows = rowsAt(body.data, path);
  const answers = texts.map((_, index) => {
    const errors = (body.errors ?? []).filter((error) => error.path?.includes(`a${index}`));
    const told = errors.map(({ message, extensions: { code, rule } }) => JSON.stringify([message, code, rule]));
    return JSON.stringify([rows.map((row) => row[`a${index}`]), [...new Set(told)]]);
  });
  return { answers, statements: textsOf(sent), body };
};

const slices = <Value>(values: readonly Value[], size: number): Value[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));

describe("[A19] sixty texts that would change a statement", () => {
  it("are sixty, in more than 150 places", () => {
    expect([PAYLOADS.length, new Set(PAYLOADS).size]).toEqual([60, 60]);
    expect(places.filter(({ isText }) => isText).length).toBeGreaterThan(150);
  });

  it("are answered in every argument as any other text that is found nowhere, by the same statements", async () => {
    const wrong: unknown[] = [];
    let asked = 0;
    for (const place of places.filter(({ isText }) => isText)) {
      const plain = await ask(
        place,
        Array.from({ length: place.most }, (_, index) => PLAIN[index % PLAIN.length]!),
      );
      // Not found, and refused where that is too long or no cursor: an object that may not be null is lost with the first.
      const usual = new Set(plain.answers);
      if (usual.size > 2) wrong.push([place.place, [...usual]]);
      for (const texts of slices(PAYLOADS, place.most)) {
        const { answers, statements, body } = await ask(place, texts);
        asked += texts.length;
        for (const [index, each] of answers.entries())
          if (!usual.has(each)) wrong.push([place.place, texts[index], each, [...usual]]);
        const others = statements.filter((statement) => !plain.statements.includes(statement));
        if (others.length > 0) wrong.push([place.place, texts, others]);
        if (TELLS.test(JSON.stringify(body))) wrong.push([place.place, body]);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(150 * 60);
  });

  it("are refused before any statement where a word of an enumeration, a code or a date is meant", async () => {
    const wrong: unknown[] = [];
    for (const [index, place] of places.filter(({ isText }) => !isText).entries()) {
      const texts = Array.from({ length: place.most }, (_, step) => PAYLOADS[(index * place.most + step) % 60]!);
      const { statements, body } = await ask(place, texts);
      const codes = new Set((body.errors ?? []).map(({ extensions: { code } }) => code));
      if (
        body.data ||
        statements.length > 0 ||
        [...codes].join() !== "BAD_USER_INPUT" ||
        TELLS.test(JSON.stringify(body))
      )
        wrong.push([place.place, body, statements]);
    }
    expect(wrong).toEqual([]);
  });

  it("are refused before any statement as an object of columns and operators", async () => {
    const wrong: unknown[] = [];
    for (const place of places) {
      sent.length = 0;
      const { query, variables } = place.ask([{ id: { "!=": 1 } }]);
      const { body } = await stack.ask(query, { viewer: place.viewer, variables });
      if (body.data || textsOf(sent).length > 0 || body.errors?.[0]?.extensions["code"] !== "BAD_USER_INPUT")
        wrong.push([place.place, body]);
    }
    expect(wrong).toEqual([]);
  });
});

/** Keys of the entities of a service, each with the fields that it has. */
const keysOf = (service: string): { type: string; fields: string[] }[] =>
  parse(readFileSync(projectPath(`schema/subgraphs/${service}.graphql`), "utf8")).definitions.flatMap((node) =>
    node.kind !== Kind.OBJECT_TYPE_DEFINITION
      ? []
      : (node.directives ?? []).flatMap(({ name, arguments: given = [] }) => {
          const values = Object.fromEntries(given.map((each) => [each.name.value, valueFromASTUntyped(each.value)]));
          return name.value === "key" && values["resolvable"] !== false
            ? [{ type: node.name.value, fields: String(values["fields"]).split(" ") }]
            : [];
        }),
  );

describe("[A19] the same texts as keys of entities", () => {
  it.each(SUBGRAPHS.map(({ name }) => name))("know no entity of %s", async (service) => {
    const keys = keysOf(service);
    expect(keys.length).toBeGreaterThan(4);
    const wrong: unknown[] = [];
    for (const { type, fields } of keys) {
      const lookUp = async (
        texts: readonly string[],
      ): Promise<{ answers: string[]; statements: string[]; body: Answer["body"] }> => {
        sent.length = 0;
        const representations = texts.map((text) => ({
          __typename: type,
          ...Object.fromEntries(fields.map((field) => [field, text])),
        }));
        const { body } = await stack.askSubgraph(
          service,
          "query($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }",
          { viewer: VIEWERS["supervisor-1"], variables: { representations } },
        );
        const answers = texts.map((_, index) =>
          JSON.stringify([
            (body.data as { _entities?: unknown[] } | null | undefined)?._entities?.[index],
            (body.errors ?? [])
              .filter(({ path }) => path?.includes(index))
              .map(({ message, extensions: { code } }) => [message, code]),
          ]),
        );
        return { answers, statements: textsOf(sent), body };
      };
      const plain = await lookUp(PLAIN);
      const { answers, statements, body } = await lookUp(PAYLOADS);
      if ([...plain.answers, ...answers].some((each) => each !== plain.answers[0])) wrong.push([type, plain, answers]);
      if (statements.some((each) => !plain.statements.includes(each))) wrong.push([type, statements]);
      if (TELLS.test(JSON.stringify(body))) wrong.push([type, body]);
    }
    expect(wrong).toEqual([]);
  });
});

describe("[A19] PostgreSQL", () => {
  it("refused no statement, and holds what it held", async () => {
    expect(refused).toEqual([]);
    for (const [service, db] of Object.entries(stack.databases)) {
      const { rows } = await db.raw<{ rows: { name: string }[] }>(
        "select table_name as name from information_schema.tables where table_name like 'injected%'",
      );
      expect([service, rows]).toEqual([service, []]);
    }
    expect(await stack.databases["reference"]!("organizations").first("id")).toBeDefined();
  });
});
