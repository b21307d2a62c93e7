/** What intermediaries of the demonstration do by the trade in their names: services, qualification and who gives it. */

interface Trade {
  readonly word: string;
  readonly services: readonly string[];
  readonly name: string;
  readonly issuer: string;
}

const TRADES: readonly Trade[] = [
  { word: "安全评价", services: ["ZJ-007", "ZJ-011"], name: "安全评价机构资质", issuer: "吉林省应急管理厅（演示）" },
  {
    word: "工程咨询",
    services: ["ZJ-003", "ZJ-004", "ZJ-012"],
    name: "工程咨询单位资信",
    issuer: "延边州工程咨询协会（演示）",
  },
  { word: "测绘", services: ["ZJ-010", "ZJ-012"], name: "测绘资质", issuer: "吉林省自然资源厅（演示）" },
  {
    word: "水保咨询",
    services: ["ZJ-002", "ZJ-008"],
    name: "水土保持方案编制水平评价",
    issuer: "吉林省水利厅（演示）",
  },
  {
    word: "环境技术",
    services: ["ZJ-001", "ZJ-009"],
    name: "检验检测机构资质认定",
    issuer: "吉林省市场监督管理厅（演示）",
  },
];

/** Whoever tests; the food laboratory of agent-1 too. */
const TESTING: Trade = {
  word: "检测",
  services: ["ZJ-005", "ZJ-006"],
  name: "检验检测机构资质认定",
  issuer: "吉林省市场监督管理厅（演示）",
};

const tradeOf = (name: string): Trade => TRADES.find(({ word }) => name.includes(word)) ?? TESTING;

/** Codes of the services that fit the name. */
export const servicesOf = (name: string): readonly string[] => tradeOf(name).services;

/** The qualification that fits the name, with who gives it. */
export const qualificationOf = (name: string): { readonly name: string; readonly issuer: string } => {
  const { name: qualification, issuer } = tradeOf(name);
  return { name: qualification, issuer };
};
