/** Catalogue and matters of the demonstration: what each body handles at its level, and the handling items into which its situations divide. */
import type {
  DemonstrationLimit,
  DemonstrationMatter,
  DemonstrationOrganization,
  DemonstrationWorld,
} from "../../subgraphs/demonstration.js";
import { bodyNameOf, bureauCodeOf, townshipOfficeOf, type NamedDivision } from "./bureaus.js";
import { COUNTIES, GOVERNED } from "./catalogue.js";
import { CATALOGUE, type CatalogueSeed } from "./catalogue-items.js";
import { townshipsOf } from "./townships.js";

/** Levels of exercise as implementation codes number them (行使层级). */
const LEVELS: Readonly<Record<string, string>> = { V: "2", P: "3", C: "4", T: "5" };

/** Catalogue codes: province 22 + type 2 + department 2 + item 3 + sub-item 3 (docs/reference/identifiers.md#codes-of-matters). */
export const createCatalogue = (): DemonstrationWorld["catalogue"] => {
  const counters = new Map<string, number>();
  return CATALOGUE.map(({ bureau, type, name, levels, basis }) => {
    const prefix = `22${type}${bureauCodeOf(bureau)}`;
    const number = (counters.get(prefix) ?? 0) + 1;
    counters.set(prefix, number);
    return {
      catalogCode: `${prefix}${String(number).padStart(3, "0")}000`,
      taskName: name,
      taskType: type,
      levels: [...levels].map((level) => LEVELS[level]!),
      legalBasisId: basis,
    };
  });
};

const limitOf = (limit: string): DemonstrationLimit =>
  limit === "0"
    ? { amount: 0, unit: "IMMEDIATE" }
    : { amount: Number.parseInt(limit, 10), unit: limit.endsWith("日") ? "NATURAL_DAY" : "WORKING_DAY" };

/** A promise of working days within the limit; one in ten is a single day. */
const promiseOf = (statutory: DemonstrationLimit, random: () => number): DemonstrationLimit => {
  if (statutory.unit === "IMMEDIATE") return statutory;
  const share = 0.2 + random() * 0.6;
  const longest = statutory.unit === "NATURAL_DAY" ? (statutory.amount * 5) / 7 : statutory.amount;
  return { amount: random() < 0.1 ? 1 : Math.max(1, Math.floor(longest * share)), unit: "WORKING_DAY" };
};

/** A body and the level at which it handles what. */
interface Handling {
  readonly level: "V" | "P" | "C" | "T";
  readonly division: NamedDivision;
  readonly bodyName: (bureau: string) => string | undefined;
}

const handlings = (scale: "small" | "demo"): Handling[] => [
  ...GOVERNED.map((division): Handling => ({
    level: division.code.endsWith("0000") ? "V" : division.code.endsWith("00") ? "P" : "C",
    division,
    bodyName: (bureau) => bodyNameOf(bureau, division),
  })),
  ...townshipsOf(scale, COUNTIES).map((township): Handling => ({
    level: "T",
    division: township,
    bodyName: () => townshipOfficeOf(township.county, township),
  })),
];

/** Bureaus whose matters have handling items in `small`, in Yanji alone. */
const SMALL_DIVIDED: ReadonlySet<string> = new Set(["market", "police", "civil", "resources"]);

/** Every item at each level that has the power, then the handling items of all of them (`small`: of a few bureaus of Yanji). */
export const createMatters = (
  scale: "small" | "demo",
  catalogue: DemonstrationWorld["catalogue"],
  organizations: readonly DemonstrationOrganization[],
  random: () => number,
): DemonstrationMatter[] => {
  const bodies = new Map(organizations.map((body) => [`${body.divisionCode} ${body.name}`, body]));
  const items: { readonly matter: DemonstrationMatter; readonly seed: CatalogueSeed }[] = [];
  for (const { level, division, bodyName } of handlings(scale)) {
    for (const [index, seed] of CATALOGUE.entries()) {
      const dept = bodies.get(`${division.code} ${bodyName(seed.bureau)}`);
      if (dept?.uscc === undefined || !seed.levels.includes(level)) continue;
      const taskCode = `${dept.uscc}${LEVELS[level]}${catalogue[index]!.catalogCode}`;
      const statutory = limitOf(seed.limit);
      items.push({
        seed,
        matter: {
          id: `CN-TASK-${taskCode}`,
          taskCode,
          catalogCode: catalogue[index]!.catalogCode,
          taskName: seed.name,
          itemName: seed.name,
          taskType: seed.type,
          deptId: dept.id,
          deptUscc: dept.uscc,
          divisionCode: division.code,
          serves: [...seed.serves].map((one) => (one === "人" ? "person" : "enterprise")),
          statutory,
          // The first is that of the golden cases: its promise makes them yellow, red and black.
          promised: items.length === 0 ? { amount: 10, unit: "WORKING_DAY" } : promiseOf(statutory, random),
          legalBasisId: seed.basis,
          situations: seed.situations,
          // Findings that are there on purpose lean on links of environmental approvals.
          published: items.length % 31 !== 30 || seed.bureau === "ecology",
        },
      });
    }
  }
  const divided = items.filter(
    ({ matter, seed }) => scale === "demo" || (matter.divisionCode === "222401" && SMALL_DIVIDED.has(seed.bureau)),
  );
  return [
    ...items.map(({ matter }) => matter),
    ...divided.flatMap(({ matter, seed }) =>
      seed.situations.map((situation, index): DemonstrationMatter => {
        const handlingItem = `${matter.taskCode}${String(index + 1).padStart(2, "0")}`;
        return {
          ...matter,
          id: `CN-TASK-${handlingItem}`,
          handlingItem,
          situation,
          taskName: `${matter.itemName}（${situation}）`,
        };
      }),
    ),
  ];
};
