/** Plausible values of scalars by their type and the name of their field; every text says that it is made up. */
import { addDays, type LocalDate } from "../../../platform/domain/index.js";
import { pick, seeded } from "./seeded.js";

/** Bodies and divisions of the demonstration data, so that links of a mock lead somewhere. */
const CREDIT_CODES = ["91990101MA9000011P", "11990101MB0001302L", "11990101MB0001310F"] as const;
const DIVISIONS = ["222401", "222404", "222400"] as const;
const FIRST_DAY = "2026-01-01" as LocalDate;

/** Key of an organisation in the graph. */
export const organizationId = (...words: readonly unknown[]): string => `CN-USCC-${pick(CREDIT_CODES, ...words)}`;

type Maker = (name: string, words: readonly unknown[]) => unknown;

const day = (words: readonly unknown[]): LocalDate => addDays(FIRST_DAY, seeded("day", words) % 270);

const TEXTS: readonly (readonly [RegExp, Maker])[] = [
  [/url|link|website/i, (_name, words) => `https://example.invalid/${seeded(words) % 1_000}`],
  [/e-?mail/i, (_name, words) => `mock${seeded(words) % 1_000}@example.invalid`],
  [/date|day$|On$/, (_name, words) => day(words)],
  [/no$|number|code/i, (_name, words) => `MOCK-${String(seeded(words) % 100_000).padStart(5, "0")}`],
];

const MAKERS: Readonly<Record<string, Maker>> = {
  Int: (_name, words) => seeded(words) % 100,
  Float: (_name, words) => (seeded(words) % 10_000) / 100,
  Boolean: (_name, words) => seeded(words) % 2 === 0,
  Date: (_name, words) => day(words),
  DateTime: (_name, words) => `${day(words)}T08:00:00+08:00`,
  Money: (_name, words) => `${seeded(words) % 1_000_000}.${String(seeded("fen", words) % 100).padStart(2, "0")}`,
  USCC: (_name, words) => pick(CREDIT_CODES, words),
  DivisionCode: (_name, words) => pick(DIVISIONS, words),
  String: (name, words) =>
    TEXTS.find(([pattern]) => pattern.test(name))?.[1](name, words) ?? `模拟 ${name} ${seeded(words) % 1_000}`,
};

/** A value of the scalar for the field; of one that is not known a text. `words` tell its place from all others. */
export const valueOf = (scalar: string, field: string, ...words: readonly unknown[]): unknown =>
  (MAKERS[scalar] ?? MAKERS["String"]!)(field, [field, ...words]);
