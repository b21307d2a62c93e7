/** Catalogue and matters of the demonstration: what each bureau of each county handles. */
import type {
  DemonstrationMatter,
  DemonstrationOrganization,
  DemonstrationWorld,
} from "../../subgraphs/demonstration.js";
import { BUREAUS, CATALOGUE, COUNTIES, bureauNameOf } from "./catalogue.js";

/** Catalogue codes: province 22 + type 2 + department 2 + item 3 + sub-item 3 (docs/reference/identifiers.md#codes-of-matters). */
export const createCatalogue = (): DemonstrationWorld["catalogue"] => {
  const counters = new Map<string, number>();
  return CATALOGUE.map(({ bureau, type, name }) => {
    const prefix = `22${type}${BUREAUS[bureau]?.code ?? "99"}`;
    const number = (counters.get(prefix) ?? 0) + 1;
    counters.set(prefix, number);
    return { catalogCode: `${prefix}${String(number).padStart(3, "0")}000`, taskName: name, taskType: type };
  });
};

/** Each catalogue item is implemented by its bureau in the counties; `demo` adds handling variants until the scale's number. */
export const createMatters = (
  scale: "small" | "demo",
  catalogue: DemonstrationWorld["catalogue"],
  organizations: readonly DemonstrationOrganization[],
): DemonstrationMatter[] => {
  const agencies = new Map(
    organizations
      .filter(({ role }) => role === "agency")
      .map((agency) => [`${agency.divisionCode} ${agency.name}`, agency]),
  );
  const total = scale === "small" ? 500 : 5_000;
  const divisions = [...COUNTIES, { code: "222400", name: "延边州" }, { code: "220000", name: "吉林省" }];
  const matters: DemonstrationMatter[] = [];
  for (let variant = 0; matters.length < total; variant++) {
    for (const division of divisions) {
      for (const [index, item] of catalogue.entries()) {
        if (matters.length >= total) return matters;
        const bureau = BUREAUS[CATALOGUE[index]!.bureau]!;
        const dept = agencies.get(`${division.code} ${division.name}${bureauNameOf(bureau, division.code)}（演示）`);
        if (dept?.uscc === undefined) continue;
        const level = division.code === "220000" ? "2" : division.code === "222400" ? "3" : "4";
        const catalogCode =
          variant === 0 ? item.catalogCode : `${item.catalogCode.slice(0, 9)}${String(variant).padStart(3, "0")}`;
        const taskCode = `${dept.uscc}${level}${catalogCode}`;
        matters.push({
          id: `CN-TASK-${taskCode}`,
          taskCode,
          catalogCode: item.catalogCode,
          taskName: variant === 0 ? item.taskName : `${item.taskName}（情形${variant}）`,
          taskType: item.taskType,
          deptId: dept.id,
          deptUscc: dept.uscc,
          divisionCode: division.code,
          published: matters.length % 31 !== 30,
        });
      }
    }
  }
  return matters;
};
