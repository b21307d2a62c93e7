/** The check of texts that are to be published, measured on labelled sentences: how much of what it finds is personal, and how much of what is personal it finds. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";
import { privacyFindings, withoutPersons, type PrivacyKind } from "../../../platform/domain/index.js";

const TODAY = "2026-09-28";
const LABELS: Readonly<Record<string, PrivacyKind>> = {
  ...{ I: "IDENTITY_NUMBER", P: "PHONE", B: "ACCOUNT", A: "ADDRESS" },
  ...{ H: "HEALTH", W: "WELFARE", M: "MINOR" },
};
const KINDS = Object.values(LABELS);

/** Sentences written for it: persons are invented, numbers are of division 990101 and of series that nobody has. A label is the letters of what stands in it, "-" where nothing does. */
const CORPUS = readFileSync(projectPath("test/unit/domain/privacy-corpus.tsv"), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [labels = "", sentence = ""] = line.split("\t");
    const found = new Set(privacyFindings(sentence, { today: TODAY }).map(({ kind }) => kind));
    const expected = new Set([...labels].filter((letter) => letter !== "-").map((letter) => LABELS[letter]!));
    return { sentence, expected, found: new Set(KINDS.filter((kind) => found.has(kind))) };
  });

type Line = (typeof CORPUS)[number];
const measure = (isExpected: (line: Line) => boolean, isFound: (line: Line) => boolean) => {
  const [expected, found] = [CORPUS.filter(isExpected), CORPUS.filter(isFound)];
  const both = expected.filter(isFound).length;
  return { precision: both / found.length, recall: both / expected.length, sentences: expected.length };
};

it("there are three hundred sentences and more, each once, nearly half of them with something personal", () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(CORPUS.map(({ sentence }) => sentence)).size).toBe(CORPUS.length);
  const personal = CORPUS.filter(({ expected }) => expected.size > 0).length;
  expect(personal / CORPUS.length).toBeGreaterThan(0.4);
  expect(personal / CORPUS.length).toBeLessThan(0.6);
});

it("of what is found ninety-eight in a hundred is personal, and of what is personal ninety in a hundred are found", () => {
  const { precision, recall } = measure(
    ({ expected }) => expected.size > 0,
    ({ found }) => found.size > 0,
  );
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

it.each([
  ["IDENTITY_NUMBER", 0.98, 1],
  ["PHONE", 0.98, 1],
  ["ACCOUNT", 0.98, 1],
  ["ADDRESS", 0.98, 0.9],
  ["HEALTH", 0.95, 0.85],
  ["WELFARE", 0.95, 0.85],
  ["MINOR", 0.95, 0.8],
] as const)("%s is found with a precision of %d and a recall of %d at least", (kind, least, leastRecall) => {
  const { precision, recall, sentences } = measure(
    ({ expected }) => expected.has(kind),
    ({ found }) => found.has(kind),
  );
  expect(sentences).toBeGreaterThanOrEqual(15);
  expect(precision).toBeGreaterThanOrEqual(least);
  expect(recall).toBeGreaterThanOrEqual(leastRecall);
});

it("what was blotted out is found no more: a text that was published once may be published again", () => {
  for (const { sentence } of CORPUS) {
    const blotted = withoutPersons(sentence, { today: TODAY });
    const left = privacyFindings(blotted, { today: TODAY }).map(({ kind }) => kind);
    expect([sentence, left.filter((kind) => !["HEALTH", "WELFARE", "MINOR"].includes(kind))]).toEqual([sentence, []]);
  }
});

it("says where it stands in the text as it was written", () => {
  const text = "\u200b患者：张 小雨；低保户李大山，手机１９９００００１００１。";
  const told = privacyFindings(text, { today: TODAY }).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
  expect(told).toContainEqual(["WELFARE", "李大山"]);
  expect(told).toContainEqual(["PHONE", "１９９００００１００１"]);
});

it.each(["患者", "张小雨", "学生李", "王", "9岁，", "李小明，低", "低保户"])(
  "ends on a hundred thousand times %s",
  (part) => {
    expect(privacyFindings(part.repeat(100_000 / part.length), { today: TODAY }).length).toBeGreaterThanOrEqual(0);
  },
);
