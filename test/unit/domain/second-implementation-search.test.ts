/** A second implementation of the search for names, written apart from the product's: letters looked for in letters; and the product's own terms read by a plain reader. */
import { searchQuery, searchTerms } from "../../../platform/database/index.js";

/** Official names as matters have them. */
const NAMES = [
  "最低生活保障对象认定、保障金给付",
  "城乡居民最低生活保障审核确认",
  "特殊困难群体住房保障",
  "建设项目环境影响评价文件审批",
  "规划环境影响报告书审查",
  "环境保护税申报",
  "职工参加社会保险登记",
  "城镇职工基本医疗保险参保登记",
  "住房公积金提取",
  "内地居民婚姻登记",
  "户口迁移审批",
  "食品经营许可",
  "机动车驾驶证换发",
  "水土保持方案审批",
] as const;

/** Colloquial words with the official ones, typed by hand. */
const OFFICIAL: Readonly<Record<string, readonly string[]>> = {
  低保: ["最低生活保障"],
  环评: ["环境影响评价", "环境影响报告"],
  公积金: ["住房公积金"],
  社保: ["社会保险"],
  医保: ["医疗保险"],
  结婚: ["婚姻登记"],
  落户: ["户口迁移"],
  驾照: ["机动车驾驶证"],
  水保: ["水土保持"],
  饭店: ["食品经营许可"],
};

/** Names that hold what was typed, or the official word for it. */
const plain = (typed: string): string[] =>
  NAMES.filter((name) => [typed, ...(OFFICIAL[typed] ?? [])].some((word) => name.includes(word)));

interface Indexed {
  /** Words, of weight A. */
  readonly words: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

const indexed = (name: string): Indexed => {
  const { words, pairs } = searchTerms(name);
  return { words: new Set(words.split(" ")), all: new Set([...words.split(" "), ...pairs.split(" ")]) };
};

/** Reads a tsquery of lexemes, :A, :*, &, | and brackets, as PostgreSQL does: & binds more than |. */
const holds = (query: string, { words, all }: Indexed): boolean => {
  const tokens = query.match(/'(?:[^']|'')*'(?::[A*])?|[&|()]/g) ?? [];
  let next = 0;
  const term = (): boolean => {
    const token = tokens[next++]!;
    if (token === "(") {
      const found = either();
      next += 1;
      return found;
    }
    const lexeme = token.slice(1, token.lastIndexOf("'")).replaceAll("''", "'");
    if (token.endsWith(":A")) return words.has(lexeme);
    if (token.endsWith(":*")) return [...all].some((word) => word.startsWith(lexeme));
    return all.has(lexeme);
  };
  const both = (): boolean => {
    let found = term();
    while (tokens[next] === "&") {
      next += 1;
      found = term() && found;
    }
    return found;
  };
  const either = (): boolean => {
    let found = both();
    while (tokens[next] === "|") {
      next += 1;
      found = both() || found;
    }
    return found;
  };
  return either();
};

const found = (typed: string): string[] => {
  const query = searchQuery(typed)!;
  return NAMES.filter((name) => holds(query, indexed(name)));
};

describe("a search for names", () => {
  it.each([
    ["保障", 3],
    ["环境影响", 2],
    ["低保", 2],
    ["环评", 2],
    ["公积金", 1],
    ["社保", 1],
    ["医保", 1],
    ["结婚", 1],
    ["落户", 1],
    ["驾照", 1],
    ["水保", 1],
    ["饭店", 1],
    ["最低生活保障", 2],
    ["食品经营许可", 1],
    ["船舶", 0],
  ])("for %s finds the %i names that hold it or the official word for it, and no others", (typed, count) => {
    expect(plain(typed)).toHaveLength(count);
    expect(found(typed)).toEqual(plain(typed));
  });

  it("finds every name by every two letters in it that stand together", () => {
    for (const name of NAMES)
      for (const [, pair = ""] of name.matchAll(/(?=(\p{Script=Han}{2}))/gu))
        expect([pair, found(pair).includes(name)]).toEqual([pair, true]);
  });

  it("a name that has the word is of weight A, one that holds its letters across words is not", () => {
    const weights = (word: string): unknown =>
      NAMES.filter((name) => name.includes(word)).map((name) => [name, indexed(name).words.has(word)]);
    // 活保 stands in 生活保障 across two words.
    expect(weights("活保")).toEqual(NAMES.filter((name) => name.includes("活保")).map((name) => [name, false]));
    expect(weights("保障")).toEqual(NAMES.filter((name) => name.includes("保障")).map((name) => [name, true]));
  });
});
