/** Public enterprises and institutions of the demonstration: one for each sector in four counties. All of them are invented. */
import type { DemonstrationOrganization } from "../../subgraphs/demonstration.js";

const NAMES = [
  "第一高级中学",
  "人民医院",
  "自来水服务中心",
  "供电服务中心",
  "燃气服务中心",
  "供热服务中心",
  "环境监测站",
  "公共交通服务中心",
];

/** The bodies of these divisions. `creditCode` makes the code of a running number. */
export const createPublicInstitutions = (
  divisions: readonly { readonly code: string; readonly name: string }[],
  creditCode: (number: number) => string,
): Pick<DemonstrationOrganization, "uscc" | "name" | "role" | "divisionCode">[] =>
  divisions.flatMap((division, place) =>
    NAMES.map((name, index) => ({
      uscc: creditCode(place * NAMES.length + index + 1),
      name: `${division.name}${name}（演示）`,
      role: "institution" as const,
      divisionCode: division.code,
    })),
  );
