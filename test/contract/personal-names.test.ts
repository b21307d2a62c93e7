/** Names that look personal, held against a corpus of a thousand: what is recognised, and what is taken for personal and is not. */
import { readFileSync } from "node:fs";
import { looksPersonal } from "../../platform/composition/index.js";
import { projectPath } from "../../platform/config/index.js";

interface Named {
  readonly name: string;
  readonly personal: boolean;
  readonly script: string;
  /** `seen` while the rule was written, `held` back until then, or `hard`: what was looked for to mislead it. */
  readonly part: string;
}

const corpus: readonly Named[] = readFileSync(projectPath("test/contract/personal-names.tsv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [name = "", personal, script = "", part = ""] = line.split("\t");
    return { name, personal: personal === "1", script, part };
  });

const namesOf = (entries: readonly Named[]): string[] => entries.map(({ name }) => name);

/** Published by an office or of a thing, and recognised all the same: each costs its author an @open. */
const FALSE_ALARMS = [
  ...["companyPhone", "hotlinePhone", "officePhone", "agencyEmail", "departmentEmail", "serviceTel"],
  ...["userInterfaceName", "faceValue", "portraitMode", "workerProcessName", "nationalStandardNo"],
  ...["学历要求数", "照片数量", "户口数"],
];

describe("names that look personal", () => {
  const personal = corpus.filter((entry) => entry.personal);
  const found = corpus.filter(({ name }) => looksPersonal(name));

  it.each(["en", "pinyin", "zh"])("are recognised in %s, of what was held back too", (script) => {
    for (const part of ["seen", "held"]) {
      const all = personal.filter((entry) => entry.script === script && entry.part === part);
      const missed = all.filter(({ name }) => !looksPersonal(name));
      expect(all.length).toBeGreaterThan(30);
      expect([script, part, namesOf(missed), 1 - missed.length / all.length >= 0.98]).toEqual([
        script,
        part,
        expect.any(Array),
        true,
      ]);
    }
  });

  it("are those that passed unseen before", () =>
    expect(
      [
        ...["idCardNo", "certNo", "sfzh", "inspectorName", "address", "email", "dateOfBirth", "faceImage", "wechat"],
      ].filter((name) => !looksPersonal(name)),
    ).toEqual([]));

  it("are told from all others but these", () =>
    expect(namesOf(found.filter((entry) => !entry.personal))).toEqual(FALSE_ALARMS));

  it("make up a corpus of English, pinyin and Chinese that names nothing twice", () => {
    expect(new Set(namesOf(corpus)).size).toBe(corpus.length);
    expect([personal.length, corpus.length - personal.length].every((count) => count > 300)).toBe(true);
  });
});
