/** What we say beside data is in the reader's language alone: leaves of every type are asked in both languages, and every text is looked at. */
import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isLeafType, type GraphQLObjectType } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { called, needsKey, waysOf, within } from "../support/ways.js";

const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));

/** Readers of whom each is given, refused and shown in part other things. */
const READERS = ["anonymous", "citizen-1", "officer-1", "supervisor-1"];

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** The answer in Chinese and in English. */
const inBoth = (query: string, viewer: string, headers: Record<string, string> = {}): Promise<[Answer, Answer]> => {
  const ask = (language: string): Promise<Answer> =>
    stack.ask(query, {
      ...(viewer === "anonymous" ? {} : { viewer }),
      headers: { ...headers, "accept-language": language },
    });
  return Promise.all([ask("zh"), ask("en")]);
};

/** A text of an answer with the place where it stands, without the numbers of lists. */
interface Told {
  readonly place: string;
  readonly text: string;
}

const textsIn = (value: unknown, place = ""): Told[] =>
  typeof value === "string"
    ? [{ place, text: value }]
    : Array.isArray(value)
      ? value.flatMap((item) => textsIn(item, place))
      : typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, item]) => textsIn(item, `${place}.${key}`))
        : [];

/** A document for each type: its leaves, at a place where the demonstration has rows. */
const documents = [...waysOf(schema)].flatMap(([name, way]): (readonly [type: string, query: string])[] => {
  if (name === "Query") return [];
  const leaves = Object.values((schema.getType(name) as GraphQLObjectType).getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !needsKey(field),
  );
  return leaves.length === 0 ? [] : [[name, `{ ${within(way, leaves.map(called).join(" "))} }`]];
});

/** Two words of English beside each other: data of the demonstration has none. */
const ENGLISH = /[A-Za-z]?[a-z]+,? [a-z]{2,}/;
/** A word of English in a Chinese text; codes and numbers are none. */
const ENGLISH_WORD = /(?<![\w./-])[a-z]{3,}(?![\w./-])/;
const HAN_RUN = /\p{Script=Han}+/gu;

/** Texts that differ between the languages: they are ours. Cursors are others in each answer. */
const pairsOf = ([zh, en]: readonly [Answer, Answer]): { place: string; zh: string; en: string }[] => {
  const [inChinese, inEnglish] = [textsIn(zh.body), textsIn(en.body)];
  expect(inChinese.map(({ place }) => place)).toEqual(inEnglish.map(({ place }) => place));
  return inChinese
    .map(({ place, text }, index) => ({ place, zh: text, en: inEnglish[index]!.text }))
    .filter(({ place }) => !/ursor$/.test(place));
};

/** True where a text of ours has words of the other language; data that both quote, and names of the graph in an error, are none. */
const isMixed = ({ zh, en }: { readonly zh: string; readonly en: string }): boolean =>
  ENGLISH.test(zh) ||
  (zh !== en && (!/\p{Script=Han}/u.test(zh) || (en.match(HAN_RUN) ?? []).some((run) => !zh.includes(run))));

/** Last two steps of a place. */
const shortOf = (place: string): string => place.split(".").slice(-2).join(".");

describe("leaves of every type", () => {
  it.each(READERS)("are told to %s in one language at a time", async (viewer) => {
    const ours = new Set<string>();
    const mixed: string[] = [];
    for (const [type, query] of documents) {
      for (const pair of pairsOf(await inBoth(query, viewer))) {
        if (pair.zh !== pair.en) ours.add(shortOf(pair.place));
        if (isMixed(pair) || (pair.zh !== pair.en && ENGLISH_WORD.test(pair.zh)))
          mixed.push(`${type} ${pair.place}: ${pair.zh} | ${pair.en}`);
      }
    }
    expect(mixed).toEqual([]);
    // What is ours was seen: words of a rule, limits of the law, the negative list, a report; and what is withheld from the public.
    expect([...ours]).toEqual(
      expect.arrayContaining([
        ...["nodes.basis", "nodes.trigger", "rules.description", "creditReport.scope", "sections.note", "lines.text"],
        ...(viewer === "anonymous" ? ["withheld.explanation", "remedy.detail"] : []),
      ]),
    );
  });
});

it("findings of intermediary services and of matters are told in one language", async () => {
  const query = `{ intermediaryFindings(first: 100) { nodes { rule message } }
    serviceMatters(first: 100) { nodes { qualityIssues { rule message } } } }`;
  const pairs = pairsOf(await inBoth(query, "supervisor-1")).filter(({ place }) => place.endsWith(".message"));
  expect(pairs.filter(({ zh, en }) => zh === en || isMixed({ zh, en }))).toEqual([]);
  expect(new Set(pairs.map(({ place }) => place)).size).toBe(2);
});

describe("errors", () => {
  it.each([
    ["a field that is not there", "{ nothing }"],
    ["a syntax error", "{ organization("],
    ["a page that is too long", "{ penalties(first: 101) { totalCount } }"],
    ["a cursor of nobody", `{ penalties(after: "x") { totalCount } }`],
    ["a code that is none", `{ organization(uscc: "91990101MA9000011X") { name } }`],
    ["a required argument that is missing", "{ division { name } }"],
  ])("tell of %s in one language", async (_what, query) => {
    const pairs = pairsOf(await inBoth(query, "anonymous")).filter(({ place }) => place.endsWith(".message"));
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter((pair) => pair.zh === pair.en || isMixed(pair))).toEqual([]);
  });

  it("of what a preview withholds, and of a refusal, are told in one language", async () => {
    const closed = `{ organization(uscc: "11990101MB9000015E") { contact } }`;
    for (const access of ["preview", "reject"]) {
      const pairs = pairsOf(await inBoth(closed, "anonymous", { "x-access": access }));
      expect(pairs.some(({ zh, en }) => zh !== en)).toBe(true);
      expect(pairs.filter(isMixed)).toEqual([]);
    }
  });
});
