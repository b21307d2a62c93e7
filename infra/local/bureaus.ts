/** Departments of the demonstration: what each level calls them, and the two digits that stand for them in catalogue codes. */

/** A department. */
interface Bureau {
  readonly code: string;
  /** Name at the county, and at the prefecture unless it has one of its own. */
  readonly name: string;
  readonly prefecture?: string;
  /** A province has 厅 and 委员会; organs directly under it are 局. */
  readonly province: string;
}

const everywhere = (name: string, code: string): Bureau => ({ name, province: name, code });

/** Departments of the first world; their bodies are numbered before the firms. */
export const BUREAUS: Readonly<Record<string, Bureau>> = {
  market: { name: "市场监督管理局", province: "市场监督管理厅", code: "31" },
  ecology: { name: "生态环境局", province: "生态环境厅", code: "16" },
  housing: { name: "住房和城乡建设局", province: "住房和城乡建设厅", code: "17" },
  water: { name: "水利局", province: "水利厅", code: "19" },
  health: { name: "卫生健康局", prefecture: "卫生健康委员会", province: "卫生健康委员会", code: "23" },
  police: { name: "公安局", province: "公安厅", code: "09" },
  civil: { name: "民政局", province: "民政厅", code: "11" },
  labour: { name: "人力资源和社会保障局", province: "人力资源和社会保障厅", code: "14" },
  education: { name: "教育局", province: "教育厅", code: "05" },
  transport: { name: "交通运输局", province: "交通运输厅", code: "18" },
  farming: { name: "农业农村局", province: "农业农村厅", code: "20" },
  resources: { name: "自然资源局", province: "自然资源厅", code: "15" },
  finance: { name: "财政局", province: "财政厅", code: "13" },
  development: { name: "发展和改革局", prefecture: "发展和改革委员会", province: "发展和改革委员会", code: "04" },
  emergency: { name: "应急管理局", province: "应急管理厅", code: "25" },
  culture: { name: "文化广播电视和旅游局", province: "文化和旅游厅", code: "22" },
};

/** Departments that came later; their bodies are numbered apart, so that those of all others stay as they were. */
export const LATER_BUREAUS: Readonly<Record<string, Bureau>> = {
  "public-service": everywhere("政务服务和数字化建设管理局", "72"),
  justice: { name: "司法局", province: "司法厅", code: "12" },
  audit: { name: "审计局", province: "审计厅", code: "29" },
  medical: everywhere("医疗保障局", "36"),
  // Of the State, named by the place for which it stands.
  tax: everywhere("税务局", "30"),
};

/** The centre that keeps the housing provident fund: one for a prefecture (住房公积金管理条例 第十条). */
export const HOUSING_FUND = { key: "housing-fund", name: "住房公积金管理中心", code: "75" } as const;

/** Two digits of a department, 99 where there are none. */
export const bureauCodeOf = (key: string): string =>
  key === HOUSING_FUND.key ? HOUSING_FUND.code : ((BUREAUS[key] ?? LATER_BUREAUS[key])?.code ?? "99");

/** A division as the demonstration names it. */
export interface NamedDivision {
  readonly code: string;
  readonly name: string;
}

const nameAt = ({ name, prefecture, province }: Bureau, code: string): string =>
  code.endsWith("0000") ? province : code.endsWith("00") ? (prefecture ?? name) : name;

/** The name of a department's body in a division; undefined where it has none there. */
export const bodyNameOf = (key: string, division: NamedDivision): string | undefined => {
  if (key === HOUSING_FUND.key)
    return division.code === "222400" ? `${division.name}${HOUSING_FUND.name}（演示）` : undefined;
  const bureau = BUREAUS[key] ?? LATER_BUREAUS[key];
  if (bureau === undefined) return undefined;
  const name = `${division.name}${nameAt(bureau, division.code)}（演示）`;
  return key === "tax" ? `国家税务总局${name}` : name;
};

/** The office of a township (乡镇人民政府、街道办事处). */
export const townshipOfficeOf = (county: NamedDivision, township: NamedDivision): string =>
  `${county.name}${township.name}${township.name.endsWith("街道") ? "办事处" : "人民政府"}（演示）`;
